// The walk over a sentence: builds its tree, reads each node by its place, and closes the statements.
import { Code, Flag } from '../../../lexicon/word.ts'
import { unitAt } from '../../recognise/units.ts'
import type { Lead } from '../draft.ts'
import { has } from '../groups.ts'
import { nobody, type Subject } from '../subject.ts'
import { type Node, type Relation, Tree } from '../tree.ts'
import { tellsThat } from './clefts.ts'
import { impersonalDoer, isImpersonal, ofFront, remember, thingOf } from './doers.ts'
import { doneLead } from './done.ts'
import { endOf, tellAs } from './ends.ts'
import { close, opensAsThing } from './leads.ts'
import {
  AUXILIARY,
  BARE,
  bareLead,
  isPreamble,
  isRoll,
  isSum,
  isToBeDone,
  isToDo,
  labelEnd,
  labelledVerb,
  listed,
  namedAct,
  OPERATIVE,
  operativeLead,
  ownPlan,
  pastVocative,
  recite,
  sumLead,
  testify,
  toBeDone,
  toDo,
} from './lines.ts'
import { noteTalks } from './meetings.ts'
import { readNestedNoun, readNoun } from './noun-acts.ts'
import { goesOnWith, trailOf } from './onward.ts'
import { goOn, isAskedToo, readAdjunct, readFronted, readItem, readRelative } from './places.ts'
import { endsOpen, preamble, recital, recitals } from './preamble.ts'
import { readPredicate } from './predicates.ts'
import { fallBack, governorOf, readReported } from './reported.ts'
import { onlyLimits } from './restrictions.ts'
import { type Result, Sentence, toResult } from './sentence.ts'
import { SIDE, sideLead } from './sides.ts'
import { refuse, refuseWords } from './statements.ts'
import { clauseOutcomes } from './verbs.ts'

/** Reads one sentence: builds the tree of its predicates and says of each what it states or why it states nothing. */
export class Clauses extends Sentence {
  /** Reads the sentence from unit `at`, under `lead` when it is an item of a list, under `listing` when it has no verb of its own. */
  run(at: number, lead: Lead | undefined, listing?: Lead): void {
    readSentence(this, at, lead, listing)
  }

  /** The sentence is what `subject` says, by an aside taken out of it. */
  giveWord(subject: Subject): void {
    if (subject.kind !== 'abstract' && subject.kind !== 'none') tellAs(this, subject)
  }

  /** Whose the items are that follow the sentence as a heading; undefined where it names no side. */
  sideOf(): Lead | undefined {
    this.end = endOf(this)
    return sideLead(this, 0, undefined)
  }

  /** What the last statement hands to a sentence that goes on without a subject ("And encourage …"). */
  trail(): Lead | undefined {
    return trailOf(this)
  }

  /** The lead under which the sentence goes on with what was said before it. */
  onward(trail: Lead | undefined, across: boolean): Lead | undefined {
    if (!trail) return undefined
    this.end = endOf(this)
    return goesOnWith(this, trail, across) ? trail : undefined
  }
}

/** Reads the sentence from unit `at`: where it begins and ends, its tree, its nodes, and the lines that have none. */
function readSentence(s: Sentence, at: number, lead: Lead | undefined, listing: Lead | undefined): void {
  s.end = endOf(s)
  let from = at
  while (from < s.end && has(s.units[from], Flag.PUNCTUATION | Flag.COORDINATOR)) from++
  const opening = from
  from = pastVocative(s, from)
  const verb = lead || s.alone ? labelledVerb(s, from) : -1
  const label = verb < 0 && (lead || !at) ? labelEnd(s, from) : -1
  from = Math.max(from, label, verb)
  const labelled = at > 0 || label > 0 || verb > 0 || from > opening
  const above = listing && (!lead || lead.model.rule === BARE) && isFragment(s, from, labelled) ? listing : lead
  // "a fund to dredge the port" is a thing, whatever it is for
  const thing = above?.lists && promises(above) && opensAsThing(s, from, above.forms)
  const past = label > 0 || (above && (above.forms & Flag.PAST) !== 0) ? undefined : doneLead(s, from)
  const done = past && !new Tree(s.units, from, s.end, 0, labelled).nodes.some(isMain) ? past : undefined
  const under = label > 0 || done ? undefined : above
  const own = under?.model.rule === SIDE ? under : undefined
  s.opened = label > 0 ? undefined : (own ?? operativeLead(s, from) ?? under ?? done ?? bareLead(s, from))
  s.tree = treeOf(s, from, under, labelled, thing ? 0 : (under?.forms ?? 0))
  const act = s.opened ? namedAct(s, from, s.opened) : -1
  if (under?.limits && onlyLimits(s, from, under.limits)) refuseWords(s, from, s.end, 'not-an-act', 'clause/limit')
  else if (act >= 0) listed(s, from, s.opened as Lead, act)
  else if (!recital(s, from)) {
    const rest = preamble(s, from)
    // "…, have resolved to conclude this Treaty": what those who recite do
    if (rest > from && rest < s.end) s.tree = new Tree(s.units, rest, s.end, 0, true)
    if (rest < s.end && !(rest < 0 && recitals(s, from))) {
      noteTalks(s, from)
      readNodes(s)
      readLine(s, from, under)
    }
  }
  close(s)
  if (s.told) s.memory.person = s.told
  if (s.drafts.length && s.tree.nodes.some(isMain)) s.memory.begun = true
  const last = s.drafts.at(-1)
  if (last) s.memory.undertaken = last.kind === 'commitment' ? last.subject : undefined
  s.memory.tells = last?.kind !== 'commitment' && tellsOf(s, from)
}

/** No finite verb stands in it but in what limits a noun. */
const isFragment = (s: Sentence, from: number, labelled: boolean): boolean =>
  !s.units.some((unit) => has(unit, Flag.DO)) && !hasClause(new Tree(s.units, from, s.end, 0, labelled))

const hasClause = ({ nodes }: Tree): boolean => nodes.some((node) => node.group.form === 'finite' && node.relation !== 'relative')

/** The lead of what somebody will do, and no report that lists what was done. */
const promises = (lead: Lead): boolean => lead.model.kind === 'commitment'

/** A clause with a subject, which leads in no list. */
function tellsOf({ units, end, tree }: Sentence, from: number): boolean {
  if (
    units[end]?.word.code === Code.COLON ||
    has(unitAt(units, end - 1), Flag.PUNCTUATION) ||
    has(units[from], Flag.BASE | Flag.ING | Flag.TO)
  )
    return false
  for (let k = from; k < end; k++) if (units[k]?.word.code === Code.COLON) return false
  return tree.nodes.some((node) => isMain(node) && node.subject !== undefined)
}

/** The tree of the sentence, whose first verb may have one of `forms`; a line that only seemed to open as an item loses its lead. */
function treeOf(s: Sentence, from: number, lead: Lead | undefined, labelled: boolean, forms: number): Tree {
  const tree = new Tree(s.units, from, s.end, forms, labelled)
  if (!s.opened || lead) return tree
  // "Approves the plan drawn up in May and looks forward to …": its first word can be no noun
  const told = s.opened.model.rule === OPERATIVE && has(s.units[from], Flag.PRESENT) && !has(s.units[from], Flag.ALSO_NOUN)
  const main = !has(s.units[from], Flag.BASE) && !told && tree.nodes.some(isMain)
  const subject = s.opened.model.rule === BARE && tree.nodes[0]?.group.form !== 'loose' && opensSubject(tree.nodes)
  if (!main && !subject) return new Tree(s.units, from, s.end, s.opened.forms, labelled)
  s.opened = undefined
  return tree
}

/** Reads the nodes, the main clause before what stands in front of it, then what no clause was found for. */
function readNodes(s: Sentence): void {
  const { nodes } = s.tree
  for (const node of nodes) if (!isFronted(node)) readNode(s, node)
  for (const node of nodes) if (isFronted(node)) readNode(s, node)
  for (const front of [false, true]) {
    for (const node of nodes) {
      const result = s.resultOf(node)
      if (result?.pending?.first && isFronted(node) === front) fallBack(s, node, result, result.pending)
    }
  }
}

/** What a line says whose predicates stated nothing. */
function readLine(s: Sentence, from: number, lead: Lead | undefined): void {
  const { tree, units } = s
  const treaty = s.context.voice === 'treaty'
  if (
    !s.drafts.length &&
    (treaty || (!s.opened && !s.memory.begun)) &&
    has(units[from], Flag.ING) &&
    isPreamble(s, from) &&
    !tree.nodes.some(isMain)
  )
    recite(s, from, s.lemma(from))
  if (!tree.nodes.length) s.parts = sideLead(s, from, lead) ?? ownPlan(s, from)
  if (s.parts?.model.rule === SIDE) return void refuseWords(s, from, s.end, 'not-an-act', SIDE)
  if (!s.drafts.length && s.context.voice !== 'report' && s.frameAt(from)?.frame.outcome === 'testimony') testify(s, from)
  else if (!s.drafts.length && lead?.lists && from < s.end && !(promises(lead) && hasClause(s.tree))) {
    if (promises(lead) && isRoll(s, from, lead)) refuseWords(s, from, s.end, 'not-an-act', 'clause/names')
    else listed(s, from, lead)
  } else if (!s.drafts.length && !lead && isToBeDone(s, from)) toBeDone(s, tree.nodes[0] as Node, from)
  else if (!s.drafts.length && s.item && isToDo(s, from)) toDo(s, tree.nodes[0] as Node, from)
  else if (!s.drafts.length && !lead && isSum(s, from)) listed(s, from, sumLead(s))
  else if (!tree.nodes.length && from < s.end) refuseWords(s, from, s.end, 'not-an-act', 'clause/no-finite-verb')
}

/** Reads one node of the tree, after those that govern it. */
function readNode(s: Sentence, node: Node): void {
  const above = governorOf(s, node)
  const parent = above && s.resultOf(above)
  const peer = node.peer && s.resultOf(node.peer)
  const own = isImpersonal(s, node)
    ? impersonalDoer(s, parent?.speaker)
    : node.subject
      ? (ofFront(s, node) ?? thingOf(s, node) ?? s.resolve(node.subject[0], node.subject[1]))
      : undefined
  // "Let us open a port": both sides are asked
  const asked = !node.subject && node.relation === 'root' && node.group.modal === 'should' && s.context.parties.length === 2
  // "A met B of Z and exchanged views": with each other
  const together = s.units[node.group.head]?.word.kind === 'reciprocal' && node.frame?.frame.outcome === 'act'
  const met = together && peer?.model?.rule === 'frame/meet' ? peer.model.subject : undefined
  // "Condemns the attack, and rejects …": each verb of a resolution's line is its organ's, of an item under "R has:" R's
  const lines = s.opened && (s.opened.model.rule === OPERATIVE || s.opened.model.rule === AUXILIARY) ? s.opened.model.subject : undefined
  // "Have resolved to conclude this Treaty"; "have agreed as follows:" only opens the text
  const parties =
    s.context.voice !== 'report' && has(s.units[node.group.start], Flag.HAVE) && !(endsOpen(s) && node.group.head === s.end - 2)
      ? s.joint
      : undefined
  const led = !node.subject && node.relation === 'root' ? (lines ?? parties) : undefined
  const subject = own ?? (asked ? s.joint : undefined) ?? led ?? met ?? peer?.subject ?? parent?.subject ?? nobody
  const reported = node.relation === 'that' || node.relation === 'content' ? parent?.speaker : undefined
  const speaker = node.relation === 'that' ? reported : (peer?.speaker ?? parent?.speaker)
  const result = toResult(subject, speaker)
  s.results[node.index] = result
  const serves = node.relation === 'that' && !parent?.pending && !clauseOutcomes.has(node.parent?.frame?.frame.outcome ?? '')
  // "the main thing is that R has opened the port": said, and the copula adds nothing
  const tells = serves && node.parent !== undefined && tellsThat(s, node.parent, parent)
  if ((serves && !tells) || (parent?.silent && node.relation === 'that') || (peer?.silent && node.relation !== 'clause')) {
    result.silent = true
    refuse(s, node, 'forecast', 'clause/belief')
    return
  }
  if (own && (node.relation === 'root' || node.relation === 'clause' || node.relation === 'that')) {
    const { person } = s.memory
    remember(s, own)
    // "A hopes that B will come. He …": he is A
    if (node.relation === 'that' && person && parent?.subject === person) s.memory.person = person
  }
  byPlace(s, node, result, parent, peer)
  if (node.relation === 'that' && parent?.pending) readReported(s, node, result, above as Node, parent, parent.pending)
}

/** Reads a node as what its place in the tree makes of it; false where that states nothing. */
function byPlace(s: Sentence, node: Node, result: Result, parent: Result | undefined, peer: Result | undefined): boolean {
  switch (standing(node)) {
    case 'list':
      return goOn(s, node, result, peer)
    case 'nouns':
      return readNoun(s, node, result, peer)
    case 'noun':
      return readNestedNoun(s, node, result)
    case 'complement':
    case 'purpose':
    case 'means':
      return false
    case 'adjunct':
      return readAdjunct(s, node, result, parent)
    case 'front':
      return readFronted(s, node, result)
    case 'relative':
      return readRelative(s, node, result)
    case 'clause':
      return node.peer?.relation === 'relative' ? readRelative(s, node, result) : readPredicate(s, node, result)
    case 'subordinate': {
      if (s.units[node.link]?.word.kind === 'concessive') return readPredicate(s, node, result)
      result.silent = true
      return refuse(s, node, 'not-an-act', 'clause/subordinate')
    }
    case 'root': {
      const opens = s.opened && !node.subject && (node.group.form !== 'finite' || goesOn(s.opened))
      return s.opened && opens ? readItem(s, node, result, s.opened) : readPredicate(s, node, result)
    }
    case 'same':
      return isAskedToo(s, node) ? goOn(s, node, result, peer) : readPredicate(s, node, result)
    default:
      return readPredicate(s, node, result)
  }
}

/** Its items are verbs whose subject is the lead's. */
const goesOn = ({ model: { rule } }: Lead): boolean => rule === OPERATIVE || rule === SIDE || rule === AUXILIARY

/** A verb that goes on with the subject of a relative clause stands in that clause too. */
function standing(node: Node): Relation {
  let at = node
  while (at.relation === 'same' && at.peer) at = at.peer
  return at.relation === 'relative' ? 'relative' : node.relation
}

/** A finite clause that hangs on nothing: what stands before it is its adjunct and no item. */
const isMain = (node: Node): boolean =>
  node.group.form === 'finite' && (node.relation === 'root' || node.relation === 'clause' || node.relation === 'same')

/** "Reopening will help": the first form is the subject of the verb right after it. */
const opensSubject = ([first, second]: readonly Node[]): boolean =>
  first !== undefined && second?.group.form === 'finite' && second.group.start === first.group.head + 1

/** The node stands before the main clause, or hangs on one that does. */
function isFronted(node: Node): boolean {
  let top = node
  while (top.parent) top = top.parent
  return top.relation === 'front'
}
