import type { Frame, NounCue, Vocabulary } from '../../lexicon/vocabulary.ts'
import { Flag, VERB } from '../../lexicon/word.ts'
import type { Aspect, Force, Gate, Kind } from '../../model.ts'
import type { Context } from '../context.ts'
import type { Unit } from '../recognise/units.ts'
import { findGroups, governs, type Group } from './groups.ts'
import { type Memory, nobody, resolveSubject, type Subject } from './subject.ts'

/** A statement before its fields are filled: unit indexes, not offsets. */
export interface Draft {
  from: number
  to: number
  kind: Kind
  force: Force
  act: string
  aspect: Aspect
  negated: boolean
  subject: Subject
  speaker: Subject | undefined
  rule: string
  cue: readonly [number, number]
  asked: readonly [number, number] | undefined
  /** Who is asked, once resolved. */
  addressed?: Subject
}

export interface Refusal {
  readonly from: number
  readonly to: number
  readonly gate: Gate
  readonly rule: string
}

/** What may go on after a coordinator: one open predicate with its subject, and the forms that continue it. */
interface Open {
  readonly subject: Subject
  readonly speaker: Subject | undefined
  readonly finite: number
  readonly forms: number
  readonly model: Omit<Draft, 'from' | 'to' | 'act' | 'cue'> | undefined
  readonly frame: Frame | undefined
  readonly modal: string
  readonly nouns: boolean
}

/** A list lead ("The parties agreed to:") hands its open predicate to the items below it. */
export type Lead = Open

const flag = (unit: Unit | undefined, bits: number): boolean => unit !== undefined && (unit.flags & bits) !== 0
const isForce: Record<string, Force> = { will: 'intent', intent: 'intent', binding: 'binding', should: 'should', would: 'intent' }

/** Walks one sentence: clause by clause, each transition named by the rule it leaves in its draft. */
export class Clauses {
  readonly drafts: Draft[] = []
  readonly refusals: Refusal[] = []
  lead: Lead | undefined
  private readonly groups: (Group | undefined)[]
  private readonly stack: Open[] = []
  private readonly n: number
  private readonly units: readonly Unit[]
  private readonly text: string
  private readonly context: Context
  private readonly memory: Memory
  private readonly vocabulary: Vocabulary

  constructor(units: readonly Unit[], text: string, context: Context, memory: Memory, vocabulary: Vocabulary) {
    this.units = units
    this.text = text
    this.context = context
    this.memory = memory
    this.vocabulary = vocabulary
    this.groups = findGroups(units)
    let n = units.length
    while (n > 0 && flag(units[n - 1], Flag.PUNCTUATION) && units[n - 1]?.word.text !== ')') n--
    this.n = n
  }

  /** Reads the sentence from unit `at`, under `lead` when it is an item of a list. */
  run(at: number, lead: Lead | undefined): void {
    const end = this.tail()
    let i = at
    while (i < end && flag(this.units[i], Flag.PUNCTUATION | Flag.COORDINATOR)) i++
    if (lead && this.item(i, end, lead)) return
    if (this.recital(i, end)) return
    this.clause(i, end, undefined, 0)
  }

  /** ", X said" at the end: sets the speaker and returns where the clause before it ends. */
  private tail(): number {
    for (let i = this.n - 1; i > 2 && i > this.n - 14; i--) {
      const group = this.groups[i]
      if (group?.form !== 'finite' || group.modal || !this.speaks(group)) continue
      if (this.n - group.head > 9) return this.n
      let comma = i - 1
      while (comma > 0 && this.units[comma]?.word.text !== ',' && i - comma < 16) comma--
      if (this.units[comma]?.word.text !== ',' || comma < 3) return this.n
      if (this.units.slice(comma + 1, i).some((u) => flag(u, Flag.THAT | Flag.SUBORDINATOR))) return this.n
      const subject = this.subject(comma + 1, i)
      if (subject.kind === 'abstract' || subject.kind === 'none') return this.n
      this.speak(subject)
      let end = comma
      while (end > 0 && flag(this.units[end - 1], Flag.PUNCTUATION)) end--
      return end
    }
    return this.n
  }

  /** A bare verb of speech: "said", "noted". */
  private speaks(group: Group): boolean {
    const lemma = (this.units[group.head] as Unit).word.lemma
    return this.vocabulary.frames.get(lemma)?.some((f) => f.words.length === 0 && ['speech', 'clause-position', 'clause'].includes(f.outcome)) === true
  }

  private speak(subject: Subject): void {
    if (this.context.voice !== 'report' && subject.kind === 'joint') return
    this.memory.speaker = subject.kind === 'joint' ? undefined : subject
  }

  private subject(from: number, to: number): Subject {
    const subject = resolveSubject(this.units, from, to, this.context, this.memory, this.vocabulary, this.text)
    return subject
  }

  private remember(subject: Subject): void {
    if (subject.kind === 'official' && subject.parties.length) this.memory.person = subject
    if (subject.parties.length && subject.kind !== 'abstract' && subject.kind !== 'instrument') this.memory.single = subject
  }

  private item(i: number, end: number, lead: Lead): boolean {
    const group = this.groups[i]
    if (group?.form === 'finite' && group.start === i) return false
    let k = i
    while (flag(this.units[k], Flag.ADVERB) && !flag(this.units[k], VERB)) k++
    const negated = flag(this.units[k], Flag.NOT)
    if (negated) k++
    const toGroup = this.groups[k]?.form === 'to'
    const verb = toGroup ? (this.groups[k]?.head ?? k) : k
    if (!flag(this.units[verb], Flag.BASE | Flag.ING)) return false
    if (flag(this.units[verb], Flag.ALSO_NOUN) && !flag(this.units[verb], Flag.ING) && !governs(this.units, verb)) return false
    if (!lead.model) return false
    this.stack.push(lead)
    this.continueOpen(i, verb, end, lead, negated)
    return true
  }

  private recital(i: number, end: number): boolean {
    const unit = this.units[i]
    if (this.context.voice === 'report' || !unit || !flag(unit, Flag.ING) || !this.vocabulary.frames.get(unit.word.lemma)?.some((f) => ['attitude', 'position', 'clause-position'].includes(f.outcome))) return false
    const comma = this.units.findIndex((u, k) => k > i && u.word.text === ',' && this.groups.slice(k + 1, k + 12).some((g) => g?.form === 'finite' && !g.passive && this.subject(k + 1, g.start).kind === 'joint'))
    const stop = comma > 0 ? comma : end
    const subject: Subject = { parties: this.context.parties, kind: 'joint', name: '', rule: 'party/recital' }
    this.emit({ kind: 'position', force: 'none', aspect: aspectOf(unit.word.lemma), negated: false, subject, speaker: undefined, rule: 'clause/recital', asked: undefined }, i, stop, unit.word.lemma, i)
    if (comma > 0) this.clause(comma + 1, end, undefined, 0)
    return true
  }

  /** A clause with a subject of its own from unit `i`; returns nothing, goes on to the end of the sentence. */
  private clause(i: number, end: number, speaker: Subject | undefined, depth: number): void {
    if (depth > 40 || i >= end) return
    let start = i
    while (start < end && flag(this.units[start], Flag.PUNCTUATION)) start++
    let g = this.nextFinite(start, end)
    const first = this.units[start]
    let quoteFrom = start
    if (first && g !== undefined) {
      const subordinate = flag(first, Flag.SUBORDINATOR) && !flag(first, Flag.RELATIVE) && !flag(first, Flag.PREPOSITION) && !flag(first, Flag.DETERMINER)
      if (subordinate || flag(first, Flag.PREPOSITION | Flag.ING | Flag.TO | Flag.PARTICIPLE | Flag.ADVERB | Flag.TIME | Flag.OPENER)) {
        const comma = this.frontEnd(start, end, g, subordinate)
        if (comma !== undefined) {
          const dated = !subordinate && this.units.slice(start, comma).some((u) => flag(u, Flag.NUMBER | Flag.TIME)) && comma - start < 14
          quoteFrom = dated ? start : comma + 1
          start = comma + 1
          const inner = this.nextFinite(start, end)
          if (inner === undefined) return
          if (first.word.kind === 'concessive') this.clause(i + 1, comma, speaker, depth + 1)
          g = inner
        }
      }
    }
    if (g === undefined) {
      if (i < end) this.refuse(i, end, 'not-an-act', 'clause/no-finite-verb')
      return
    }
    const group = this.groups[g] as Group
    let from = start
    while (from < group.start && flag(this.units[from], Flag.ADVERB | Flag.PUNCTUATION | Flag.COORDINATOR) && !flag(this.units[from], Flag.DETERMINER)) from++
    if (quoteFrom === start) quoteFrom = from
    const subject = this.subject(from, group.start)
    this.remember(subject)
    this.predicate(group, subject, quoteFrom, end, speaker, depth)
  }

  private frontEnd(start: number, end: number, g: number, subordinate: boolean): number | undefined {
    for (let k = start; k < end; k++) {
      const text = this.units[k]?.word.text
      if (text !== ',' ) continue
      if (k > g && !subordinate && !this.relativeBefore(start, g)) return undefined
      const next = this.nextFinite(k + 1, end)
      if (next === undefined) return undefined
      if (k > g || next >= g) if (!flag(this.units[k + 1], Flag.COORDINATOR) && (subordinate ? k > g : true) && nounStart(this.units[k + 1])) return k
    }
    return undefined
  }

  private relativeBefore(start: number, g: number): boolean {
    return this.units.slice(start, g).some((u) => flag(u, Flag.RELATIVE | Flag.THAT))
  }

  private nextFinite(i: number, end: number): number | undefined {
    for (let k = i; k < end; k++) if (this.groups[k]?.form === 'finite') {
      if (k > i && this.isRelative(k)) continue
      return k
    }
    return undefined
  }

  /** A finite group whose subject is "that", "which", "who" inside a noun phrase. */
  private isRelative(k: number): boolean {
    let p = k - 1
    while (p > 0 && flag(this.units[p], Flag.ADVERB)) p--
    return flag(this.units[p], Flag.RELATIVE | Flag.THAT) && p > 0
  }

  /** The first frame whose words and form fit at a verb; `at` is the unit after its words. */
  private frameAt(lemma: string, head: number): { frame: Frame; at: number; verb: number } | undefined {
    for (const frame of this.vocabulary.frames.get(lemma) ?? []) {
      const at = this.matchWords(frame.words, head + 1)
      if (at === undefined) continue
      const verb = this.matchForm(frame.form, at)
      if (verb !== undefined) return { frame, at, verb }
    }
    return undefined
  }

  private frameOf(group: Group): { frame: Frame; at: number; verb: number } | undefined {
    const head = this.units[group.head] as Unit
    if (group.passive) {
      const be = this.beOf(group)
      const own = this.frameAt('be', be)
      if (own) return own
      const inner = this.frameAt(head.word.lemma, group.head)
      return inner && (inner.frame.form === 'to' || inner.frame.form === 'that') && ['commitment', 'clause', 'clause-position', 'speech'].includes(inner.frame.outcome) && this.units[group.start - 1]?.word.kind === 'it' ? inner : undefined
    }
    return this.frameAt(head.word.lemma, group.head)
  }

  private beOf(group: Group): number {
    for (let k = group.head; k >= group.start; k--) if (flag(this.units[k], Flag.BE)) return k
    return group.start
  }

  private matchWords(words: readonly string[], at: number): number | undefined {
    let k = at
    for (let w = 0; w < words.length; w++) {
      const word = words[w] as string
      if (word === '~') {
        const next = words[w + 1]
        let skipped = 0
        while (skipped < 6 && k < this.n && this.units[k] && (next === undefined ? flag(this.units[k], Flag.ADVERB) : !this.is(k, next)) && !flag(this.units[k], Flag.PUNCTUATION | Flag.THAT)) {
          if (next !== undefined && flag(this.units[k], Flag.PREPOSITION | Flag.TO)) break
          k++
          skipped++
        }
        continue
      }
      if (word === 'NP') {
        const stop = words[w + 1]
        while (k < this.n && k < at + 24 && !flag(this.units[k], Flag.PUNCTUATION | Flag.THAT | Flag.TO) && (stop === undefined || !this.is(k, stop))) k++
        continue
      }
      while (flag(this.units[k], Flag.ADVERB) && !this.is(k, word)) k++
      if (!this.is(k, word)) return undefined
      k++
    }
    while (flag(this.units[k], Flag.ADVERB) && !flag(this.units[k], VERB)) k++
    return k
  }

  private is(k: number, word: string): boolean {
    const unit = this.units[k]
    if (!unit) return false
    if (word === 'self') return unit.word.text.endsWith('self') || unit.word.text.endsWith('selves')
    return unit.word.text === word || unit.word.lemma === word
  }

  /** Unit of the complement's verb (or of what stands there) when the form fits. */
  private matchForm(form: string, at: number): number | undefined {
    let k = at
    while (flag(this.units[k], Flag.NOT | Flag.ADVERB) && !flag(this.units[k], VERB)) k++
    const unit = this.units[k]
    switch (form) {
      case 'any': return at
      case 'none': return !unit || k >= this.n || flag(unit, Flag.PUNCTUATION) ? at : undefined
      case 'to': return this.groups[k]?.form === 'to' ? (this.groups[k] as Group).head : this.over(k, 'to') !== undefined ? this.over(k, 'to') : this.units[k - 1]?.word.text === 'to' && flag(unit, Flag.BASE) && (!flag(unit, Flag.ALSO_NOUN) || governs(this.units, k)) ? k : undefined
      case 'ing': return flag(unit, Flag.ING) && !flag(unit, Flag.PREPOSITION) ? k : undefined
      case 'base': return flag(unit, Flag.BASE) && governs(this.units, k) ? k : undefined
      case 'that': return flag(unit, Flag.THAT) ? k + 1 : (this.over(k, 'that') ?? this.bareThat(k))
      case 'object-to': return this.objectTo(k)
      case 'noun-cue': return this.nounCue(k) === undefined ? undefined : k
      case 'for': return unit?.word.text === 'for' ? k : undefined
      default: return unit && k < this.n && !flag(unit, Flag.TO | Flag.THAT | Flag.PUNCTUATION | Flag.RELATIVE) && !flag(unit, Flag.MODAL | Flag.BE) ? k : undefined
    }
  }

  /** Past an adverbial ("agreed on Monday to", "decided, after talks, that") to what the verb governs. */
  private over(k: number, what: 'to' | 'that'): number | undefined {
    const comma = this.units[k]?.word.text === ','
    if (!comma && !flag(this.units[k], Flag.PREPOSITION | Flag.TIME | Flag.ADVERB)) return undefined
    if (this.units[k]?.word.text === 'on' && !flag(this.units[k + 1], Flag.TIME)) return undefined
    for (let j = k + 1; j < Math.min(k + 9, this.n); j++) {
      if (what === 'that' && flag(this.units[j], Flag.THAT)) return j + 1
      const group = this.groups[j]
      if (what === 'to' && group?.form === 'to' && (!comma || this.units[j - 1]?.word.text === ',')) return group.head
      if ((group && group.form !== 'ing') || flag(this.units[j], Flag.COORDINATOR | Flag.RELATIVE)) return undefined
      if (!comma && flag(this.units[j], Flag.PUNCTUATION)) return undefined
    }
    return undefined
  }

  private bareThat(k: number): number | undefined {
    if (!nounStart(this.units[k])) return undefined
    for (let j = k + 1; j < Math.min(k + 12, this.n); j++) {
      if (flag(this.units[j], Flag.PUNCTUATION | Flag.RELATIVE | Flag.THAT | Flag.TO)) return undefined
      if (this.groups[j]?.form === 'finite') return k
    }
    return undefined
  }

  private objectTo(k: number): number | undefined {
    if (flag(this.units[k], Flag.TO | Flag.PUNCTUATION)) return undefined
    for (let j = k + 1; j < Math.min(k + 18, this.n); j++) {
      const group = this.groups[j]
      if (group?.form === 'to') return group.head
      if (group?.form === 'finite' && !this.isRelative(j)) return undefined
      if (this.units[j]?.word.text === ';') return undefined
    }
    return undefined
  }

  /** A performing noun within reach of `k`, past determiners and modifiers. */
  private nounCue(k: number): { cue: NounCue; at: number } | undefined {
    for (let j = k; j < Math.min(k + 7, this.n); j++) {
      const unit = this.units[j] as Unit
      const cue = this.vocabulary.nouns.get(unit.word.text)
      if (cue && !(j === k && flag(unit, VERB) && !flag(unit, Flag.ALSO_NOUN))) return { cue, at: j }
      if (flag(unit, Flag.PUNCTUATION | Flag.TO | Flag.THAT | Flag.MODAL | Flag.BE) || (flag(unit, Flag.PREPOSITION) && unit.word.text !== 'of')) return undefined
    }
    return undefined
  }

  /** What a performing noun does here: outcome, force, and the act's verb when there is one. */
  private nounOutcome(found: { cue: NounCue; at: number }): { kind: Kind; force: Force; verb: number | undefined; forms: number } {
    const { cue, at } = found
    let k = at + 1
    if (this.units[k]?.word.text === 'of' && !cue.links.includes('of')) while (k < at + 9 && k < this.n && !flag(this.units[k], Flag.TO | Flag.PUNCTUATION)) k++
    else if (this.units[k]?.word.text === 'of' && flag(this.units[k + 1], Flag.DETERMINER | Flag.NAME) && cue.links.includes('to')) {
      let j = k + 1
      while (j < k + 8 && j < this.n && !flag(this.units[j], Flag.TO | Flag.PUNCTUATION | Flag.PREPOSITION)) j++
      if (this.groups[j]?.form === 'to') k = j
    }
    const link = this.units[k]
    const toVerb = this.groups[k]?.form === 'to' ? (this.groups[k] as Group).head : undefined
    if (toVerb !== undefined && cue.force && cue.links.includes('to')) return { kind: cue.act as Kind, force: cue.force as Force, verb: toVerb, forms: Flag.TO | Flag.BASE }
    if (link && cue.links.includes(link.word.text) && flag(this.units[k + 1], Flag.ING) && cue.force && !flag(this.units[k + 2], Flag.PREPOSITION | Flag.PUNCTUATION)) return { kind: cue.act as Kind, force: cue.force as Force, verb: k + 1, forms: Flag.ING | Flag.TO }
    if (link && cue.links.includes(link.word.text) && cue.object && cue.object !== 'position') return { kind: cue.object as Kind, force: cue.force as Force, verb: undefined, forms: 0 }
    return { kind: 'position', force: 'none', verb: undefined, forms: 0 }
  }

  private modalForce(modal: string): Force {
    return isForce[modal] ?? 'none'
  }

  /** One finite predicate with its complements, then whatever goes on after it. */
  private predicate(group: Group, subject: Subject, from: number, end: number, speaker: Subject | undefined, depth: number): void {
    if (depth > 40) return
    const found = this.frameOf(group)
    const head = this.units[group.head] as Unit
    const lemma = head.word.lemma
    const outcome = found?.frame.outcome ?? 'act'
    const modal = group.modal
    const treaty = this.context.voice === 'treaty'
    const force = modal === 'binding' && !treaty ? 'binding' : this.modalForce(modal)
    const base = { aspect: 'new' as Aspect, negated: group.negated, subject, speaker: speaker ?? this.tailSpeaker(subject), rule: `frame/${found?.frame.id ?? 'act'}`, asked: undefined }
    const finite = group.goesOn
    const push = (kind: Kind, f: Force, verb: number, forms: number, extra: Partial<Draft> = {}) => {
      const act = this.actFrom(verb, lemma)
      const model = { ...base, kind, force: f, aspect: act.aspect, ...extra }
      const open: Open = { subject, speaker: base.speaker, finite, forms, model, frame: found?.frame, modal, nouns: kind === 'position' || kind === 'proposal' || !forms ? found?.frame.outcome === 'attitude' || outcome === 'position' : true }
      this.finish(model, from, act.at, end, act.lemma, verb, open, depth)
    }
    if (modal === 'can') {
      if (treaty || (this.context.voice === 'joint' && subject.kind === 'party')) return push('position', 'none', group.head, 0)
      return this.pass(from, group.head + 1, end, 'not-an-act', 'border/may', { subject, speaker: base.speaker, finite, forms: 0, model: undefined, frame: undefined, modal, nouns: false }, depth)
    }
    const open0: Open = { subject, speaker: base.speaker, finite, forms: 0, model: undefined, frame: found?.frame, modal, nouns: false }
    if (found) {
      const { frame, at, verb } = found
      if (outcome === 'forecast' || outcome === 'nothing') return this.pass(from, at, end, 'forecast', base.rule, open0, depth)
      if (outcome === 'speech' || outcome === 'clause' || outcome === 'clause-position' || outcome === 'request') {
        if (!modal || frame.form === 'that') return this.said(outcome, subject, from, verb, end, base.speaker, open0, depth, lemma, frame, group)
      }
      if (modal && ['commitment', 'position', 'attitude', 'report', 'act', 'proposal'].includes(outcome)) {
        const complement = outcome === 'commitment' && verb !== at ? verb : outcome === 'commitment' && flag(this.units[verb], VERB) && frame.form !== 'object' ? verb : group.head
        if (modal === 'would' && outcome === 'commitment') return push('commitment', frame.force as Force, verb, this.formsOf(frame))
        if (outcome === 'commitment' || outcome === 'act' || outcome === 'position' || outcome === 'attitude' || outcome === 'report') return this.acts(group, subject, from, end, base, complement, depth, open0, force)
      }
      if (outcome === 'chain' || outcome === 'continue' || outcome === 'chain-not') {
        if (modal || (group.tense !== 'present' && outcome !== 'continue')) return this.acts(group, subject, from, end, { ...base, negated: base.negated || outcome === 'chain-not' }, verb, depth, open0, force)
        if (subject.kind === 'abstract' && outcome === 'chain') return this.pass(from, at, end, 'no-actor', base.rule, open0, depth)
        const inner = this.frameAt((this.units[verb] as Unit).word.lemma, verb)?.frame.outcome
        if (inner === 'position' || inner === 'attitude') return push('position', 'none', verb, this.formsOf(frame), { aspect: 'continuing' })
        if (inner === 'proposal') return push('proposal', 'should', verb, this.formsOf(frame), { aspect: 'continuing', subject: nobody })
        return push('commitment', 'intent', verb, this.formsOf(frame), outcome === 'continue' ? { aspect: 'continuing' } : {})
      }
      if (outcome === 'obligation') return this.acts({ ...group, modal: 'should' }, subject, from, end, base, verb, depth, open0, 'should')
      if (outcome === 'impersonal') return push('proposal', 'should', verb, Flag.TO | Flag.BASE, { subject: nobody })
      const ordinal = frame.id === 'be-to' && this.vocabulary.ordinals.has(this.units[group.start - 1]?.word.text ?? '')
      if (ordinal) return push('proposal', 'should', verb, Flag.TO | Flag.BASE, { subject: { parties: this.context.parties, kind: 'joint', name: '', rule: 'party/point' } })
      if (outcome === 'commitment') {
        if (subject.kind === 'abstract' && !subject.parties.length && frame.id === 'be-to') return this.pass(from, at, end, 'no-actor', base.rule, open0, depth)
        return push('commitment', frame.force as Force, frame.form === 'object' || frame.form === 'any' ? group.head : verb, this.formsOf(frame), frame.act ? { act: frame.act } : {})
      }
      if (outcome === 'proposal') {
        const passive = group.passive
        if (frame.form === 'object-to' && !passive) return push('proposal', 'should', verb, Flag.TO | Flag.BASE, { asked: [at, this.toOf(verb)] })
        return push('proposal', 'should', frame.form === 'object' ? group.head : verb, frame.form === 'ing' ? Flag.ING : 0, { asked: undefined, subject: nobody, speaker: subject.kind === 'joint' ? undefined : subject })
      }
      if (outcome === 'attitude') {
        const noun = this.nounCue(verb)
        const foreign = noun && this.units.slice(verb, noun.at).some((u) => flag(u, Flag.GENITIVE))
        if (noun && !foreign) {
          const result = this.nounOutcome(noun)
          const asked = result.kind === 'proposal' ? { subject: nobody, speaker: base.speaker } : {}
          const again = noun.cue.id === 'commitment' ? { aspect: 'reaffirmed' as Aspect } : {}
          return push(result.kind, result.force, result.verb ?? group.head, result.forms, { ...asked, ...again, rule: `noun/${noun.cue.id}` })
        }
        if (subject.kind === 'abstract' || subject.kind === 'none') return this.pass(from, at, end, 'no-actor', base.rule, open0, depth)
        return push('position', 'none', group.head, 0, { aspect: aspectOf(lemma) })
      }
      if (outcome === 'report' && frame.id === 'meet' && !modal && ['meet', 'speak', 'talk'].includes(lemma)) {
        const other = this.withWhom(group.head + 1, end)
        return push('report', 'none', group.head, 0, { subject: { ...subject, parties: [...new Set([...subject.parties, ...other])] } })
      }
      if (outcome === 'position') {
        if ((subject.kind === 'abstract' || subject.kind === 'none') && !group.passive) return this.pass(from, at, end, 'no-actor', base.rule, open0, depth)
        return push('position', 'none', group.head, 0)
      }
    }
    if (!found && !modal && !group.passive && this.speaks(group) && (group.head + 1 >= end || flag(this.units[group.head + 1], Flag.PUNCTUATION))) return this.pass(from, group.head + 1, end, 'not-an-act', 'border/speech-alone', open0, depth)
    if (outcome === 'witness' && !modal) {
      if (this.context.voice === 'report') return this.pass(from, group.head + 1, end, 'not-an-act', base.rule, open0, depth)
      return push('position', 'none', group.head, 0, { subject: { parties: this.context.parties, kind: 'joint', name: '', rule: 'party/joint-text' } })
    }
    if ((group.tense === 'copula' || head.word.lemma === 'remain') && !modal) return this.copula(group, subject, from, end, base, depth, open0)
    return this.acts(group, subject, from, end, base, group.head, depth, open0, force)
  }

  private withWhom(at: number, end: number): readonly string[] {
    for (let k = at; k < Math.min(end, at + 8); k++) if (this.units[k]?.word.text === 'with') {
      let stop = k + 1
      while (stop < end && stop < k + 24 && !this.groups[stop] && this.units[stop]?.word.text !== ';') stop++
      const other = this.subject(k + 1, stop)
      return other.kind === 'official' || other.kind === 'joint' ? other.parties : []
    }
    return []
  }

  private tailSpeaker(subject: Subject): Subject | undefined {
    const speaker = this.memory.speaker
    return speaker && this.context.voice !== 'treaty' && subject.rule !== 'party/recital' ? speaker : undefined
  }

  private toOf(verb: number): number {
    for (let k = verb; k > 0; k--) if (flag(this.units[k], Flag.TO)) return k
    return verb
  }

  private formsOf(frame: Frame): number {
    if (frame.form === 'to' || frame.form === 'object-to') return Flag.TO | Flag.BASE
    if (frame.form === 'ing') return Flag.ING | Flag.TO
    if (frame.form === 'base') return Flag.BASE
    return 0
  }

  /** An act by tense and mood: commitment, proposal or report. */
  private acts(group: Group, subject: Subject, from: number, end: number, base: Omit<Draft, 'from' | 'to' | 'act' | 'cue' | 'kind' | 'force'>, verb: number, depth: number, open: Open, force: Force): void {
    const act = this.actFrom(verb, (this.units[verb] as Unit).word.lemma)
    const controls = subject.kind !== 'abstract' || group.passive
    let kind: Kind | undefined
    let f: Force = 'none'
    let who = group.passive ? this.agent(group, subject) : subject
    if (group.modal === 'should' || (group.modal && force === 'should')) {
      const shared = this.context.voice !== 'report' && (subject.kind === 'joint' || subject.kind === 'instrument') && !group.passive && !base.speaker
      kind = shared ? 'commitment' : 'proposal'
      f = 'should'
      if (subject.kind === 'abstract' && !group.passive) {
        kind = 'position'
        f = 'none'
      }
    } else if (group.modal) {
      if (!controls && !(force === 'binding' && this.context.voice === 'treaty')) return this.pass(from, group.head + 1, end, 'forecast', 'border/will-of-the-world', open, depth)
      const reserve = force === 'binding' && (group.negated || subject.name.toLowerCase().startsWith('nothing')) && (subject.kind === 'instrument' || subject.kind === 'abstract' || subject.kind === 'body')
      kind = reserve ? 'position' : 'commitment'
      f = reserve ? 'none' : force
      if (reserve) who = { parties: this.context.parties, kind: 'joint', name: '', rule: 'party/treaty' }
      if (group.modal === 'would' && !base.speaker && !open.speaker && this.context.voice === 'report' && !this.stack.length) return this.pass(from, group.head + 1, end, 'forecast', 'border/would', open, depth)
    } else if (group.tense === 'present' && !group.passive) {
      if (subject.kind === 'abstract' || subject.kind === 'none') return this.pass(from, group.head + 1, end, 'no-actor', 'border/present', open, depth)
      if (this.context.voice === 'report') {
        kind = 'position'
      } else {
        kind = 'commitment'
        f = 'intent'
      }
    } else if (group.passive && group.tense === 'present') {
      return this.pass(from, group.head + 1, end, 'not-an-act', 'border/present-passive', open, depth)
    } else {
      if (subject.kind === 'abstract' && !group.passive) return this.pass(from, group.head + 1, end, 'no-actor', 'border/past', open, depth)
      kind = 'report'
      if (group.passive && !who.parties.length) who = { ...who, parties: this.context.voice === 'report' ? [] : this.context.parties }
    }
    const model = { ...base, kind, force: f, aspect: act.aspect, subject: who, rule: group.modal ? `modal/${group.modal}` : base.rule }
    const next: Open = { ...open, forms: (group.modal ? Flag.BASE : 0) | (act.at !== group.head ? this.formAt(act.at) : 0), model }
    this.finish(model, from, act.at, end, act.lemma, verb, next, depth)
  }

  private formAt(k: number): number {
    if (flag(this.units[k], Flag.ING)) return Flag.ING
    return Flag.BASE | Flag.TO
  }

  private agent(group: Group, subject: Subject): Subject {
    for (let k = group.head + 1; k < Math.min(group.head + 24, this.n); k++) {
      if (this.units[k]?.word.text === 'by' && !flag(this.units[k + 1], Flag.ING | Flag.NUMBER)) {
        const agent = this.subject(k + 1, Math.min(k + 8, this.n))
        if (agent.parties.length) return agent
      }
      if (flag(this.units[k], Flag.COORDINATOR | Flag.RELATIVE) || this.units[k]?.word.text === ';') break
    }
    if (this.context.voice === 'treaty') return { parties: this.context.parties, kind: 'joint', name: '', rule: 'party/treaty' }
    return { ...nobody, name: subject.name }
  }

  private copula(group: Group, subject: Subject, from: number, end: number, base: Omit<Draft, 'from' | 'to' | 'act' | 'cue' | 'kind' | 'force'>, depth: number, open: Open): void {
    let values = false
    for (let k = group.head; k < Math.min(end, group.head + 16); k++) {
      const text = this.units[k]?.word.text ?? ''
      if (flag(this.units[k], Flag.RELATIVE) || text === ';') break
      if (this.vocabulary.values.has(text)) values = true
    }
    const spoken = base.speaker !== undefined
    if (!values || (this.context.voice === 'report' && !spoken) || (group.tense !== 'copula' && group.tense !== 'present')) return this.pass(from, group.head + 1, end, 'not-an-act', 'border/copula', open, depth)
    const holder = this.context.voice === 'report' ? (base.speaker ?? subject) : { parties: this.context.parties, kind: 'joint' as const, name: '', rule: 'party/joint-text' }
    const model = { ...base, kind: 'position' as Kind, force: 'none' as Force, subject: holder, rule: 'clause/value-judgement' }
    this.finish(model, from, group.head, end, 'be', group.head, { ...open, model }, depth)
  }

  /** Reported clauses: the inner clause is coded; failing that, an attitude verb makes the whole a position. */
  private said(outcome: string, subject: Subject, from: number, inner: number, end: number, speaker: Subject | undefined, open: Open, depth: number, lemma: string, frame: Frame, group: Group): void {
    const before = this.drafts.length
    const oneSided = subject.kind !== 'joint' && subject.parties.length <= 1 && subject.kind !== 'abstract' && subject.kind !== 'none'
    if (group.passive && subject.kind !== 'abstract' && subject.kind !== 'none') return this.pass(from, group.head + 1, end, 'not-an-act', 'border/said-passive', open, depth)
    const who = oneSided && (this.context.voice === 'report' || outcome === 'speech' || subject.kind === 'official') ? subject : speaker
    if (oneSided && subject.kind === 'official' && this.context.voice === 'report') this.speak(subject)
    else if (subject.kind === 'joint') this.memory.speaker = undefined
    this.stack.push({ ...open, model: undefined, frame })
    this.clause(inner, end, who, depth + 1)
    const made = this.drafts.slice(before)
    const first = made[0]
    if (outcome === 'clause' || outcome === 'request') for (const draft of made) {
      if (outcome === 'clause' && draft.kind === 'commitment' && draft.force === 'intent') draft.force = 'agreed'
      if (outcome === 'request' && draft === first && (draft.kind === 'commitment' || draft.kind === 'position')) Object.assign(draft, { kind: 'proposal', force: 'should', speaker: subject.kind === 'joint' ? undefined : subject })
    }
    if (!first && outcome === 'request') {
      for (let k = inner + 1; k < Math.min(end, inner + 14); k++) if (flag(this.units[k], Flag.BASE | Flag.BE) && !flag(this.units[k - 1], Flag.TO | Flag.DETERMINER | Flag.POSSESSIVE | Flag.PREPOSITION)) {
        const model = { kind: 'proposal' as Kind, force: 'should' as Force, aspect: 'new' as Aspect, negated: false, subject: this.subject(inner, k), speaker: subject.kind === 'joint' ? undefined : subject, rule: `frame/${frame.id}`, asked: [inner, k] as const }
        const verb = flag(this.units[k], Flag.BE) && flag(this.units[k + 1], Flag.PARTICIPLE) ? k + 1 : k
        this.stack.pop()
        return this.finish(verb > k ? { ...model, asked: undefined, subject: nobody } : model, from, verb, end, (this.units[verb] as Unit).word.lemma, verb, { ...open, forms: Flag.BASE, model }, depth)
      }
    }
    if (first && outcome !== 'speech' && first.from <= inner + 3) {
      if (outcome !== 'request' && first.kind === 'report' && outcome === 'clause') first.from = Math.min(first.from, from)
      else if (outcome === 'request' || first.kind === 'position' || (outcome === 'clause' && first.kind === 'commitment')) first.from = from
      if (first.kind === 'position' && outcome !== 'request') first.act = lemma
    }
    if ((!first || first.from > inner + 6) && outcome !== 'speech' && subject.parties.length) {
      const stop = first ? Math.max(inner + 1, first.from - 1) : end
      this.emit({ kind: 'position', force: 'none', aspect: aspectOf(lemma), negated: false, subject, speaker: speaker ?? this.tailSpeaker(subject), rule: `frame/${frame.id}`, asked: undefined }, from, this.trim(stop), lemma, group.head)
    }
  }

  private pass(from: number, at: number, end: number, gate: Gate, rule: string, open: Open, depth: number): void {
    const boundary = this.boundary(at, end, open)
    this.refuse(from, boundary.at, gate, rule)
    this.goOn(boundary, end, open, depth)
  }

  private refuse(from: number, to: number, gate: Gate, rule: string): void {
    if (to > from) this.refusals.push({ from, to: this.trim(to), gate, rule })
  }

  private trim(to: number): number {
    let k = to
    while (k > 1 && flag(this.units[k - 1], Flag.PUNCTUATION | Flag.COORDINATOR) && this.units[k - 1]?.word.text !== ')') k--
    return k
  }

  private emit(model: Omit<Draft, 'from' | 'to' | 'act' | 'cue'> & { act?: string }, from: number, to: number, act: string, cue: number): void {
    if (to <= from) return
    if (model.kind !== 'commitment' && this.units.slice(from, to).some((u) => this.vocabulary.courtesy.has(u.word.text))) {
      this.refuse(from, to, 'not-an-act', 'border/courtesy')
      return
    }
    this.drafts.push({ ...model, from, to, act: model.act ?? act, cue: [cue, cue + 1] })
    if (model.kind === 'position' || model.kind === 'report') this.nested(model, from, to, cue)
  }

  /** Nouns that perform for a named owner inside a statement: "welcomed Z's decision to provide aid". */
  private nested(model: Omit<Draft, 'from' | 'to' | 'act' | 'cue'>, from: number, to: number, cue: number): void {
    for (let i = cue + 1; i < to - 1; i++) {
      const noun = this.vocabulary.nouns.get((this.units[i] as Unit).word.text)
      if (!noun?.force) continue
      if (!['commitment', 'decision', 'intention', 'plan', 'readiness', 'interest', 'offer', 'goal', 'proposal', 'pledge', 'determination'].includes(noun.id)) continue
      const result = this.nounOutcome({ cue: noun, at: i })
      if (result.verb === undefined || result.verb >= to) continue
      let start = i - 1
      while (start > from && !flag(this.units[start], Flag.POSSESSIVE | Flag.GENITIVE | Flag.PREPOSITION | Flag.PUNCTUATION | Flag.DETERMINER) && !flag(this.units[start], VERB & ~Flag.PARTICIPLE)) start--
      let subject: Subject | undefined
      if (flag(this.units[start], Flag.GENITIVE)) {
        let owner = start - 1
        while (owner > from && flag(this.units[owner - 1], Flag.NAME)) owner--
        subject = this.subject(owner, start)
        start = owner
      } else if (flag(this.units[start], Flag.POSSESSIVE)) subject = model.subject
      else if (this.units[i + 1]?.word.text === 'of') subject = this.subject(i + 2, Math.min(result.verb, i + 8))
      if (!subject?.parties.length) continue
      const act = this.actFrom(result.verb, noun.id)
      this.drafts.push({ ...model, kind: result.kind, force: result.force === 'ready' && noun.id === 'intention' ? 'intent' : result.force, subject, aspect: noun.id === 'commitment' ? 'reaffirmed' : act.aspect, rule: `noun/${noun.id}-nested`, from: start, to, act: act.lemma, cue: [i, i + 1] })
      return
    }
  }

  private finish(model: Omit<Draft, 'from' | 'to' | 'act' | 'cue'>, from: number, at: number, end: number, act: string, cue: number, open: Open, depth: number): void {
    const boundary = this.boundary(Math.max(at, cue) + 1, end, open)
    const leads = this.units[this.n]?.word.text === ':' && boundary.at >= end
    if (!leads || this.n - at > 4) this.emit(model, from, this.trim(boundary.at), act, cue)
    if (leads) this.lead = this.leadFrom(model, cue, open)
    this.goOn(boundary, end, open, depth)
  }

  /** What the items under "… agreed:" or "… will:" inherit. */
  private leadFrom(model: Omit<Draft, 'from' | 'to' | 'act' | 'cue'>, cue: number, open: Open): Open {
    const forms = Flag.BASE | Flag.ING | Flag.TO
    const first = this.drafts.find((d) => d.kind === 'commitment' || d.kind === 'proposal')
    if (first && model.kind !== first.kind) return { ...open, forms, model: { ...first } }
    const lemma = (this.units[cue] as Unit).word.lemma
    const frame = this.vocabulary.frames.get(lemma)?.find((f) => f.form === 'to' && f.outcome === 'commitment')
    if (frame && model.kind !== 'commitment' && model.kind !== 'proposal') return { ...open, forms, model: { ...model, kind: 'commitment', force: frame.force as Force, rule: `frame/${frame.id}` } }
    return { ...open, forms }
  }

  /** The verb that names the act: past "work to", "continue to", "take steps to". */
  private actFrom(verb: number, fallback: string): { lemma: string; at: number; aspect: Aspect } {
    let at = verb
    let aspect: Aspect = 'new'
    for (let step = 0; step < 5; step++) {
      const unit = this.units[at] as Unit
      const found = this.frameAt(unit.word.lemma, at)
      if (!found || !['chain', 'continue', 'chain-not', 'obligation'].includes(found.frame.outcome)) {
        if (found?.frame.outcome === 'commitment' && found.frame.force === 'intent' && found.verb > at && flag(this.units[found.verb], VERB)) {
          at = found.verb
          continue
        }
        break
      }
      if (found.frame.outcome === 'continue') aspect = 'continuing'
      if (found.verb === at) break
      at = found.verb
    }
    const lemma = (this.units[at] as Unit).word.lemma || fallback
    return { lemma, at, aspect: aspect === 'new' ? aspectOf(lemma) : aspect }
  }

  /** Where a predicate ends, and what goes on there. */
  private boundary(at: number, end: number, open: Open): { at: number; next: number; how: string; open?: Open } {
    let depth = 0
    let relative = 0
    let purpose = false
    for (let k = at; k < end; k++) {
      const unit = this.units[k] as Unit
      const text = unit.word.text
      if (flag(unit, Flag.RELATIVE | Flag.THAT)) relative |= this.nextForms(k, end)
      if (this.groups[k]?.form === 'to' && k > at) purpose = true
      if (text === '(' || text === '[') depth++
      if (text === ')' || text === ']') depth = Math.max(0, depth - 1)
      if (depth > 0) continue
      if (k === at && coordinator0(unit) && flag(this.units[k + 1], VERB | Flag.ADVERB)) {
        k++
        continue
      }
      const dash = text === '–' || text === '—'
      const strong = text === ';' || text === ':'
      const comma = text === ',' || dash
      const coordinator = flag(unit, Flag.COORDINATOR) || (text === 'as' && this.units[k + 1]?.word.text === 'well' && this.units[k + 2]?.word.text === 'as')
      if (!comma && !strong && !coordinator) continue
      let j = k + 1
      let joined = coordinator || strong
      if (!coordinator && (flag(this.units[j], Flag.COORDINATOR) || (this.units[j]?.word.text === 'as' && this.units[j + 1]?.word.text === 'well'))) {
        joined = true
        j += this.units[j]?.word.text === 'as' ? 3 : 1
      } else if (coordinator && text === 'as') j = k + 3
      while (flag(this.units[j], Flag.PUNCTUATION) && this.units[j]?.word.text !== '(' && j < end) j++
      const how = this.decide(j, end, open, joined, comma)
      if (!how) continue
      const verb = this.verbAt(j)
      const governsOwn = this.vocabulary.frames.get(verb.word.lemma)?.some((f) => f.outcome !== 'act' && f.outcome !== 'chain' && f.outcome !== 'report')
      if (!comma && relative & verb.flags && (how.how === 'same-subject' || how.how === 'continue') && !governsOwn) continue
      if (purpose && how.how === 'continue' && flag(verb, Flag.BASE) && this.groups[j]?.form !== 'to' && !strong) continue
      return { at: k, next: j, ...how }
    }
    return { at: end, next: end, how: 'end' }
  }

  private verbAt(j: number): Unit {
    let v = j
    while (flag(this.units[v], Flag.ADVERB | Flag.NOT) && !flag(this.units[v], VERB & ~Flag.PARTICIPLE)) v++
    return (this.units[v] ?? this.units[j]) as Unit
  }

  /** Forms by which the verb of a relative clause goes on. */
  private nextForms(k: number, end: number): number {
    for (let j = k + 1; j < Math.min(end, k + 8); j++) if (this.groups[j]?.form === 'finite') return (this.groups[j] as Group).goesOn & VERB
    return 0
  }

  private decide(j: number, end: number, open: Open, joined: boolean, comma: boolean): { how: string; open?: Open } | undefined {
    if (j >= end) return undefined
    let v = j
    while (flag(this.units[v], Flag.ADVERB | Flag.NOT) && !flag(this.units[v], VERB & ~Flag.PARTICIPLE)) v++
    const unit = this.units[v]
    if (!unit) return undefined
    const group = this.groups[v] ?? this.groups[j]
    if (comma && flag(this.units[j], Flag.RELATIVE)) return { how: 'relative' }
    if (comma && flag(this.units[j], Flag.PREPOSITION) && flag(this.units[j + 1], Flag.RELATIVE)) return { how: 'relative' }
    if (flag(unit, Flag.MODAL | Flag.BE | Flag.HAVE | Flag.DO) && group?.form === 'finite' && joined) return { how: 'predicate' }
    const levels = [open, ...this.stack.slice().reverse()]
    for (const level of levels) {
      if (group?.form === 'to' && level.forms & Flag.TO && (joined || this.laterTo(v + 1, end))) return { how: 'continue', open: level }
      if (flag(unit, Flag.BASE) && group?.form !== 'finite' && level.forms & Flag.BASE && governs(this.units, v) && (joined || this.laterCoordinator(v, end))) return { how: 'continue', open: level }
      if (flag(unit, Flag.ING) && level.forms & Flag.ING && (joined || this.laterCoordinator(v, end)) && !flag(unit, Flag.PREPOSITION | Flag.OPENER)) return { how: 'continue', open: level }
      const aside = joined && flag(this.units[j], Flag.PREPOSITION | Flag.TIME) ? this.pastComma(j, end) : undefined
      if (aside !== undefined && this.groups[aside]?.form === 'to' && level.forms & Flag.TO) return { how: 'continue', open: level }
      if (joined && level.forms & Flag.ING && flag(this.units[j], Flag.TO | Flag.PREPOSITION) && flag(this.units[j + 1], Flag.ING)) return { how: 'continue', open: level }
      if (level.nouns && joined && flag(this.units[j], Flag.POSSESSIVE | Flag.DETERMINER)) {
        const noun = this.nounCue(j)
        if (noun && this.nounOutcome(noun).kind !== 'position') return { how: 'noun', open: level }
        if (noun && flag(this.units[j], Flag.POSSESSIVE) && level.model?.kind !== 'position') return { how: 'noun', open: level }
      }
    }
    for (const level of levels) {
      const forms = level.finite & (Flag.PAST | Flag.PRESENT | Flag.BASE | Flag.PARTICIPLE)
      if (!(unit.flags & forms) || flag(unit, Flag.NAME)) continue
      if (!joined && !this.laterCoordinator(v, end)) continue
      if (flag(unit, Flag.PAST | Flag.PARTICIPLE) && !this.vocabulary.frames.has(unit.word.lemma) && !flag(this.units[v + 1], Flag.DETERMINER | Flag.POSSESSIVE | Flag.NAME | Flag.TO | Flag.THAT | Flag.PREPOSITION | Flag.NUMBER)) continue
      if (!governs(this.units, v)) continue
      return { how: 'same-subject', open: level }
    }
    if (joined && flag(this.units[j], Flag.THAT)) {
      const level = levels.find((l) => l.frame?.form === 'that')
      if (level) return { how: 'that', open: level }
    }
    if (joined || flag(this.units[j], Flag.PRONOUN)) {
      const finite = this.clauseAhead(j, end)
      if (finite !== undefined) return { how: 'clause' }
    }
    return undefined
  }

  private pastComma(j: number, end: number): number | undefined {
    for (let k = j + 1; k < Math.min(end, j + 9); k++) {
      if (this.units[k]?.word.text === ',') return k + 1
      if (this.groups[k]?.form === 'finite') return undefined
    }
    return undefined
  }

  private laterTo(k: number, end: number): boolean {
    for (let i = k; i < end; i++) if (flag(this.units[i], Flag.COORDINATOR)) for (let j = i + 1; j < Math.min(end, i + 12); j++) if (this.groups[j]?.form === 'to' && (j === i + 1 || this.units[j - 1]?.word.text === ',')) return true
    return false
  }

  private laterCoordinator(k: number, end: number): boolean {
    for (let i = k + 1; i < Math.min(end, k + 60); i++) if (flag(this.units[i], Flag.COORDINATOR) && (this.units[i - 1]?.word.text === ',' || flag(this.units[i + 1], VERB))) return true
    return false
  }

  /** A noun phrase and a finite verb right ahead: a clause of its own. */
  private clauseAhead(j: number, end: number): number | undefined {
    if (!nounStart(this.units[j]) && !flag(this.units[j], Flag.PREPOSITION | Flag.ADVERB)) return undefined
    for (let k = j + 1; k < Math.min(end, j + 26); k++) {
      const group = this.groups[k]
      const unit = this.units[k] as Unit
      if (group?.form === 'finite') return this.isRelative(k) ? undefined : k
      if (flag(unit, Flag.THAT | Flag.RELATIVE | Flag.TO) || unit.word.text === ';') return undefined
      if (unit.word.text === ',' && !flag(this.units[j], Flag.PREPOSITION | Flag.ADVERB) && !nounStart(this.units[k + 1])) return undefined
    }
    return undefined
  }

  private goOn(boundary: { at: number; next: number; how: string; open?: Open }, end: number, current: Open, depth: number): void {
    if (depth > 40 || boundary.how === 'end') return
    const level = boundary.open ?? current
    if (boundary.open && boundary.open !== current) while (this.stack.length && this.stack.at(-1) !== boundary.open) this.stack.pop()
    const next = boundary.next
    let v = next
    while (flag(this.units[v], Flag.ADVERB | Flag.NOT) && !flag(this.units[v], VERB & ~Flag.PARTICIPLE)) v++
    switch (boundary.how) {
      case 'continue': {
        const aside = this.groups[v]?.form === 'to' || flag(this.units[v], Flag.BASE) ? undefined : this.pastComma(next, end)
        if (aside !== undefined && this.groups[aside]?.form === 'to') v = aside
        const linked = flag(this.units[v], Flag.TO | Flag.PREPOSITION) && !this.groups[v] && flag(this.units[v + 1], Flag.ING)
        const verb = this.groups[v]?.form === 'to' ? (this.groups[v] as Group).head : linked ? v + 1 : v
        return this.continueOpen(next, verb, end, level, flag(this.units[v - 1], Flag.NOT) && v > next)
      }
      case 'predicate': return this.predicate((this.groups[v] ?? this.groups[next]) as Group, current.subject, next, end, current.speaker, depth + 1)
      case 'same-subject': {
        const past = flag(this.units[v], Flag.PAST) && (level.finite & Flag.PAST) !== 0
        const tense = past ? 'past' : level.modal ? 'modal' : level.finite & Flag.PARTICIPLE ? 'perfect' : 'present'
        return this.predicate({ start: next, head: v, form: 'finite', tense, modal: level.modal, passive: false, negated: false, goesOn: level.finite }, level.subject, next, end, level.speaker, depth + 1)
      }
      case 'noun': {
        const noun = this.nounCue(next)
        if (!noun) return
        const result = this.nounOutcome(noun)
        const model = { aspect: noun.cue.id === 'commitment' ? ('reaffirmed' as Aspect) : ('new' as Aspect), negated: false, subject: result.kind === 'proposal' ? nobody : level.subject, speaker: level.speaker, rule: `noun/${noun.cue.id}`, asked: undefined, kind: result.kind, force: result.force }
        const act = result.verb === undefined ? { lemma: noun.cue.id, at: noun.at } : this.actFrom(result.verb, noun.cue.id)
        return this.finish(model, next, act.at, end, act.lemma, noun.at, { ...level, forms: result.forms, model }, depth + 1)
      }
      case 'that': {
        const frame = level.frame as Frame
        return this.said(frame.outcome, level.subject, next, next + 1, end, level.speaker, level, depth + 1, frame.id, frame, { start: next, head: next, form: 'finite', tense: 'past', modal: '', passive: false, negated: false, goesOn: level.finite })
      }
      case 'relative': return this.relative(next, end, current, depth + 1)
      default: return this.clause(next, end, current.speaker, depth + 1)
    }
  }

  private relative(i: number, end: number, open: Open, depth: number): void {
    let g: number | undefined
    for (let k = i; k < Math.min(end, i + 14); k++) if (this.groups[k]?.form === 'finite') {
      g = k
      break
    }
    if (g === undefined) return
    const group = this.groups[g] as Group
    let from = i
    while (flag(this.units[from], Flag.PREPOSITION | Flag.RELATIVE)) from++
    const own = from < group.start
    const subject = own ? this.subject(from, group.start) : { ...nobody, kind: 'instrument' as const }
    const act = (group.modal === 'will' || group.modal === 'intent' || group.modal === 'binding' || (group.tense === 'past' && own)) && (own || group.passive)
    if (act && (own || group.passive)) return this.predicate(group, subject, own ? from : i, end, open.speaker, depth)
    return this.pass(i, group.head + 1, end, 'not-an-act', 'clause/relative', open, depth)
  }

  /** One more act under an open predicate: "… and to open", ", reduce". */
  private continueOpen(from: number, verb: number, end: number, level: Open, negated: boolean): void {
    const act = this.actFrom(verb, (this.units[verb] as Unit).word.lemma)
    const model = level.model
    if (!model) return
    const aspect = model.aspect === 'reaffirmed' ? model.aspect : act.aspect
    this.finish({ ...model, aspect, negated: negated || (model.negated && level.modal !== ''), rule: `${model.rule}+list` }, from, act.at, end, act.lemma, verb, level, 0)
  }
}

const coordinator0 = (unit: Unit): boolean => (unit.flags & Flag.COORDINATOR) !== 0

function nounStart(unit: Unit | undefined): boolean {
  return unit !== undefined && (flag(unit, Flag.DETERMINER | Flag.POSSESSIVE | Flag.NAME | Flag.PRONOUN | Flag.NUMBER) || !flag(unit, VERB | Flag.PUNCTUATION | Flag.PREPOSITION | Flag.TO | Flag.THAT | Flag.COORDINATOR | Flag.SUBORDINATOR | Flag.MODAL | Flag.BE | Flag.HAVE | Flag.ADVERB) || (flag(unit, Flag.ALSO_NOUN) && !flag(unit, Flag.PUNCTUATION)))
}

const resumed = new Set(['resume', 'reopen', 'restore', 'reinstate', 'revive', 'reinvigorate', 'return', 'reconvene', 'relaunch'])
const continuing = new Set(['continue', 'maintain', 'further', 'deepen', 'expand', 'strengthen', 'enhance', 'extend', 'broaden', 'intensify', 'consolidate', 'advance', 'increase', 'step'])
const again = new Set(['reaffirm', 'reiterate', 'restate', 'reassert', 'renew', 'recommit', 'reconfirm'])

function aspectOf(lemma: string): Aspect {
  return resumed.has(lemma) ? 'resumed' : continuing.has(lemma) ? 'continuing' : again.has(lemma) ? 'reaffirmed' : 'new'
}
