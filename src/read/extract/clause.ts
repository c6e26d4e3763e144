import type { Frame, Vocabulary } from '../../lexicon/vocabulary.ts'
import { Code, Flag, More, VERB } from '../../lexicon/word.ts'
import type { Aspect, Force, Gate, Kind } from '../../model.ts'
import type { Context } from '../context.ts'
import { Is, isA, partyWords } from '../recognise/parties/words.ts'
import type { Unit } from '../recognise/units.ts'
import { type Draft, type Lead, type Model, redraft, type Refusal, toDraft, toModel, vary } from './draft.ts'
import { frameOfVerb, nounCueAt, openingFrame, startsNoun } from './frames.ts'
import { findGroups, governs, has, isComma, isStrongMark } from './groups.ts'
import { nounOutcome } from './nouns.ts'
import { as, type Memory, nobody, resolveAsked, resolveSubject, type Subject } from './subject.ts'
import { findTail } from './tail.ts'
import { type FrameMatch, type Node, type Relation, Tree } from './tree.ts'

export type { Draft, Lead, Refusal } from './draft.ts'

/** What a node of the tree came to. */
interface Result {
  readonly subject: Subject
  readonly speaker: Subject | undefined
  model: Model | undefined
  draft: number | undefined
  /** Unit of the verb that a noun under this one asks for, when this one took its act for its own. */
  taken: number | undefined
  /** A verb that reports a clause, until its clause is read. */
  pending: Pending | undefined
  /** The clauses under it state nothing: a belief, a forecast, what is welcomed. */
  silent: boolean
}

const toResult = (subject: Subject, speaker: Subject | undefined): Result => ({ subject, speaker, model: undefined, draft: undefined, taken: undefined, pending: undefined, silent: false })

function inherit(from: Result, subject: Subject, speaker: Subject | undefined): Result {
  const { model, draft, taken, pending, silent } = from
  return { subject, speaker, model, draft, taken, pending, silent }
}

interface Pending {
  readonly outcome: string
  readonly frame: Frame
  readonly at: number
  first: boolean
}

const modalForces: Record<string, Force> = { will: 'intent', intent: 'intent', binding: 'binding', should: 'should', would: 'intent' }
const deciders = new Set<Subject['kind']>(['joint', 'party', 'official', 'instrument'])
/** Rule of a line of a resolution, which opens with a verb whose subject the opening names. */
const OPERATIVE = 'clause/operative'
/** Rule of a line that opens with a base form, and what such a form says by its frame, not as an act to come. */
const BARE = 'clause/bare-act'
const bareStances = new Set(['position', 'attitude', 'clause-position', 'proposal', 'request', 'speech', 'nothing', 'forecast', 'commitment'])
/** Relations whose statements stand beside the one above them, not inside it. */
const beside = new Set<Relation>(['list', 'nouns', 'adjunct', 'same', 'clause'])
const clauseOutcomes = new Set(['speech', 'clause', 'clause-position', 'request'])

/** Reads one sentence: builds the tree of its predicates and says of each what it states or why it states nothing. */
export class Clauses {
  readonly drafts: Draft[] = []
  readonly refusals: Refusal[] = []
  lead: Lead | undefined
  /** The sentence was an item with a subject of its own. */
  inherits = false
  /** By index of the node. */
  private readonly results: (Result | undefined)[] = []
  private readonly owners: (Node | undefined)[] = []
  private readonly units: readonly Unit[]
  private readonly text: string
  private readonly context: Context
  private readonly memory: Memory
  private readonly vocabulary: Vocabulary
  private readonly alone: boolean
  private tree: Tree | undefined
  private end = 0
  private opened: Lead | undefined

  /** `alone`: the sentence is a line of its own. */
  constructor(units: readonly Unit[], text: string, context: Context, memory: Memory, vocabulary: Vocabulary, alone = false) {
    this.units = units
    this.text = text
    this.context = context
    this.memory = memory
    this.vocabulary = vocabulary
    this.alone = alone
  }

  /** Reads the sentence from unit `at`, under `lead` when it is an item of a list. */
  run(at: number, lead: Lead | undefined): void {
    const { units } = this
    let n = units.length
    while (n > 0 && has(units[n - 1], Flag.PUNCTUATION) && units[n - 1]?.word.code !== Code.CLOSE) n--
    this.end = n
    const tail = findTail(units, n)
    if (tail) {
      const subject = this.resolve(tail.subject[0], tail.subject[1])
      if (subject.kind !== 'abstract' && subject.kind !== 'none') {
        this.speak(subject)
        this.end = tail.end
      }
    }
    let from = at
    while (from < this.end && has(units[from], Flag.PUNCTUATION | Flag.COORDINATOR)) from++
    const label = lead ? this.labelEnd(from) : -1
    if (label > 0) {
      from = label
      lead = undefined
    }
    this.opened = label > 0 ? undefined : (this.operative(from) ?? lead ?? this.bare(from))
    let tree = new Tree(units, from, this.end, lead ? lead.forms : 0, label > 0)
    if (this.opened && !lead) {
      if (!has(units[from], Flag.BASE) && tree.nodes.some(isMain)) this.opened = undefined
      else if (this.opened.model.rule === BARE && tree.nodes[0]?.group.form !== 'loose' && opensSubject(tree.nodes)) this.opened = undefined
      else tree = new Tree(units, from, this.end, this.opened.forms)
    }
    this.tree = tree
    if (this.recital(from, tree)) return this.close()
    for (const node of tree.nodes) if (!isFronted(node)) this.read(node)
    for (const node of tree.nodes) if (isFronted(node)) this.read(node)
    for (const front of [false, true]) {
      for (const node of tree.nodes) {
        const result = this.resultOf(node)
        if (result?.pending?.first && isFronted(node) === front) this.fallBack(node, result, result.pending)
      }
    }
    if (!this.drafts.length && this.context.voice === 'treaty' && has(units[from], Flag.ING) && this.isPreamble(from) && !tree.nodes.some(isMain)) this.recite(from, this.lemma(from))
    if (!this.drafts.length && this.context.voice === 'treaty' && this.frameAt(from)?.frame.outcome === 'testimony') this.testify(from)
    else if (!this.drafts.length && lead?.lists && from < this.end) this.listed(from, lead)
    else if (!this.drafts.length && !lead && this.isToBeDone(tree, from)) this.toBeDone(tree.nodes[0] as Node, from)
    else if (!tree.nodes.length && from < this.end) this.refuse(from, this.end, 'not-an-act', 'clause/no-finite-verb')
    this.close()
  }

  /** Where the clause of its own begins that follows a label and a colon ("Group 1 – Ports: The group will …"); -1 where none does. */
  private labelEnd(from: number): number {
    const { units } = this
    let colon = from
    while (colon < Math.min(this.end, from + LABEL) && units[colon]?.word.code !== Code.COLON) colon++
    if (units[colon]?.word.code !== Code.COLON || colon + 2 >= this.end || !has(units[colon + 1], Flag.CAPITAL)) return -1
    const first = findGroups(units).find((group) => group.form === 'finite' && group.head > from)
    return first && first.start > colon + 1 ? colon + 1 : -1
  }

  /** A full stop or semicolon ends the sentence: a line without is as often a heading. */
  private get closes(): boolean {
    return this.end < this.units.length && this.units[this.end]?.word.code !== Code.COLON
  }

  private resultOf(node: Node): Result | undefined {
    return this.results[node.index]
  }

  // -- who -------------------------------------------------------------------------------------------------------

  private resolve(from: number, to: number): Subject {
    return resolveSubject(this.units, from, to, this.context, this.memory, this.vocabulary, this.text)
  }

  private speak(subject: Subject): void {
    if (this.context.voice !== 'report' && subject.kind === 'joint') return
    if (subject.kind !== 'joint') this.memory.speaker = subject
    else if (!this.memory.floor) this.memory.speaker = undefined
  }

  /** "It was agreed to …": "it" stands for what follows, and names nobody. */
  private isImpersonal(node: Node): boolean {
    const form = node.group.passive ? node.frame?.frame.form : undefined
    return (form === 'to' || form === 'that') && node.subject !== undefined && node.subject[1] - node.subject[0] === 1 && this.units[node.subject[0]]?.word.kind === 'it'
  }

  /** Who agrees or notes where no doer is named: the one who says it, else those who meet. */
  private impersonal(speaker: Subject | undefined): Subject {
    if (speaker) return speaker
    if (this.context.voice === 'report' && this.context.parties.length < 2) return nobody
    return as(this.joint, { rule: 'party/impersonal' })
  }

  private remember(subject: Subject): void {
    if (subject.kind === 'official' && subject.parties.length) this.memory.person = subject
    if (subject.parties.length && subject.kind !== 'abstract' && subject.kind !== 'people' && subject.kind !== 'instrument') this.memory.single = subject
  }

  private speakerOf(subject: Subject, given: Subject | undefined): Subject | undefined {
    if (given) return given
    const { speaker } = this.memory
    return speaker && this.context.voice !== 'treaty' && subject.rule !== 'party/recital' ? speaker : undefined
  }

  private get joint(): Subject {
    return { parties: this.context.parties, kind: 'joint', name: '', rule: 'party/joint-text' }
  }

  // -- the walk --------------------------------------------------------------------------------------------------

  private read(node: Node): void {
    const parent = node.parent && this.resultOf(node.parent)
    const peer = node.peer && this.resultOf(node.peer)
    const own = this.isImpersonal(node) ? this.impersonal(parent?.speaker) : node.subject ? this.resolve(node.subject[0], node.subject[1]) : undefined
    const given = peer?.subject ?? parent?.subject ?? nobody
    const subject = own ?? given
    const reported = node.relation === 'that' || node.relation === 'content' ? parent?.speaker : undefined
    const speaker = node.relation === 'that' ? reported : (peer?.speaker ?? parent?.speaker)
    const result = toResult(subject, speaker)
    this.results[node.index] = result
    const serves = node.relation === 'that' && !parent?.pending && !clauseOutcomes.has(node.parent?.frame?.frame.outcome ?? '')
    if (serves || (parent?.silent && node.relation === 'that') || (peer?.silent && node.relation !== 'clause')) {
      result.silent = true
      return this.refuseNode(node, 'forecast', 'clause/belief')
    }
    if (own && (node.relation === 'root' || node.relation === 'clause' || node.relation === 'that')) this.remember(own)
    switch (this.standing(node)) {
      case 'list': return this.goOn(node, result, peer)
      case 'nouns': return this.noun(node, result, peer)
      case 'noun': return this.nested(node, result)
      case 'complement': case 'purpose': case 'means': return undefined
      case 'adjunct': return this.adjunct(node, result, parent)
      case 'front': return this.front(node, result)
      case 'relative': return this.relative(node, result)
      case 'clause':
        if (node.peer?.relation === 'relative') return this.relative(node, result)
        return this.predicate(node, result)
      case 'subordinate':
        if (this.units[node.link]?.word.kind !== 'concessive') {
          result.silent = true
          return this.refuseNode(node, 'not-an-act', 'clause/subordinate')
        }
        return this.predicate(node, result)
      case 'root': return this.opened && !node.subject && (node.group.form !== 'finite' || this.opened.model.rule === OPERATIVE) ? this.item(node, result, this.opened) : this.predicate(node, result)
      case 'same':
        if (this.isAskedToo(node)) return this.goOn(node, result, peer)
        return this.predicate(node, result)
      default: this.predicate(node, result)
    }
    if (node.relation === 'that' && parent?.pending) this.reported(node, result, node.parent as Node, parent, parent.pending)
  }

  /** A verb that goes on with the subject of a relative clause stands in that clause too. */
  private standing(node: Node): Relation {
    let at = node
    while (at.relation === 'same' && at.peer) at = at.peer
    return at.relation === 'relative' ? 'relative' : node.relation
  }

  /** One more act under the same governor: "… and to open", ", reduce". */
  private goOn(node: Node, result: Result, peer: Result | undefined): void {
    const model = peer?.model ?? (node.peer ? this.governed(node.peer) : undefined)
    if (!model || (model.kind === 'position' && model.rule.startsWith('modal/'))) return
    if (this.restarts(node, model)) return this.predicate(node, this.heir(node, result, model))
    const act = this.actOf(node.group.head)
    const aspect = model.aspect === 'reaffirmed' ? model.aspect : act.aspect
    const negated = node.group.negated || (model.negated && node.group.form === 'loose')
    this.state(node, result, vary(model, { aspect, negated, rule: model.rule.endsWith('+list') ? model.rule : `${model.rule}+list` }), act.lemma, node.group.head)
  }

  /** "suggested the sides strengthen A and implement B": the second bare verb is asked for too. */
  private isAskedToo(node: Node): boolean {
    const { peer } = node
    if (peer?.relation !== 'that' || !has(this.units[node.group.head], Flag.BASE) || !has(this.units[peer.group.head], Flag.BASE)) return false
    return peer.parent !== undefined && this.resultOf(peer.parent)?.pending?.outcome === 'request' && this.resultOf(peer)?.model?.kind === 'proposal'
  }

  /** A verb that commits, asks or holds by itself is no second act of a verb that does so: "continue to support A and call on B". */
  private restarts(node: Node, model: Model): boolean {
    const frame = node.frame?.frame
    if (!frame || node.group.form === 'ing') return false
    const asks = frame.outcome === 'proposal' && frame.form === 'object-to'
    return asks || (model.kind === 'position' && (frame.outcome === 'commitment' || frame.outcome === 'attitude' || frame.outcome === 'clause-position'))
  }

  private heir(node: Node, result: Result, model: Model): Result {
    const heir = inherit(result, model.subject, model.speaker)
    this.results[node.index] = heir
    return heir
  }

  /** True when the verb of the noun's clause already took the noun's act for its own ("reaffirmed its commitment to …"). */
  private fills(node: Node, verb: Node): boolean {
    const model = this.resultOf(verb)?.model
    if (!model?.rule.startsWith('noun/') || model.rule.endsWith('-nested')) return false
    return verb.relation === 'nouns' || this.resultOf(verb)?.taken === node.group.head || node.noun === undefined || model.rule === `noun/${node.noun.cue.id}`
  }

  /** The model under which a complement stands: that of the verb which asks for it. */
  private governed(node: Node): Model | undefined {
    const taken = node.parent !== undefined && this.resultOf(node.parent)?.taken === node.group.head
    if (node.relation !== 'complement' && node.relation !== 'noun' && !taken) return undefined
    if (node.relation === 'noun' && node.parent && !this.fills(node, node.parent)) return undefined
    for (let at = node.parent; at; at = at.parent) {
      const model = this.resultOf(at)?.model
      if (model) return at.frame?.frame.outcome === 'attitude' && model.kind === 'position' ? undefined : model
      if (at.relation !== 'complement' && at.relation !== 'noun') return undefined
    }
    return undefined
  }

  /** "Two ports to be opened by May.": a thing and what is to be done with it, as headlines and plans have it. */
  private isToBeDone(tree: Tree, from: number): boolean {
    const first = tree.nodes[0]
    if (!this.alone || first?.group.form !== 'to' || !first.group.passive || first.group.start <= from) return false
    return !tree.nodes.some((node) => node.group.form === 'finite' && node.relation !== 'relative')
  }

  private toBeDone(node: Node, from: number): void {
    const act = this.actOf(node.group.head)
    const model: Model = { kind: 'commitment', force: 'intent', aspect: act.aspect, negated: node.group.negated, subject: this.agent(node.group.head, nobody), speaker: this.speakerOf(nobody, undefined), rule: 'clause/to-be-done', asked: undefined, addressed: undefined }
    this.state(node, toResult(nobody, undefined), model, act.lemma, node.group.head, from)
  }

  /** An item without a verb under a report ("The following were signed:"). */
  private listed(from: number, lead: Lead): void {
    this.drafts.push(toDraft(vary(lead.model, { rule: withItem(lead.model.rule) }), from, this.end, undefined, lead.act, [from, from + 1]))
    this.owners.push(undefined)
  }

  /** "1. Decides to extend …;": a line of a resolution goes on with the organ that its opening names. */
  private operative(from: number): Lead | undefined {
    const { units, memory } = this
    let at = from
    while (has(units[at], Flag.ADVERB) && !has(units[at], VERB)) at++
    const verb = units[at]
    if (!this.alone || !verb || !has(verb, Flag.PRESENT) || has(verb, Flag.BASE | Flag.NAME | Flag.BE | Flag.HAVE | Flag.MODAL)) return undefined
    const subject = memory.organ ?? (this.context.voice === 'joint' ? this.joint : undefined)
    if (!subject || !governs(units, at) || !verb.word.frames.some((frame) => bareStances.has(frame.outcome))) return undefined
    return { forms: ITEMS | Flag.PRESENT, act: '', lists: false, announces: false, model: { kind: 'commitment', force: 'intent', aspect: 'new', negated: false, subject, speaker: undefined, rule: OPERATIVE, asked: undefined, addressed: undefined } }
  }

  /** A line that opens with a base form ("Open a second port.") is an item of what the text undertakes, unless it asks its reader to do it. */
  private bare(from: number): Lead | undefined {
    const unit = this.units[from]
    const verb = has(unit, Flag.ADVERB) && !has(unit, Flag.BASE) ? this.units[from + 1] : unit
    if (!this.alone || !verb || this.end - from < 3 || has(verb, Flag.NAME | Flag.PREPOSITION | Flag.MODAL)) return undefined
    const open = has(verb, Flag.BASE) || (this.closes && this.context.voice === 'report' && !this.memory.organ && (has(verb, Flag.ING) || (has(verb, Flag.TO) && verb.word.form === verb.word.text)))
    if (!open || has(this.units[this.units.indexOf(verb) + 1], Flag.MODAL | Flag.BE | Flag.HAVE) || isA(partyWords(this.vocabulary), verb.word.lemma, Is.directive)) return undefined
    const subject = this.context.voice === 'report' ? (this.memory.speaker ?? nobody) : this.joint
    return { forms: ITEMS, act: '', lists: false, announces: false, model: { kind: 'commitment', force: 'intent', aspect: 'new', negated: false, subject, speaker: undefined, rule: BARE, asked: undefined, addressed: undefined } }
  }

  /** A line of a preamble: it ends in a comma, a semicolon or "and", and says what those hold who go on to agree. */
  private isPreamble(from: number): boolean {
    const { units, end } = this
    if (!this.alone || this.context.voice === 'report' || from >= end) return false
    const mark = units[end]
    return mark ? !has(mark, Flag.TERMINAL) && mark.word.code !== Code.COLON : has(units[end - 1], Flag.COORDINATOR)
  }

  /** A line of a preamble that opens with an adjective or participle of stance: "Mindful of …,", "Determined to …;". */
  private recital(from: number, tree: Tree): boolean {
    const { units, end } = this
    if (has(units[from], Flag.ING) || !this.isPreamble(from)) return false
    const found = openingFrame(units, from, end, tree.groups, this.vocabulary)
    if (!found) return false
    this.recite(from, this.lemma(found.frame.form === 'to' || found.frame.form === 'ing' ? found.verb : from))
    return true
  }

  private recite(from: number, act: string): void {
    let to = this.end
    while (to > from + 1 && has(this.units[to - 1], Flag.PUNCTUATION | Flag.COORDINATOR)) to--
    const subject = as(this.joint, { rule: 'party/recital' })
    this.drafts.push(toDraft(toModel('position', 'none', 'new', false, subject, undefined, 'clause/recital', undefined, undefined), from, to, undefined, act, [from, from + 1]))
    this.owners.push(undefined)
  }

  /** "Done at …, in two copies, both texts being equally authentic": the signing, up to what it says of the texts. */
  private testify(from: number): void {
    let to = this.end
    for (let k = from; k < this.end; k++) if (has(this.units[k], Flag.BE) && has(this.units[k], Flag.ING)) to = k
    while (to < this.end && to > from && !isComma(this.units[to])) to--
    if (to === from) to = this.end
    const subject = as(this.joint, { rule: 'party/treaty' })
    const model: Model = { kind: 'report', force: 'none', aspect: 'new', negated: false, subject, speaker: undefined, rule: 'clause/testimonium', asked: undefined, addressed: undefined }
    this.drafts.push(toDraft(model, from, to, undefined, this.lemma(from), [from, from + 1]))
    this.owners.push(undefined)
  }

  private item(node: Node, result: Result, lead: Lead): void {
    const says = node.frame?.frame.outcome ?? ''
    if (lead.model.rule === OPERATIVE) return this.predicate(node, inherit(result, lead.model.subject, result.speaker))
    if (lead.model.rule === BARE && node.frame?.frame.id !== 'support-object' && bareStances.has(says)) return this.predicate(node, inherit(result, lead.model.subject, result.speaker))
    const act = this.actOf(node.group.head)
    this.state(node, inherit(result, result.subject, lead.model.speaker), vary(lead.model, { aspect: act.aspect, negated: node.group.negated || lead.model.negated, rule: withItem(lead.model.rule) }), act.lemma, node.group.head)
  }

  private adjunct(node: Node, result: Result, parent: Result | undefined): void {
    const outcome = node.frame?.frame.outcome ?? ''
    const states = ['attitude', 'position', 'clause-position', 'proposal', 'speech', 'commitment', 'request'].includes(outcome)
    if (!states || !isComma(this.units[node.link]) || !parent || parent.subject.kind === 'abstract' || node.group.form !== 'ing') return
    if (this.context.voice === 'treaty') return
    this.predicate(node, result)
  }

  /** Before the main clause: recitals of a joint text ("Recognizing …, the sides"), concessions; the rest states nothing. */
  private front(node: Node, result: Result): void {
    const opener = this.units[node.link]
    if (node.group.form === 'finite') {
      if (opener?.word.kind === 'concessive') this.predicate(node, result)
      return
    }
    const outcome = node.frame?.frame.outcome ?? ''
    const says = ['attitude', 'position', 'clause-position', 'proposal', 'commitment', 'wish'].includes(outcome)
    if (node.group.form === 'to') result.silent = true
    if (node.group.form !== 'ing' || !says) return
    if (outcome === 'clause-position' && this.context.voice === 'joint') result.silent = true
    const lemma = (this.units[node.group.head] as Unit).word.lemma
    const main = this.tree?.nodes.find((n) => n.relation === 'root')
    // the preamble of a treaty runs into "have agreed as follows:"; in an article what stands before the clause only limits it
    if (main && !(this.context.voice === 'treaty' && isStrongMark(this.units[this.end]?.word.code))) return
    const subject = this.context.voice === 'report' ? ((main && this.resultOf(main)?.subject) ?? this.memory.organ) : (this.memory.organ ?? this.joint)
    if (!subject || (this.context.voice === 'report' && subject.kind === 'abstract')) return
    const model: Model = { kind: 'position', force: 'none', aspect: this.aspect(lemma), negated: false, subject: as(subject, { rule: 'party/recital' }), speaker: this.context.voice === 'report' ? this.speakerOf(subject, undefined) : undefined, rule: 'clause/recital', asked: undefined, addressed: undefined }
    result.silent = true
    this.state(node, result, model, lemma, node.group.head)
  }

  private relative(node: Node, result: Result): void {
    const { group } = node
    const own = node.subject !== undefined
    const known = node.frame?.frame.outcome
    const promises = (group.modal === 'intent' || group.modal === 'binding') && (own || group.passive || known === 'act' || known === 'report') || (own && known === 'commitment' && group.tense === 'present')
    result.silent = true
    if (!promises && !(own && group.tense === 'past' && this.commaBefore(node) < node.link)) return this.refuseNode(node, 'not-an-act', 'clause/relative')
    result.silent = false
    if (!own && this.context.voice === 'treaty' && group.modal !== 'binding') return this.refuseNode(node, 'not-an-act', 'clause/relative')
    this.predicate(node, result)
  }

  /** A noun that performs for an owner of its own inside another statement: "welcomed Z's decision to provide …". */
  private nested(node: Node, result: Result): void {
    const { noun } = node
    if (this.context.voice === 'treaty') return
    if (node.parent && (this.fills(node, node.parent) || this.resultOf(node.parent)?.silent)) return
    if (!noun?.cue.force || !['commitment', 'proposal'].includes(noun.cue.act)) return
    if (node.parent?.frame?.frame.act && node.parent.frame.frame.outcome === 'commitment') return
    const owner = this.owner(noun.at, node.group.start)
    if (!owner) return
    const subject = owner.subject ?? result.subject
    if (!subject.parties.length && subject.kind !== 'joint') return
    const act = this.actOf(node.group.head)
    const force = noun.cue.id === 'intention' ? 'intent' : (noun.cue.force as Force)
    const aspect: Aspect = noun.cue.id === 'commitment' ? 'reaffirmed' : act.aspect
    const asks = noun.cue.act === 'proposal'
    const model: Model = { kind: noun.cue.act as Kind, force, aspect, negated: false, subject: asks ? nobody : subject, speaker: asks ? subject : this.speakerOf(subject, result.speaker), rule: `noun/${noun.cue.id}-nested`, asked: undefined, addressed: undefined }
    this.state(node, result, model, act.lemma, noun.at, owner.from)
  }

  /** Whose the noun at `at` is: before it ("Z's", "their"), or after it ("of Z"); undefined where the text does not say. */
  private owner(at: number, to: number): { from: number; subject: Subject | undefined } | undefined {
    const { units } = this
    for (let k = at - 1; k >= Math.max(0, at - 5); k--) {
      if (has(units[k], Flag.POSSESSIVE)) return { from: k, subject: undefined }
      if (has(units[k], Flag.GENITIVE)) {
        let from = k - 1
        while (from > 0 && has(units[from - 1], Flag.DETERMINER | Flag.NAME)) from--
        return { from, subject: this.possessor(from, k) }
      }
      if (has(units[k], Flag.PUNCTUATION | Flag.PREPOSITION | Flag.COORDINATOR) || (has(units[k], VERB) && !has(units[k], Flag.ALSO_NOUN | Flag.PARTICIPLE))) break
      if (has(units[k], Flag.DETERMINER)) {
        const { code } = units[at + 1]?.word ?? {}
        if (code !== Code.OF && code !== Code.BY) break
        const subject = this.resolve(at + 2, Math.min(to, at + 8))
        return subject.parties.length ? { from: k, subject } : undefined
      }
    }
    return undefined
  }

  private possessor(from: number, to: number): Subject {
    const parties: string[] = []
    for (let k = from; k < to; k++) for (const party of this.units[k]?.name?.parties ?? []) if (!parties.includes(party)) parties.push(party)
    if (!parties.length) return this.resolve(from, to)
    return { parties, kind: 'party', name: this.text.slice(this.units[from]?.from, this.units[to - 1]?.to), rule: 'party/name' }
  }

  private noun(node: Node, result: Result, peer: Result | undefined): void {
    if (!node.noun || !peer) return
    const found = nounOutcome(this.units, node.noun, this.end, (this.tree as Tree).groups)
    const owner = this.owner(node.noun.at, found.verb ?? this.end)
    if (owner?.subject && found.kind !== 'position' && owner.subject.parties.length) {
      const force = node.noun.cue.id === 'intention' ? 'intent' : found.force
      const act = this.actOf(found.verb ?? node.noun.at)
      const asks = found.kind === 'proposal'
      const model: Model = { kind: found.kind, force, aspect: act.aspect, negated: false, subject: asks ? nobody : owner.subject, speaker: asks ? owner.subject : undefined, rule: `noun/${node.noun.cue.id}-nested`, asked: undefined, addressed: undefined }
      return this.state(node, result, model, act.lemma, node.noun.at)
    }
    if (found.kind === 'position' || (peer.model?.kind === 'position' && !has(this.units[node.from], Flag.POSSESSIVE) && !peer.model.rule.startsWith('noun/'))) return
    const asks = found.kind === 'proposal'
    const act = found.verb === undefined ? { lemma: node.noun.cue.id, aspect: 'new' as Aspect } : this.actOf(found.verb)
    const aspect: Aspect = node.noun.cue.id === 'commitment' ? 'reaffirmed' : act.aspect
    const model: Model = { kind: found.kind, force: found.force, aspect, negated: false, subject: asks ? nobody : peer.subject, speaker: asks ? (peer.speaker ?? peer.model?.speaker) : this.speakerOf(peer.subject, peer.speaker), rule: `noun/${node.noun.cue.id}`, asked: undefined, addressed: undefined }
    this.state(node, result, model, act.lemma, node.noun.at)
  }

  // -- predicates ------------------------------------------------------------------------------------------------

  private predicate(node: Node, result: Result): void {
    const { group, frame: found } = node
    const { subject } = result
    const base: Model = { kind: 'report', force: 'none', aspect: 'new', negated: group.negated, subject, speaker: this.speakerOf(subject, result.speaker), rule: `frame/${found?.frame.id ?? 'act'}`, asked: undefined, addressed: undefined }
    if (group.modal === 'can') return this.permitted(node, result, base)
    if (group.passive && !group.modal && (this.reached(node, result, base) || this.tasked(node, result, base))) return
    if (found && this.byFrame(node, result, base, found)) return
    const lemma = (this.units[group.head] as Unit).word.lemma
    const after = this.units[group.head + 1]
    const last = group.head + 1 >= this.end || isComma(after) || isStrongMark(after?.word.code)
    const leads = isStrongMark(this.units[this.end]?.word.code)
    const told = startsNoun(after) && this.onlySpeaks(lemma) && this.tells(group.head, lemma)
    if (!found && !group.modal && !group.passive && (last || told) && !leads && this.speaks(lemma)) return this.refuseNode(node, 'not-an-act', 'border/speech-alone')
    if (!group.modal && (group.tense === 'copula' || (group.tense === 'progressive' && !group.passive && ((this.units[group.head] as Unit).word.more & More.VALUE) !== 0) || (this.units[group.head] as Unit).word.kind === 'copula')) return this.copula(node, result, base)
    if (group.passive && !group.modal && this.isStance(lemma)) {
      const agent = this.agent(group.head, subject)
      const holder = agent.parties.length ? agent : this.context.voice === 'report' ? as(nobody, { name: subject.name }) : this.joint
      return this.state(node, result, vary(base, { kind: 'position', subject: holder, rule: 'clause/passive-attitude' }), lemma, group.head)
    }
    const effort = group.passive ? this.effortOf(node) : undefined
    if (effort !== undefined) return this.acts(node, result, base, effort, modalForces[group.modal] ?? 'none')
    this.acts(node, result, base, group.head, modalForces[group.modal] ?? 'none')
  }

  /** "Every effort should be made to open": the verb of the effort. */
  private effortOf(node: Node): number | undefined {
    if (!node.subject || this.units[node.subject[1] - 1]?.word.kind !== 'light') return undefined
    return this.tree?.nodes.find((n) => n.parent === node && n.relation === 'complement')?.group.head
  }

  /** "An agreement was reached to open …", "readiness was expressed to …": the noun before the verb performs what follows it. */
  private reached(node: Node, result: Result, base: Model): boolean {
    const { head, start } = node.group
    const noun = node.subject && nounCueAt(this.units, node.subject[0], node.subject[1])
    const lemma = this.lemma(head)
    if (!noun?.cue.force || !(this.isStance(lemma) || isA(partyWords(this.vocabulary), lemma, Is.light))) return false
    const groups = (this.tree as Tree).groups
    const own = nounOutcome(this.units, noun, start, groups)
    const found = own.verb === undefined ? nounOutcome(this.units, { cue: noun.cue, at: head }, this.end, groups) : own
    if (found.verb === undefined) return false
    const agent = this.agent(head, base.subject)
    const who = agent.parties.length ? agent : this.impersonal(result.speaker)
    const asks = found.kind === 'proposal'
    const act = this.actOf(found.verb)
    const model: Model = vary(base, { kind: found.kind, force: found.force, aspect: act.aspect, subject: asks ? nobody : who, speaker: asks ? who : base.speaker, rule: `noun/${noun.cue.id}` })
    return this.yes(this.state(node, result, model, act.lemma, head))
  }

  /** "The ministers were tasked to …", "firms were invited to …": a verb that asks somebody, turned round. */
  private tasked(node: Node, result: Result, base: Model): boolean {
    const { head } = node.group
    const frame = this.vocabulary.frames.get(this.lemma(head))?.find((row) => row.form === 'object-to' && row.words.length === 0)
    const to = (this.tree as Tree).groups[head + 1]
    if (!frame?.force || to?.form !== 'to' || !node.subject) return false
    const agent = this.agent(head, base.subject)
    const who = agent.parties.length ? agent : this.impersonal(result.speaker)
    const act = this.actOf(to.head)
    const asks = frame.outcome === 'proposal'
    if (!asks && frame.outcome !== 'commitment') return false
    const model: Model = vary(base, { kind: asks ? 'proposal' : 'commitment', force: frame.force as Force, aspect: act.aspect, subject: asks ? nobody : who, speaker: asks ? who : base.speaker, rule: `frame/${frame.id}`, asked: asks ? node.subject : undefined })
    return this.yes(this.state(node, result, model, act.lemma, head))
  }

  private isStance(lemma: string): boolean {
    return this.vocabulary.frames.get(lemma)?.some((f) => f.words.length === 0 && (f.outcome === 'attitude' || f.outcome === 'position')) === true
  }

  private speaks(lemma: string): boolean {
    return this.vocabulary.frames.get(lemma)?.some((f) => f.words.length === 0 && clauseOutcomes.has(f.outcome)) === true
  }

  private isPassive(verb: number): boolean {
    return (this.tree as Tree).nodes.some(({ group }) => group.head === verb && group.passive)
  }

  private judges([from, to]: readonly [number, number]): boolean {
    for (let k = from; k < to; k++) if (((this.units[k] as Unit).word.more & More.VALUE) !== 0) return true
    return false
  }

  /** Every frame of the verb is of speech: with a noun after it ("told her colleague") it states nothing by itself. */
  private onlySpeaks(lemma: string): boolean {
    return this.vocabulary.frames.get(lemma)?.every((f) => f.outcome === 'speech') === true
  }

  /** "told her colleague …", "said the volume … grew": somebody is told, or a clause was said. */
  private tells(head: number, lemma: string): boolean {
    if (this.vocabulary.frames.get(lemma)?.some((f) => f.words.includes('NP'))) return true
    for (let k = head + 2; k < Math.min(this.end, head + 14) && !has(this.units[k], Flag.PUNCTUATION | Flag.COORDINATOR | Flag.RELATIVE); k++) if (has(this.units[k], Flag.PAST | Flag.BE | Flag.HAVE | Flag.MODAL)) return true
    return false
  }

  private permitted(node: Node, result: Result, base: Model): void {
    const leave = this.context.voice === 'joint' && this.units[node.group.start]?.word.code === Code.MAY && (node.group.passive || result.subject.kind !== 'abstract')
    const holds = leave || this.context.voice === 'treaty' || (this.context.voice === 'joint' && result.subject.kind === 'party') || (this.context.voice === 'report' && result.subject.parties.length > 0)
    if (!holds) return this.refuseNode(node, 'not-an-act', 'border/may')
    const subject = this.context.voice === 'treaty' && this.isStranger(base.subject) ? as(this.joint, { rule: 'party/treaty' }) : base.subject
    this.state(node, result, vary(base, { kind: 'position', subject }), this.actOf(node.group.head).lemma, node.group.head)
  }

  /** What the frame at the verb decides; false where only tense and mood can. */
  private byFrame(node: Node, result: Result, base: Model, found: FrameMatch): boolean {
    const { group } = node
    const { frame, at, verb } = found
    const { modal } = group
    const force = modalForces[modal] ?? 'none'
    const outcome = frame.outcome === 'wish' ? 'commitment' : frame.outcome
    if (frame.form === 'that' && (outcome === 'nothing' || outcome === 'forecast' || outcome === 'position' || outcome === 'belief')) result.silent = true
    // what only describes a thing is an act of those who can decide on it: "we will include the port"
    const rules = modal === 'binding' && this.context.voice === 'treaty' && frame.id !== 'defines'
    const decides = outcome === 'nothing' && frame.form === 'any' && (rules || ((modal === 'intent' || modal === 'binding') && deciders.has(base.subject.kind)))
    if (decides) return this.yes(this.acts(node, result, base, group.head, force))
    if (outcome === 'forecast' || outcome === 'nothing') return this.no(node, 'forecast', base.rule)
    if (outcome === 'undergo') return modal === 'intent' || modal === 'would' || group.tense === 'present' ? this.no(node, 'forecast', base.rule) : false
    if (clauseOutcomes.has(outcome) && (!modal || frame.form === 'that')) return this.await(node, result, base, found)
    if (modal && (outcome !== 'permission' || modal === 'should')) {
      if (modal === 'would' && (outcome === 'position' || outcome === 'attitude') && deciders.has(base.subject.kind) && node.relation !== 'that' && node.relation !== 'content') return this.position(node, result, base)
      if (outcome === 'commitment' && modal === 'would') return this.commits(node, result, base, found)
      if (outcome === 'chain' || outcome === 'continue' || outcome === 'chain-not') {
        const inner = this.frameAt(verb)?.frame.outcome
        if (modal === 'intent' && (inner === 'forecast' || !deciders.has(base.subject.kind))) return this.no(node, 'forecast', base.rule)
        return this.yes(this.acts(node, result, vary(base, { aspect: outcome === 'continue' ? 'continuing' : base.aspect, negated: base.negated || outcome === 'chain-not' }), frame.act ? group.head : verb, force))
      }
      if (['commitment', 'act', 'position', 'attitude', 'report', 'witness', 'performs', 'stance', 'begin', 'reserve'].includes(outcome)) {
        const complement = outcome === 'commitment' && frame.form !== 'object' && has(this.units[verb], VERB) ? verb : group.head
        return this.yes(this.acts(node, result, base, complement, force))
      }
    }
    switch (outcome) {
      case 'chain': case 'continue': case 'chain-not': return this.chained(node, result, base, found)
      case 'permission':
        if (modal === 'should') return false
        return this.yes(this.state(node, result, vary(base, { kind: 'position' }), this.actOf(verb).lemma, verb))
      case 'obligation':
        // "exchanges need to be widened"
        if (base.subject.kind === 'abstract' && this.isPassive(verb)) return this.yes(this.state(node, result, vary(base, { kind: 'proposal', force: 'should', aspect: this.actOf(verb).aspect, subject: nobody }), this.actOf(verb).lemma, verb))
        return this.yes(this.acts(node, result, base, verb, 'should'))
      case 'impersonal':
        // "checks are necessary to keep trade safe" judges the checks
        if (node.subject && this.units[group.start - 1]?.word.kind !== 'it') return this.yes(this.copula(node, result, base))
        return this.yes(this.state(node, result, vary(base, { kind: 'proposal', force: 'should', subject: nobody }), this.actOf(verb).lemma, verb))
      case 'commitment': return this.commits(node, result, base, found)
      case 'commitment-not': return this.commits(node, result, vary(base, { negated: !base.negated }), found)
      case 'proposal': return this.proposes(node, result, base, found)
      case 'attitude': return this.attitude(node, result, base, at)
      case 'position': return this.position(node, result, base)
      case 'belief': return this.foresees(verb) ? this.no(node, 'forecast', base.rule) : this.position(node, result, base)
      case 'stance': return group.tense === 'present' ? this.position(node, result, base) : false
      case 'witness':
        if (this.context.voice === 'report') return this.no(node, 'not-an-act', base.rule)
        return this.yes(this.state(node, result, vary(base, { kind: 'position', subject: this.joint }), frame.act || this.lemma(group.head), group.head))
      case 'performs': return this.yes(this.state(node, result, base, this.lemma(group.head), group.head))
      case 'report': return this.meets(node, result, base, found)
      default: return false
    }
  }

  /** "confidence that ties will grow": the first verb of the clause looks ahead. */
  private foresees(at: number): boolean {
    const { groups } = this.tree as Tree
    for (let k = at; k < this.end; k++) if (groups[k]?.form === 'finite') return groups[k]?.modal === 'intent' || groups[k]?.modal === 'would'
    return false
  }

  private lemma(k: number): string {
    return (this.units[k] as Unit).word.lemma
  }

  private yes(_: void): true {
    return true
  }

  private no(node: Node, gate: Gate, rule: string): true {
    this.refuseNode(node, gate, rule)
    return true
  }

  private commits(node: Node, result: Result, base: Model, { frame, verb }: FrameMatch): true {
    if (frame.id === 'be-to' && !this.isPlanned(node, verb)) return this.no(node, 'not-an-act', base.rule)
    const point = frame.id === 'be-to' && this.vocabulary.ordinals.has(this.units[node.group.start - 1]?.word.text ?? '')
    const act = this.actOf(frame.form === 'object' || frame.form === 'any' || frame.form === 'sum' ? node.group.head : verb)
    if (point) return this.yes(this.state(node, result, vary(base, { kind: 'proposal', force: 'should', aspect: act.aspect, subject: as(this.joint, { rule: 'party/point' }) }), act.lemma, verb))
    const inner = frame.outcome === 'wish' ? this.frameAt(verb)?.frame.outcome : undefined
    if ((frame.outcome === 'wish' || (frame.force === 'ready' && frame.form === 'object')) && base.negated) return this.no(node, 'not-an-act', 'border/unwilling')
    if (inner === 'position' || inner === 'attitude' || inner === 'clause-position') return this.says(node, result, base, verb)
    // "schools offer courses": a service in the present, no offer made
    if (frame.id === 'offer-object' && (base.negated || (node.group.tense === 'present' && this.context.voice === 'report' && base.subject.rule !== 'party/we-speaker'))) return this.no(node, 'not-an-act', 'border/present')
    const aims = frame.id === 'be-to' ? this.aimOf(node) : undefined
    if (aims) return this.yes(this.state(node, result, vary(base, { kind: 'commitment', force: 'intent', aspect: act.aspect, subject: aims }), act.lemma, verb))
    if (frame.id === 'pleased-to' && node.group.tense === 'past') return this.yes(this.acts(node, result, vary(base, { negated: false }), verb, 'none'))
    if (base.subject.kind === 'instrument' && frame.force === 'ready' && frame.form === 'object') return this.no(node, 'not-an-act', base.rule)
    // "the first priority is to reach a truce": what is called vital is asked for
    const urgent = frame.id === 'be-to' && base.subject.kind === 'abstract' && node.subject !== undefined && this.judges(node.subject)
    if (urgent) return this.yes(this.state(node, result, vary(base, { kind: 'proposal', force: 'should', aspect: act.aspect, subject: nobody }), act.lemma, verb))
    const passive = this.isPassive(verb)
    // "the next round is scheduled to be held": agentless, as by "will be held"
    if (base.subject.kind === 'abstract' && !base.subject.parties.length && frame.force === 'intent' && passive) return this.yes(this.state(node, result, vary(base, { kind: 'commitment', force: 'intent', aspect: act.aspect, subject: nobody }), act.lemma, verb))
    if (base.subject.kind === 'abstract' && !base.subject.parties.length && (frame.force === 'intent' || (frame.force === 'ready' && frame.form === 'object'))) return this.no(node, 'no-actor', base.rule)
    return this.yes(this.state(node, result, vary(base, { kind: 'commitment', force: frame.force as Force, aspect: act.aspect }), (frame.act && this.invited(node)) || frame.act || act.lemma, verb))
  }

  /** What an invitation that is accepted is for: "to meet in …"; empty where it does not say. */
  private invited(node: Node): string {
    const child = this.tree?.nodes.find((one) => one.parent === node && one.relation === 'noun' && one.group.form === 'to')
    return child ? this.actOf(child.group.head).lemma : ''
  }

  /** "I would like to thank", "we want to stress": saying so is what the inner verb does. */
  private says(node: Node, result: Result, base: Model, verb: number): true {
    return this.yes(this.state(node, result, vary(base, { kind: 'position', aspect: this.aspect(this.lemma(verb)) }), this.lemma(verb), verb))
  }

  /** "are to meet": nothing but adverbs between, and somebody who is to; "there is nothing to see", "the aim was to" are no plans. */
  private isPlanned(node: Node, verb: number): boolean {
    const { units } = this
    if (units[node.group.start - 1]?.word.code === Code.THERE) return false
    let to = verb
    while (to > node.group.head && !has(units[to], Flag.TO)) to--
    for (let k = node.group.head + 1; k < to; k++) if (!has(units[k], Flag.ADVERB | Flag.NOT | Flag.PUNCTUATION)) return false
    return true
  }

  /** "The Committee's aim is to …": whose aim the subject names. */
  private aimOf(node: Node): Subject | undefined {
    if (!node.subject) return undefined
    const noun = nounCueAt(this.units, node.subject[0], node.subject[1])
    if (noun?.cue.act !== 'commitment') return undefined
    const owner = this.owner(noun.at, node.group.start)
    return owner && (owner.subject ?? this.joint)
  }

  private proposes(node: Node, result: Result, base: Model, { frame, at, verb }: FrameMatch): true {
    if (base.subject.kind === 'abstract' && !node.group.passive) return this.no(node, 'no-actor', base.rule)
    const act = frame.act ? { lemma: frame.act, aspect: 'new' as Aspect } : this.actOf(frame.form === 'object' || frame.form === 'for' ? node.group.head : verb)
    const speaker = base.subject.kind === 'joint' ? undefined : base.subject
    const model: Model = vary(base, { kind: 'proposal', force: 'should', aspect: act.aspect })
    if (frame.form === 'object-to' && !node.group.passive) {
      let to = verb
      while (to > at && !has(this.units[to], Flag.TO)) to--
      return this.yes(this.state(node, result, vary(model, { asked: [at, to] }), act.lemma, verb))
    }
    return this.yes(this.state(node, result, vary(model, { subject: nobody, speaker: speaker ?? base.speaker }), act.lemma, verb))
  }

  private chained(node: Node, result: Result, base: Model, found: FrameMatch): boolean {
    const { group } = node
    const { outcome } = found.frame
    if (group.tense !== 'present' && outcome !== 'continue') return this.yes(this.acts(node, result, vary(base, { negated: base.negated || outcome === 'chain-not' }), found.frame.act ? group.head : found.verb, 'none'))
    if (base.subject.kind === 'abstract' && outcome === 'chain') return this.no(node, 'no-actor', base.rule)
    const act = this.actOf(found.frame.act ? group.head : found.verb)
    const aspect: Aspect = outcome === 'continue' ? 'continuing' : act.aspect
    const inner = this.frameAt(found.verb)?.frame.outcome
    if (inner === 'position' || inner === 'attitude') return this.yes(this.state(node, result, vary(base, { kind: 'position', aspect: 'continuing' }), act.lemma, found.verb))
    if (inner === 'proposal') {
      const asks = this.frameAt(found.verb) as FrameMatch
      let to = asks.verb
      while (to > asks.at && !has(this.units[to], Flag.TO)) to--
      const asked: Partial<Model> = asks.frame.form === 'object-to' && to > asks.at ? { asked: [asks.at, to] } : {}
      const what = asks.frame.form === 'object' ? act.lemma : this.actOf(asks.verb).lemma
      return this.yes(this.state(node, result, vary(base, { kind: 'proposal', force: 'should', aspect: 'continuing', subject: nobody, ...asked }), what, asks.frame.form === 'object' ? found.verb : asks.verb))
    }
    if (group.tense === 'present' && this.isStranger(base.subject)) return base.subject.rule === 'party/name-by-form' ? this.no(node, 'no-actor', base.rule) : this.yes(this.state(node, result, vary(base, { kind: 'position', aspect }), act.lemma, found.verb))
    return this.yes(this.state(node, result, vary(base, { kind: 'commitment', force: 'intent', aspect }), act.lemma, found.verb))
  }

  private attitude(node: Node, result: Result, base: Model, at: number): true {
    const noun = nounCueAt(this.units, at, Math.min(at + 7, this.end))
    let foreign = false
    for (let k = at; noun && k < noun.at; k++) if (has(this.units[k], Flag.GENITIVE)) foreign = !this.isOwn(this.owner(noun.at, noun.at)?.subject, base.subject)
    if (noun && !foreign) {
      const found = nounOutcome(this.units, noun, this.end, (this.tree as Tree).groups)
      const act = found.verb === undefined ? undefined : this.actOf(found.verb)
      result.taken = found.verb
      const aspect: Aspect = noun.cue.id === 'commitment' ? 'reaffirmed' : (act?.aspect ?? this.aspect(this.lemma(node.group.head)))
      const asks = found.kind === 'proposal'
      const asker = base.subject.kind === 'joint' ? undefined : base.subject
      const model = toModel(found.kind, found.force, aspect, base.negated, asks ? nobody : base.subject, asks ? (base.speaker ?? asker) : base.speaker, `noun/${noun.cue.id}`, base.asked, base.addressed)
      const named = found.kind === 'position' && noun.cue.verb ? noun.cue.verb : this.lemma(node.group.head)
      return this.yes(this.state(node, result, model, act?.lemma ?? named, node.group.head))
    }
    if (base.subject.kind === 'abstract' || base.subject.kind === 'none') return this.no(node, 'no-actor', base.rule)
    return this.yes(this.state(node, result, vary(base, { kind: 'position', aspect: this.aspect(this.lemma(node.group.head)) }), this.lemma(node.group.head), node.group.head))
  }

  /** "conveyed R's readiness", said by R: the noun is the speaker's own. */
  private isOwn(owner: Subject | undefined, subject: Subject): boolean {
    return owner !== undefined && owner.parties.length === 1 && subject.parties.length === 1 && owner.parties[0] === subject.parties[0]
  }

  private position(node: Node, result: Result, base: Model): true {
    if ((base.subject.kind === 'abstract' || base.subject.kind === 'none') && !node.group.passive) return this.no(node, 'no-actor', base.rule)
    // what one is doing for somebody is under way, not held
    if (node.group.tense === 'progressive' && !node.group.passive && node.frame?.frame.form === 'object') return this.yes(this.state(node, result, base, this.lemma(node.group.head), node.group.head))
    return this.yes(this.state(node, result, vary(base, { kind: 'position' }), this.named(node.group.head, this.lemma(node.group.head)), node.group.head))
  }

  /** "R met with Z": both are parties of the report. */
  private meets(node: Node, result: Result, base: Model, { frame }: FrameMatch): boolean {
    if (frame.id !== 'meet' || node.group.passive) return false
    const other = this.withWhom(node.group.head + 1)
    if (!other.length) return false
    const parties = [...new Set([...base.subject.parties, ...other])]
    return this.yes(this.state(node, result, vary(base, { subject: as(base.subject, { parties }) }), this.lemma(node.group.head), node.group.head))
  }

  private withWhom(at: number): readonly string[] {
    for (let k = at; k < Math.min(this.end, at + 8); k++) {
      const to = k === at && has(this.units[k], Flag.TO)
      if (this.units[k]?.word.code !== Code.WITH && !to) continue
      let stop = k + 1
      while (stop < this.end && stop < k + 24 && !has(this.units[stop], Flag.MODAL | Flag.BE | Flag.TO) && !isStrongMark(this.units[stop]?.word.code)) stop++
      const other = this.resolve(k + 1, stop)
      return other.kind === 'official' || other.kind === 'joint' || other.kind === 'party' ? other.parties : []
    }
    return []
  }

  /** An act by tense and mood: commitment, proposal or report. */
  private acts(node: Node, result: Result, base: Model, verb: number, force: Force): void {
    const { group } = node
    const { subject } = base
    const { voice } = this.context
    const act = this.actOf(verb)
    const say = (kind: Kind, f: Force, who: Subject = subject) =>
      this.state(node, result, vary(base, { kind, force: f, aspect: base.aspect === 'continuing' ? base.aspect : act.aspect, subject: who, rule: group.modal ? `modal/${group.modal}` : base.rule }), act.lemma, verb)
    const abstract = subject.kind === 'abstract' || subject.kind === 'people'
    if (force === 'should') {
      if (abstract && !group.passive) return say('position', 'none')
      const shared = voice !== 'report' && (subject.kind === 'joint' || subject.kind === 'instrument') && !group.passive && !base.speaker
      return say(shared ? 'commitment' : 'proposal', 'should', group.passive ? this.agent(group.head, subject) : subject)
    }
    if (group.modal) return this.promises(node, result, base, act, force, say)
    if (group.tense === 'present' && !group.passive) {
      if (abstract || subject.kind === 'none' || (subject.rule === 'party/name-by-form' && voice === 'joint')) return this.refuseNode(node, 'no-actor', 'border/present')
      // what a text says of itself or of another text binds nobody
      if (subject.kind === 'instrument' && this.speaks(this.lemma(group.head))) return say('report', 'none')
      if (subject.kind === 'instrument' && (voice === 'report' || (voice === 'joint' && !node.frame))) return this.refuseNode(node, 'no-actor', 'border/instrument')
      if (voice === 'report' && this.context.turns && !node.frame) return this.refuseNode(node, 'not-an-act', 'border/present')
      if (voice === 'report' && this.context.turns && (node.frame?.frame.outcome === 'act' || node.frame?.frame.outcome === 'report')) return say('report', 'none')
      if (voice === 'report' || this.isStranger(subject)) return say('position', 'none')
      return say('commitment', 'intent')
    }
    if (group.passive && group.tense === 'present' && this.performs(node)) return say('commitment', 'agreed', voice === 'report' ? subject : this.joint)
    if (group.passive && group.tense === 'present') return this.refuseNode(node, 'not-an-act', 'border/present-passive')
    const begins = node.frame?.frame.outcome === 'begin'
    if (abstract && !group.passive && begins && group.tense === 'perfect') return say('report', 'none', nobody)
    if (abstract && !group.passive && voice === 'treaty' && group.tense === 'perfect') return say('report', 'none', as(this.joint, { rule: 'party/treaty' }))
    if (abstract && !group.passive && !(voice === 'report' && node.frame && (node.relation === 'root' || node.relation === 'clause'))) return this.refuseNode(node, 'no-actor', 'border/past')
    if (subject.kind === 'instrument' && !group.passive && group.tense === 'perfect') return this.refuseNode(node, 'no-actor', 'border/instrument')
    let who = group.passive ? this.agent(group.head, subject) : subject
    if (group.passive && !who.parties.length) who = as(who, { parties: voice === 'report' ? [] : this.context.parties })
    if (abstract && !group.passive && !who.parties.length) who = as(this.joint, { rule: 'party/of-the-text' })
    say('report', 'none', who)
  }

  /** Outside the parties of the text: what it does is no undertaking of theirs. */
  private isStranger(subject: Subject): boolean {
    const { parties } = this.context
    return parties.length > 0 && subject.parties.length > 0 && !subject.parties.some((party) => parties.includes(party))
  }

  /** "is hereby established": saying it does it. */
  private performs(node: Node): boolean {
    for (let k = node.group.start; k < node.group.head; k++) if (this.units[k]?.word.kind === 'performative') return true
    return false
  }

  private promises(node: Node, _result: Result, base: Model, _act: { lemma: string }, force: Force, say: (kind: Kind, f: Force, who?: Subject) => void): void {
    const { group } = node
    const { subject } = base
    const treaty = this.context.voice === 'treaty'
    const controls = (subject.kind !== 'abstract' && subject.kind !== 'people') || group.passive
    // "shall" binds in an instrument; in the first person it is a plain future
    if (force === 'binding' && !treaty && this.units[group.start - 1]?.word.code === Code.WE) return say('commitment', 'intent')
    const settled = node.relation === 'that' && node.parent ? this.resultOf(node.parent) : undefined
    const exists = this.units[group.start - 1]?.word.code === Code.THERE
    if (!controls && settled?.pending?.outcome === 'clause' && settled.subject.parties.length && (exists || !has(this.units[group.head], Flag.BE))) return say('commitment', force, settled.subject)
    if (!controls && settled?.pending?.outcome === 'clause' && node.parent?.group.passive) return say('commitment', force, this.context.voice === 'report' ? nobody : this.joint)
    if (!controls && node.frame?.frame.outcome === 'begin' && force === 'intent') return say('commitment', force, nobody)
    if (!controls && !(force === 'binding' && treaty)) return this.refuseNode(node, 'forecast', 'border/will-of-the-world')
    const none = node.subject !== undefined && has(this.units[node.subject[0]], Flag.NOT) && has(this.units[node.subject[0]], Flag.PRONOUN)
    const reserve = (none && force === 'binding') || force === 'binding' && node.frame?.frame.outcome === 'reserve' && !subject.parties.some((party) => this.context.parties.includes(party) && subject.kind === 'party')
    if (treaty && force === 'binding' && !group.passive && !reserve && (subject.rule === 'party/name-by-form' || subject.kind === 'abstract')) return say('commitment', force, as(this.joint, { rule: 'party/treaty' }))
    if (reserve) return say('position', 'none', as(this.joint, { rule: 'party/treaty' }))
    if (group.modal === 'would' && this.context.turns && node.relation !== 'that' && node.relation !== 'content') return this.refuseNode(node, 'forecast', 'border/would')
    if (group.modal === 'would' && !base.speaker && this.context.voice === 'report' && node.relation !== 'that' && node.relation !== 'content') return this.refuseNode(node, 'forecast', 'border/would')
    if (!group.passive) return say('commitment', force, subject)
    const agent = this.agent(group.head, subject)
    // "it was decided that a group would be set up": those who decide set it up
    const decided = !agent.parties.length && settled?.pending?.outcome === 'clause' && settled.subject.parties.length > 0
    say('commitment', force, decided ? settled.subject : agent)
  }

  private agent(head: number, subject: Subject): Subject {
    for (let k = head + 1; k < Math.min(head + 24, this.end); k++) {
      const unit = this.units[k] as Unit
      if (unit.word.code === Code.BY && !has(this.units[k + 1], Flag.ING | Flag.NUMBER)) {
        const agent = this.resolve(k + 1, Math.min(k + 8, this.end))
        if (agent.parties.length) return agent
      }
      if (has(unit, Flag.COORDINATOR | Flag.RELATIVE) || isStrongMark(unit.word.code)) break
    }
    if (this.context.voice === 'treaty') return as(this.joint, { rule: 'party/treaty' })
    return as(nobody, { name: subject.name })
  }

  /** A sentence with "be" is a position where it judges a value, in the name of those who say it. */
  private copula(node: Node, result: Result, base: Model): void {
    const { group } = node
    let values = false
    for (let k = group.head; k < Math.min(this.end, group.head + 16); k++) {
      const unit = this.units[k] as Unit
      if (has(unit, Flag.RELATIVE) || isStrongMark(unit.word.code) || (k > group.head && has(unit, Flag.COORDINATOR) && isComma(this.units[k - 1]) && has(this.units[k + 1], Flag.PRONOUN))) break
      if ((unit.word.more & More.VALUE) !== 0) values = true
    }
    const report = this.context.voice === 'report'
    if (!values || (report && !base.speaker) || (group.tense !== 'copula' && group.tense !== 'present' && group.tense !== 'progressive')) return this.refuseNode(node, 'not-an-act', 'border/copula')
    const holder = report ? (base.speaker ?? base.subject) : this.joint
    this.state(node, result, vary(base, { kind: 'position', subject: holder, rule: 'clause/value-judgement' }), this.lemma(group.head), group.head)
  }

  // -- reported clauses ------------------------------------------------------------------------------------------

  /** A verb that reports a clause: who speaks, and what its clauses will be read as. */
  private await(node: Node, result: Result, base: Model, { frame, verb }: FrameMatch): true {
    const { subject } = base
    const known = subject.kind !== 'abstract' && subject.kind !== 'none'
    if (node.group.passive && known && !(frame.outcome !== 'speech' && this.isImpersonal(node))) return this.no(node, 'not-an-act', 'border/said-passive')
    const oneSided = known && subject.kind !== 'joint' && subject.parties.length <= 1
    const speaks = oneSided && (this.context.voice === 'report' || frame.outcome === 'speech' || subject.kind === 'official')
    if (oneSided && subject.kind === 'official' && this.context.voice === 'report') this.speak(subject)
    else if (subject.kind === 'joint' && !this.memory.floor) this.memory.speaker = undefined
    const speaker = speaks ? subject : result.speaker
    const waiting = toResult(subject, speaker)
    waiting.pending = { outcome: frame.outcome, frame, at: verb, first: true }
    this.results[node.index] = waiting
    return true
  }

  /** After a reported clause is read: the verb that reports it may change its force, its kind, its limits. */
  private reported(node: Node, result: Result, verb: Node, parent: Result, pending: Pending): void {
    const drafts = this.drafts
    if (result.draft === undefined) {
      const forecast = this.refusals.at(-1)?.gate === 'forecast'
      if (pending.outcome !== 'speech' && pending.outcome !== 'request' && parent.subject.parties.length && !forecast) this.holds(node, result, verb, parent, pending)
      return
    }
    const draft = drafts[result.draft] as Draft
    const first = pending.first
    pending.first = false
    const { outcome } = pending
    let next = draft
    if (outcome === 'clause' && draft.kind === 'commitment' && draft.force === 'intent') next = redraft(next, { force: 'agreed' })
    // "it was confirmed that the talks will be held": nobody in particular gives his word
    if (next.kind === 'commitment' && next.force === 'intent' && pending.frame.force === 'agreed' && !verb.group.passive) next = redraft(next, { force: 'agreed' })
    const bare = draft.kind === 'report' && has(this.units[node.group.head], Flag.BASE)
    // "this requires that we act": nobody asks, and those who state it are bound themselves
    const owed = outcome === 'request' && (!parent.subject.parties.length || this.units[verb.group.start - 1]?.word.kind === 'it') && result.subject.kind === 'joint' && this.context.voice !== 'report'
    if (owed) next = redraft(next, { kind: 'commitment', force: 'should' })
    else if (outcome === 'request' && (draft.kind === 'commitment' || draft.kind === 'position' || bare)) {
      next = toDraft(toModel('proposal', 'should', next.aspect, next.negated, next.subject, parent.subject.kind === 'joint' ? undefined : parent.subject, next.rule, next.asked, next.addressed), next.from, next.to, next.front, next.act, next.cue)
    }
    const held = ['position', 'attitude', 'stance', 'clause-position'].includes(node.frame?.frame.outcome ?? '')
    if (outcome !== 'speech' && next.kind === 'position' && !held && parent.subject.parties.length) next = redraft(next, { subject: parent.subject })
    const joins = outcome === 'request' || next.kind === 'position' || (outcome === 'clause' && (next.kind === 'commitment' || next.kind === 'report'))
    if (first && outcome !== 'speech' && joins && node.from <= pending.at + 3) {
      next = toDraft(next, verb.from, next.to, next.front, next.kind === 'position' ? this.lemma(verb.group.head) : next.act, next.cue)
    }
    drafts[result.draft] = next
    const { kind, force, speaker } = next
    const model = result.model as Model
    result.model = toModel(kind, force, model.aspect, model.negated, model.subject, speaker, model.rule, model.asked, model.addressed)
  }

  /** A reported clause that states nothing by itself is what those who report it hold. */
  private holds(node: Node, result: Result, verb: Node, parent: Result, pending: Pending): void {
    const lemma = this.lemma(verb.group.head)
    const { subject } = parent
    const from = pending.first ? verb.from : node.from
    pending.first = false
    const speaker = parent.speaker === subject ? undefined : parent.speaker
    this.state(node, result, { kind: 'position', force: 'none', aspect: this.aspect(lemma), negated: false, subject, speaker: this.speakerOf(subject, speaker), rule: `frame/${pending.frame.id}`, asked: undefined, addressed: undefined }, lemma, verb.group.head, from)
  }

  /** No clause was read under the verb: an attitude is a position all the same; a request asks for what its base verb says. */
  private fallBack(node: Node, result: Result, pending: Pending): void {
    const { subject } = result
    if (pending.outcome === 'request') {
      for (let k = pending.at + 1; k < Math.min(this.end, pending.at + 14); k++) {
        const unit = this.units[k] as Unit
        if (!has(unit, Flag.BASE | Flag.BE) || has(this.units[k - 1], Flag.TO | Flag.DETERMINER | Flag.POSSESSIVE | Flag.PREPOSITION)) continue
        const verb = has(unit, Flag.BE) && has(this.units[k + 1], Flag.PARTICIPLE) ? k + 1 : k
        const model: Model = { kind: 'proposal', force: 'should', aspect: 'new', negated: false, subject: nobody, speaker: subject.kind === 'joint' ? undefined : subject, rule: `frame/${pending.frame.id}`, asked: verb > k ? undefined : [pending.at, k], addressed: undefined }
        return this.state(node, result, model, this.lemma(verb), verb)
      }
    }
    if (pending.outcome === 'speech') return this.refuseNode(node, 'not-an-act', 'clause/nothing-said')
    if (!subject.parties.length) return this.refuseNode(node, 'no-actor', `frame/${pending.frame.id}`)
    const lemma = this.lemma(node.group.head)
    const model: Model = { kind: 'position', force: 'none', aspect: this.aspect(lemma), negated: false, subject, speaker: this.speakerOf(subject, result.speaker === subject ? undefined : result.speaker), rule: `frame/${pending.frame.id}`, asked: undefined, addressed: undefined }
    this.state(node, result, model, lemma, node.group.head)
  }

  // -- acts ------------------------------------------------------------------------------------------------------

  private frameAt(k: number): FrameMatch | undefined {
    if (k >= this.end) return undefined
    return frameOfVerb(this.units, k, this.end, (this.tree as Tree).groups)
  }

  private aspect(lemma: string): Aspect {
    return this.vocabulary.aspects.get(lemma) ?? 'new'
  }

  /** The verb that names the act: past "work to", "continue to", "take steps to". */
  private actOf(verb: number): { lemma: string; aspect: Aspect } {
    let at = verb
    let aspect: Aspect = 'new'
    for (let step = 0; step < 5; step++) {
      const found = this.frameAt(at)
      if (!found || found.verb < at) break
      const { outcome } = found.frame
      if (found.frame.act && outcome === 'chain') return { lemma: found.frame.act, aspect: aspect === 'new' ? this.aspect(found.frame.act) : aspect }
      const links = outcome === 'chain' || outcome === 'continue' || outcome === 'chain-not' || outcome === 'obligation'
      const aims = outcome === 'commitment' && found.frame.force === 'intent' && found.frame.form !== 'object' && has(this.units[found.verb], VERB)
      if (!links && !aims) break
      if (outcome === 'continue') aspect = 'continuing'
      at = found.verb
    }
    const lemma = this.lemma(at)
    return { lemma: this.named(at, lemma), aspect: aspect === 'new' ? this.aspect(lemma) : aspect }
  }

  /** The name of an act: with its particle or noun where the verb alone would be another ("set up", "take part"). */
  private named(at: number, lemma: string): string {
    for (const words of this.vocabulary.phrasals.get(lemma) ?? []) {
      let k = at + 1
      const fits = words.every((word) => {
        if (word === '~') {
          for (let skipped = 0; skipped < 3 && !has(this.units[k], Flag.PREPOSITION | Flag.PUNCTUATION) && !this.follows(k, words); skipped++) k++
          return true
        }
        return this.units[k++]?.word.text === word
      })
      if (fits) return [lemma, ...words.filter((word) => word !== '~')].join(' ')
    }
    return lemma
  }

  private follows(k: number, words: readonly string[]): boolean {
    const next = words[words.indexOf('~') + 1]
    return this.units[k]?.word.text === next
  }

  // -- output ----------------------------------------------------------------------------------------------------

  private state(node: Node, result: Result, model: Model, act: string, cue: number, from = node.from): void {
    const kept = this.resultOf(node) ?? result
    kept.model = model
    if ((model.kind !== 'commitment' || node.frame?.frame.form === 'object') && this.isCourtesy(node)) return this.refuseNode(node, 'not-an-act', 'border/courtesy')
    kept.draft = this.drafts.length
    this.owners.push(node)
    const fronted = (node.relation === 'root' || node.relation === 'clause') && node.link >= 0 && node.link < from
    this.drafts.push(toDraft(model, from, this.end, fronted ? node.link : undefined, act, [cue, cue + 1]))
  }

  private isCourtesy(node: Node): boolean {
    if (!this.vocabulary.courtesyVerbs.has(this.lemma(node.group.head)) && node.relation !== 'nouns') return false
    const to = Math.min(this.limit(node), node.group.head + 20)
    for (let k = node.group.head + 1; k < to; k++) {
      const unit = this.units[k] as Unit
      if (unit.word.code === Code.BY) return false
      if ((unit.word.more & More.COURTESY) !== 0 && !has(this.units[k + 1], Flag.DETERMINER | Flag.POSSESSIVE)) return true
    }
    return false
  }

  private refuseNode(node: Node, gate: Gate, rule: string): void {
    this.refuse(node.from, this.limit(node), gate, rule)
  }

  private refuse(from: number, to: number, gate: Gate, rule: string): void {
    if (to > from) this.refusals.push({ from, to, gate, rule })
  }

  /** Where the words of a node end: before the first later node that does not hang on it, or states something beside it. */
  private limit(node: Node): number {
    const nodes = (this.tree as Tree).nodes
    let to = this.end
    for (let i = node.index + 1; i < nodes.length; i++) {
      const later = nodes[i] as Node
      if (this.hangsOn(later, node) && !this.standsBeside(later)) continue
      const apart = later.relation === 'relative' ? this.commaBefore(later) : later.link
      to = apart > node.group.head ? apart : later.from > node.group.head ? later.from : later.group.start
      if (to <= node.group.head) continue
      break
    }
    if (this.context.voice !== 'treaty') to = this.beforeRemark(node, to)
    while (to > node.from + 1 && has(this.units[to - 1], Flag.PUNCTUATION | Flag.COORDINATOR) && this.units[to - 1]?.word.code !== Code.CLOSE) to--
    return to
  }

  /** A relative clause after a comma that runs to the end only adds a remark: "…, which opened in May". */
  private beforeRemark(node: Node, to: number): number {
    const { units } = this
    for (const later of (this.tree as Tree).nodes) {
      if (later.relation !== 'relative' || later.group.head <= node.group.head || later.group.head >= to) continue
      const comma = this.commaBefore(later)
      if (comma >= later.link || comma <= node.group.head || !has(units[later.link], Flag.RELATIVE)) continue
      for (let k = later.group.head + 1; k < to; k++) if (isComma(units[k])) return to
      return comma
    }
    return to
  }

  /** True when what a node states stands beside the statement above it: then that one ends before it. */
  private standsBeside(node: Node): boolean {
    const stated = this.resultOf(node)?.draft !== undefined
    if (node.relation === 'adjunct') return stated || (node.group.form === 'ing' && isComma(this.units[node.link]) && clauseOutcomes.has(node.frame?.frame.outcome ?? ''))
    if (node.relation === 'relative') return stated && this.commaBefore(node) < node.link
    return stated && beside.has(node.relation)
  }

  /** The comma before ", in which …", or where the clause itself begins. */
  private commaBefore(node: Node): number {
    for (let k = node.link; k > node.link - 3; k--) if (isComma(this.units[k - 1])) return k - 1
    return node.link
  }

  /** A coordinated noun that states nothing of its own belongs to the words of the verb it stands under. */
  private hangsOn(node: Node, governor: Node): boolean {
    for (let at: Node | undefined = node; at; ) {
      at = at.relation === 'nouns' && !this.resultOf(at)?.model ? at.peer : at.parent
      if (at === governor) return true
    }
    return false
  }

  /** What the last statement hands to a sentence that goes on without a subject ("And encourage …"). */
  trail(): Lead | undefined {
    const draft = this.drafts.at(-1)
    return draft && { forms: Flag.BASE, act: draft.act, lists: false, announces: false, model: this.modelOf(draft) }
  }

  /** Now that every node is read, each draft gets its end, and a list lead what it hands on. */
  private close(): void {
    const { units, drafts } = this
    drafts.forEach((draft, i) => {
      const owner = this.owners[i]
      if (owner) drafts[i] = toDraft(draft, draft.from, Math.max(draft.from + 1, this.limit(owner)), draft.front, draft.act, draft.cue)
    })
    this.inherit()
    const mark = units[this.end]
    if (!mark || !isStrongMark(mark.word.code) || this.end !== units.length - 1) return
    if (mark.word.code === Code.SEMICOLON) this.carryOn()
    else this.handOn()
  }

  /** An item that is a clause with its own subject keeps it and takes the force of the lead ("commit to take the following steps: R will …"). */
  private inherit(): void {
    const { opened, drafts, tree } = this
    const root = tree?.nodes.find((node) => node.relation === 'root')
    if (!opened?.announces || opened.model.kind !== 'commitment' || !root?.subject || !this.resolve(root.subject[0], root.subject[1]).parties.length) return
    if (!has(this.units[root.subject[0]], Flag.NAME) && !has(this.units[root.subject[0] + 1], Flag.NAME)) return
    this.inherits = true
    drafts.forEach((draft, i) => {
      if (draft.kind === 'commitment' && draft.force === 'intent') drafts[i] = redraft(draft, { force: opened.model.force })
    })
  }

  /** "(a) to open …;": the items that follow go on under the same lead. */
  private carryOn(): void {
    const draft = this.drafts.at(-1)
    if (this.opened) this.lead = this.opened
    else if (this.hasMarks() && draft) this.lead = { forms: ITEMS, act: draft.act, model: this.modelOf(draft), lists: false, announces: false }
  }

  /** The model of a draft for items of other sentences: who is asked is resolved while its units are at hand. */
  private modelOf({ kind, force, aspect, negated, subject, speaker, rule, asked }: Draft): Model {
    const model: Model = { kind, force, aspect, negated, subject, speaker, rule, asked: undefined, addressed: undefined }
    if (!asked) return model
    return vary(model, { addressed: resolveAsked(this.units, asked[0], asked[1], this.context, this.memory, this.vocabulary, this.text) })
  }

  private hasMarks(): boolean {
    return this.units.some((unit, k) => unit.word.code === Code.CLOSE && k > 1 && (this.units[k - 1] as Unit).to - (this.units[k - 1] as Unit).from <= 4 && has(this.units[k - 2], Flag.PUNCTUATION))
  }

  private handOn(): void {
    const last = this.drafts.length - 1
    const draft = this.drafts[last]
    if (!draft) {
      if (this.opened) this.lead = this.opened
      return
    }
    // "may keep restrictions for the purpose of: (a) protecting …": the items only fill up the lead
    const before = this.units[this.end - 1]?.word.code
    if (before === Code.OF || before === Code.FOR) return
    const binds = (d: Draft): boolean => d.kind === 'commitment' || d.kind === 'proposal'
    const binding = binds(draft) ? draft : this.drafts.find(binds)
    const node = this.owners[last]
    const rows = node && this.vocabulary.frames.get(this.lemma(node.group.head))
    const frame = rows?.find((f) => f.form === 'to' && f.outcome === 'commitment')
    const model = this.modelOf(binding ?? draft)
    const announces = this.announces(draft, node)
    this.lead = { forms: ITEMS, act: draft.act, model: frame && !binding ? vary(model, { kind: 'commitment', force: frame.force as Force, rule: `frame/${frame.id}` }) : model, lists: announces && !has(this.units[draft.cue[0]], Flag.MODAL), announces }
    if (!announces) return
    this.drafts.pop()
    this.owners.pop()
  }

  /** The lead-in says nothing beside its items: it breaks off before a verb, or its object is "the following". */
  private announces(draft: Draft, node: Node | undefined): boolean {
    const { units, end } = this
    if (draft.kind === 'report' && node?.group.passive === true) return true
    if (has(units[draft.cue[0]], Flag.MODAL)) return true
    if (draft.to < end - 1) return false
    if (has(units[end - 1], Flag.TO | Flag.MODAL) || units[end - 1]?.word.code === Code.BY || draft.cue[1] >= end) return true
    let at = end - 1
    while (at >= draft.cue[1] && at > end - ANNOUNCED && units[at]?.word.code !== Code.FOLLOWING) at--
    if (units[at]?.word.code !== Code.FOLLOWING || at < draft.cue[1]) return false
    return !(this.tree as Tree).nodes.some((other) => other.group.start > draft.cue[0] && other.group.start < at && isDependent(other))
  }
}

/** Longest label before a colon. */
const LABEL = 24
/** How far before the end of a lead-in "the following" may stand. */
const ANNOUNCED = 12

/** A clause inside another that limits it: "if …", "which …". */
const isDependent = (node: Node): boolean => node.relation === 'subordinate' || node.relation === 'relative' || node.relation === 'adjunct'

/** Forms by which the items of a list may open. */
const ITEMS = Flag.BASE | Flag.ING | Flag.TO

const withItem = (rule: string): string => (rule.endsWith('+item') ? rule : `${rule}+item`)


/** A finite clause that hangs on nothing: what stands before it is its adjunct and no item. */
const isMain = (node: Node): boolean => node.group.form === 'finite' && (node.relation === 'root' || node.relation === 'clause' || node.relation === 'same')

/** "Reopening will help": the first form is the subject of the verb right after it. */
const opensSubject = ([first, second]: readonly Node[]): boolean => first !== undefined && second?.group.form === 'finite' && second.group.start === first.group.head + 1

function isFronted(node: Node): boolean {
  let top = node
  while (top.parent) top = top.parent
  return top.relation === 'front'
}

