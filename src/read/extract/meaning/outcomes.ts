// What the frame of a verb decides: the dispatch from its outcome to the reader of that outcome.
import { Code, Flag, VERB } from '../../../lexicon/word.ts'
import { type Model, vary } from '../draft.ts'
import { has } from '../groups.ts'
import { nominalAt, nounCueAt } from '../nouns.ts'
import { nobody, type Subject } from '../subject.ts'
import type { FrameMatch, Node } from '../tree.ts'
import { keepsAsking, needs, proposes } from './calls.ts'
import { judgesDeed } from './deeds.ts'
import { holdsDetails } from './details.ts'
import { speaksOfSelf } from './doers.ts'
import { modalForces } from './modals.ts'
import { byMood } from './mood.ts'
import { awaitClause } from './reported.ts'
import type { Result, Sentence } from './sentence.ts'
import { isJoined, meets, sees, takesAttitude, takesPosition } from './stances.ts'
import { emit, refuse } from './statements.ts'
import { befalls } from './talks.ts'
import { isIt } from './things.ts'
import { aimAt, chained, commits } from './undertakings.ts'
import { amountsTo, entitles, judgesThing, readCopula } from './values.ts'
import { actOf, clauseOutcomes, foresees, isPassive, isStance, joinsDeed, onlySpeaks } from './verbs.ts'

/** Doers who can decide. */
const deciders = new Set<Subject['kind']>(['joint', 'party', 'official', 'instrument'])
/** Outcomes of verbs that name under a modal what somebody promises to do. */
const promisable = new Set(['commitment', 'act', 'position', 'attitude', 'report', 'witness', 'performs', 'stance', 'begin', 'reserve'])

/** Outcomes of what only describes a thing. */
const describing = new Set(['nothing', 'details', 'amounts', 'joined'])

/** Rows of what is only said. */
const remarks = new Set(['make-remark', 'refers'])

/** What the frame at the verb decides; false where only tense and mood can. */
export function byFrame(s: Sentence, node: Node, result: Result, base: Model, found: FrameMatch): boolean {
  const { group } = node
  const { frame } = found
  const { modal } = group
  const outcome = frame.outcome === 'wish' ? 'commitment' : frame.outcome
  // "we have the chance to build a port" weighs what is so; who had it did
  if (outcome === 'chain' && group.tense === 'copula' && has(s.units[group.head], Flag.HAVE)) return false
  if (frame.form === 'that' && (outcome === 'nothing' || outcome === 'forecast' || outcome === 'position' || outcome === 'belief'))
    result.silent = true
  // "I will make a few remarks", "we will say this"
  if (remarks.has(frame.id) && speaksOfSelf(s, node)) return refuse(s, node, 'not-an-act', 'border/talk')
  // "let me start by thanking Z" thanks it; "I'll start by saying" only goes on
  if (frame.id === 'start-by' && speaksOfSelf(s, node))
    return isStance(s, s.lemma(found.verb))
      ? emit(s, node, result, vary(base, { kind: 'position' }), s.lemma(found.verb), found.verb)
      : refuse(s, node, 'not-an-act', 'border/talk')
  // "it is clear that": to anybody
  if (frame.id === 'be-clear' && isIt(s, node)) return false
  // what only describes a thing is an act of those who can decide on it: "we will include the port"
  const rules = modal === 'binding' && s.context.voice === 'treaty' && frame.id !== 'defines'
  const decides =
    describing.has(outcome) &&
    frame.form === 'any' &&
    (rules || ((modal === 'intent' || modal === 'binding') && deciders.has(base.subject.kind)))
  if (decides) return byMood(s, node, result, base, group.head, modalForces[modal] ?? 'none')
  // "I do not think that R will pay"
  if (frame.id === 'think-that' && base.negated) {
    result.silent = true
    return refuse(s, node, 'forecast', base.rule)
  }
  // "we will require that firms report": a rule that is promised
  if (frame.id === 'require-that' && (modal === 'intent' || modal === 'binding') && (rules || deciders.has(base.subject.kind))) {
    result.silent = true
    return byMood(s, node, result, base, group.head, modalForces[modal] ?? 'none')
  }
  if (outcome === 'details' && holdsDetails(s, node, result, base)) return true
  // "I hope that answers your question": a thing answers nobody
  const mute = (!node.subject && node.relation === 'that') || base.subject.kind === 'abstract' || base.subject.kind === 'none'
  if (outcome === 'talk')
    return (speaksOfSelf(s, node) || mute || (!modal && onlySpeaks(s, s.lemma(group.head)))) && refuse(s, node, 'not-an-act', 'border/talk')
  if (outcome === 'forecast' || outcome === 'nothing' || outcome === 'details') return refuse(s, node, 'forecast', base.rule)
  // "have seen ships attack": what somebody saw he did not do; "saw the Minister of Z" met him
  if (outcome === 'perceive') return sees(s, node, result, base)
  // "I got a letter", "we learned that": what comes to somebody; under a modal it is an act ("we will get them home")
  if (outcome === 'befall') return befalls(s, node, deciders.has(base.subject.kind)) && refuse(s, node, 'not-an-act', base.rule)
  if (outcome === 'career') return isCareer(s, node, base) && refuse(s, node, 'not-an-act', base.rule)
  if (outcome === 'undergo')
    return modal === 'intent' || modal === 'would' || group.tense === 'present' || (group.form === 'finite' && !modal && !group.passive)
      ? refuse(s, node, 'forecast', base.rule)
      : false
  if (clauseOutcomes.has(outcome) && (!modal || frame.form === 'that')) return awaitClause(s, node, result, base, found)
  // "I can announce $40 million" announces it
  const announces = modal === 'can' && frame.form === 'money'
  if (modal && !announces && (outcome !== 'permission' || modal === 'should') && byModal(s, node, result, base, found, outcome)) return true
  return byOutcome(s, node, result, base, found, outcome)
}

/** What the frame decides under a modal; false where the modal changes nothing. */
function byModal(s: Sentence, node: Node, result: Result, base: Model, found: FrameMatch, outcome: string): boolean {
  const { group } = node
  const { frame, verb } = found
  const { modal } = group
  const force = modalForces[modal] ?? 'none'
  const reported = node.relation === 'that' || node.relation === 'content'
  const stands = frame.id === 'welcome' || !reported
  if (modal === 'would' && (outcome === 'position' || outcome === 'attitude') && deciders.has(base.subject.kind) && stands)
    return takesPosition(s, node, result, base)
  if (outcome === 'commitment' && modal === 'would') return commits(s, node, result, base, found)
  if (outcome === 'chain' || outcome === 'continue' || outcome === 'chain-not') {
    const inner = s.frameAt(verb)
    const acts = deciders.has(base.subject.kind) || base.subject.kind === 'body'
    if (modal === 'intent' && (inner?.frame.outcome === 'forecast' || !acts)) return refuse(s, node, 'forecast', base.rule)
    if (modal === 'intent' && inner && urgesSomebody(s, inner)) return keepsAsking(s, node, result, base, verb, s.lemma(verb), 'continuing')
    const model = outcome === 'continue' ? vary(base, { aspect: 'continuing' }) : base
    return byMood(s, node, result, model, frame.act || joinsDeed(s, found) ? group.head : verb, force)
  }
  // "we will encourage trade", "each Party shall invite firms to join": asking is the act that is promised
  const asks =
    outcome === 'proposal' &&
    (modal === 'binding' ||
      (modal === 'intent' && (frame.form === 'object' || (frame.id === 'require' && base.subject.rule !== 'party/it'))))
  if (asks && !group.passive && (deciders.has(base.subject.kind) || base.subject.kind === 'body'))
    return byMood(s, node, result, base, group.head, force)
  // "our aim will be to open a port"
  const aim = base.subject.kind === 'abstract' || (node.subject !== undefined && aimAt(s, node.subject) >= 0)
  if (frame.id === 'be-to' && modal === 'intent' && aim) return commits(s, node, result, base, found)
  if (!promisable.has(outcome)) return false
  const complement = outcome === 'commitment' && frame.form !== 'object' && has(s.units[verb], VERB) ? verb : group.head
  return byMood(s, node, result, base, complement, force)
}

/** "we will continue to urge Z to pay", like "we will urge Z to pay"; what one requires is a rule, and "press for trade" asks nobody. */
const urgesSomebody = ({ units }: Sentence, { frame, at }: FrameMatch): boolean =>
  frame.outcome === 'proposal' && frame.form === 'object-to' && frame.id !== 'require' && !has(units[at], Flag.PREPOSITION)

/** What the frame decides by itself, each outcome by its own reader. */
function byOutcome(s: Sentence, node: Node, result: Result, base: Model, found: FrameMatch, outcome: string): boolean {
  const { group } = node
  const { frame, at, verb } = found
  switch (outcome) {
    case 'chain':
    case 'continue':
    case 'chain-not':
      return chained(s, node, result, base, found)
    case 'permission':
      // "every state should have the right to choose": a principle, asked of nobody
      return permits(
        s,
        node,
        result,
        group.modal === 'should' && s.context.voice === 'report' && base.speaker ? vary(base, { subject: base.speaker }) : base,
        has(s.units[verb], VERB) ? verb : group.head,
      )
    case 'entitles':
      return entitles(s, node, result, base, verb)
    case 'reserve':
      return reserves(s, node, result, base)
    case 'obligation':
      return obliges(s, node, result, base, verb)
    case 'impersonal':
      // "checks are necessary to keep trade safe" judges the checks
      if (node.subject && s.units[group.start - 1]?.word.kind !== 'it') {
        // "we consider it important to act": what those who adopt a text owe themselves
        if (s.units[group.head + 1]?.word.kind !== 'it') return readCopula(s, node, result, base)
        const own = s.context.voice !== 'report' && base.subject.kind === 'joint'
        return own ? obliges(s, node, result, base, verb) : takesPosition(s, node, result, base)
      }
      return emit(s, node, result, vary(base, owing(s, at, verb)), actOf(s, verb).lemma, verb)
    case 'commitment':
      return (frame.outcome === 'wish' && gladly(s, node, result, base, verb)) || commits(s, node, result, base, found)
    case 'commitment-not':
      return commits(s, node, result, vary(base, { negated: !base.negated }), found)
    case 'proposal':
      return proposes(s, node, result, base, found)
    case 'needs':
      return needs(s, node, result, base, found)
    case 'attitude':
      return executes(s, node, result, base, found) || takesAttitude(s, node, result, base, at)
    case 'position':
      return executes(s, node, result, base, found) || takesPosition(s, node, result, base)
    case 'belief':
      return foresees(s, verb) ? refuse(s, node, 'forecast', base.rule) : takesPosition(s, node, result, base)
    case 'stance':
      return group.tense === 'present' ? takesPosition(s, node, result, base) : false
    case 'witness':
      if (s.context.voice === 'report') return amountsTo(s, node, result, base)
      return emit(s, node, result, vary(base, { kind: 'position', subject: s.joint }), frame.act || s.lemma(group.head), group.head)
    case 'joined':
      return isJoined(s, node, result, base)
    case 'furthers':
      return emit(s, node, result, vary(base, { kind: 'report', force: 'none', aspect: 'continuing' }), actOf(s, verb).lemma, verb)
    case 'rests':
      return rests(s, node, result, base)
    case 'offends':
      return judgesDeed(s, node, result, base, false) || judgesThing(s, node, result, base)
    case 'amounts':
      return amountsTo(s, node, result, base)
    case 'wrong':
    case 'virtue':
      return judgesDeed(s, node, result, base, outcome === 'virtue')
    case 'aware':
      // "I am not aware of reports" answers a question, and no more
      return base.negated && speaksOfSelf(s, node) ? refuse(s, node, 'not-an-act', 'border/talk') : takesPosition(s, node, result, base)
    case 'performs':
      return announces(s, node, result, base, found) || emit(s, node, result, base, s.lemma(group.head), group.head)
    case 'report':
      // "has been in close contact with Z"
      return frame.form === 'any' && frame.id !== 'meet'
        ? emit(s, node, result, base, s.lemma(group.head), group.head)
        : executes(s, node, result, base, found) || meets(s, node, result, base, found)
    default:
      return false
  }
}

/** "She served as a judge": where a person worked and learnt; what a state is chosen for, or serves as, it does. */
const isCareer = ({ context }: Sentence, { group }: Node, { subject }: Model): boolean =>
  context.voice === 'report' &&
  !group.modal &&
  subject.kind !== 'joint' &&
  (subject.kind !== 'party' || subject.rule === 'party/name-by-form' || subject.rule === 'party/we-speaker')

/** "is proud to announce a fund", "is pleased to announce 2 million": saying so announces it, whatever one feels; false for other acts. */
function gladly(s: Sentence, node: Node, result: Result, base: Model, verb: number): boolean {
  const told = s.frameAt(verb)
  if (node.frame?.frame.id !== 'pleased-to' || base.negated || !told) return false
  if (told.frame.outcome === 'performs') return announces(s, node, result, base, told) || emit(s, node, result, base, s.lemma(verb), verb)
  return told.frame.form === 'money' && commits(s, node, result, base, told)
}

/** Rows of verbs by which an act is undertaken that their object names. */
const executing: ReadonlySet<string> = new Set(['committed-object', 'recommit-object', 'agree-on', 'agree-on-need', 'agree-to'])

/** "is committed to the implementation of the plan", "agreed on the opening of a port": the noun names an act, so that it is undertaken. */
function executes(s: Sentence, node: Node, result: Result, base: Model, { frame, at }: FrameMatch): boolean {
  if (!executing.has(frame.id) || base.negated) return false
  const noun = nominalAt(s.units, at, s.end)
  if (noun < 0 || (!base.subject.parties.length && base.subject.kind !== 'joint')) return false
  const act = actOf(s, noun)
  return emit(s, node, result, vary(base, { kind: 'commitment', force: 'agreed', aspect: act.aspect }), act.lemma, noun)
}

/** How far after "announced" the verb of the steps that are announced may stand. */
const STEPS = 9

/** "announced the establishment of a fund", "is announcing steps to cut fees": what is announced is an act of the one who does. */
function announces(s: Sentence, node: Node, result: Result, base: Model, found: FrameMatch): boolean {
  const { frame, at } = found
  const passive = node.group.passive && found === node.frame
  if (frame.form !== 'object' || passive || base.negated || !base.subject.parties.length) return false
  let verb = nominalAt(s.units, at, s.end)
  for (let k = at; verb < 0 && k < Math.min(s.end, at + STEPS) && !has(s.units[k], Flag.PUNCTUATION | Flag.PREPOSITION); k++) {
    const group = s.units[k]?.word.kind === 'light' ? s.tree.groups[k + 1] : undefined
    if (group?.form === 'to') verb = group.head
  }
  if (verb < 0) return false
  const act = actOf(s, verb)
  return emit(s, node, result, vary(base, { kind: 'commitment', force: 'agreed', aspect: act.aspect }), act.lemma, verb)
}

/** "is entitled to suspend", "retains its rights": a position, its act the verb of the permission or what holds the right. */
const permits = (s: Sentence, node: Node, result: Result, base: Model, verb: number): true =>
  emit(s, node, result, vary(base, { kind: 'position' }), actOf(s, verb).lemma, verb)

/** "This Agreement does not affect the rights of …": what an instrument leaves as it is, its parties hold. */
function reserves(s: Sentence, node: Node, result: Result, base: Model): boolean {
  const things = base.subject.kind === 'instrument' || base.subject.kind === 'abstract'
  if (s.context.voice === 'report' || node.group.modal || node.group.tense !== 'present' || node.group.passive || !things) return false
  if (!base.negated) return false
  return emit(s, node, result, vary(base, { kind: 'position', subject: s.joint }), s.lemma(node.group.head), node.group.head)
}

/** "It is vital for all sides to keep the truce": who is named before the verb should do it. */
function owing(s: Sentence, at: number, verb: number): Partial<Model> {
  let to = verb
  while (to > at && !has(s.units[to], Flag.TO)) to--
  const asked = to > at + 1 && s.units[at]?.word.code === Code.FOR ? ([at, to] as const) : undefined
  return { kind: 'proposal', force: 'should', subject: nobody, asked }
}

/** "Our friendship is built on trust": a judgement on the ties of those who say it. */
function rests(s: Sentence, node: Node, result: Result, base: Model): boolean {
  const report = s.context.voice === 'report'
  const { subject: span, group } = node
  const now = span && !group.modal && group.tense !== 'past'
  // "R and Z are bound by friendship", "our agenda is built on our commitment to …"
  const own =
    span &&
    s.context.voice === 'joint' &&
    (base.subject.kind === 'joint' || base.subject.parties.length > 1 || s.units[span[0]]?.word.code === Code.OUR)
  const ties = now && (own || nounCueAt(s.units, span[0], span[1])?.cue.id === 'adherence')
  if (!ties || (report && !base.speaker)) return false
  const holder = !report ? s.joint : base.subject.parties.length > 1 ? base.subject : (base.speaker ?? base.subject)
  return emit(s, node, result, vary(base, { kind: 'position', force: 'none', subject: holder }), s.lemma(node.group.head), node.group.head)
}

/** "has to", "is obliged to": a proposal by mood; "exchanges need to be widened" names nobody who is to do it. */
function obliges(s: Sentence, node: Node, result: Result, base: Model, verb: number): true {
  if (base.subject.kind !== 'abstract' || !isPassive(s, verb)) return byMood(s, node, result, base, verb, 'should')
  const act = actOf(s, verb)
  return emit(s, node, result, vary(base, { kind: 'proposal', force: 'should', aspect: act.aspect, subject: nobody }), act.lemma, verb)
}
