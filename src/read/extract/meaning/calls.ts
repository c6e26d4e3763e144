// Verbs that ask somebody to act: others, which is a proposal, or one's own people, which is an order.
import { Code, Flag } from '../../../lexicon/word.ts'
import type { Aspect } from '../../../model.ts'
import type { Unit } from '../../recognise/units.ts'
import { type Model, vary } from '../draft.ts'
import { has } from '../groups.ts'
import { nominalAt } from '../nouns.ts'
import { nobody } from '../subject.ts'
import type { FrameMatch, Node } from '../tree.ts'
import type { Result, Sentence } from './sentence.ts'
import { emit, refuse } from './statements.ts'
import { actOf } from './verbs.ts'

/** A verb that asks somebody to act, or proposes an act. */
export function proposes(s: Sentence, node: Node, result: Result, base: Model, { frame, at, verb }: FrameMatch): true {
  if (base.subject.kind === 'abstract' && !node.group.passive) return refuse(s, node, 'no-actor', base.rule)
  // "Nothing in this Article requires a Party to …": what an instrument leaves free, its parties hold
  const free = s.context.voice === 'treaty' && node.subject !== undefined && has(s.units[node.subject[0]], Flag.NOT)
  if (free) return emit(s, node, result, vary(base, { kind: 'position', subject: s.joint }), s.lemma(node.group.head), node.group.head)
  // "we do not ask for favours"
  if (node.group.negated && s.context.voice === 'report') return refuse(s, node, 'not-an-act', 'border/not-asked')
  const thing = frame.form === 'object' || frame.form === 'for'
  // "urged the adoption of rules": the noun names what is to be done
  const noun = thing ? nominalAt(s.units, at, s.end) : -1
  const act =
    frame.act && noun < 0 ? { lemma: frame.act, aspect: 'new' as Aspect } : actOf(s, noun >= 0 ? noun : thing ? node.group.head : verb)
  const speaker = base.subject.kind === 'joint' ? undefined : base.subject
  const model: Model = vary(base, { kind: 'proposal', force: 'should', aspect: act.aspect })
  if (frame.form === 'object-to' && !node.group.passive) {
    let to = verb
    while (to > at && !has(s.units[to], Flag.TO)) to--
    // "we ask our ministers to report": whoever asks his own people to act instructs them
    if (frame.id === 'ask' && instructs(s, base, at, to))
      return emit(s, node, result, vary(base, { kind: 'commitment', force: 'agreed', aspect: act.aspect }), act.lemma, verb)
    return emit(s, node, result, vary(model, { asked: [at, to] }), act.lemma, verb)
  }
  return emit(s, node, result, vary(model, { subject: nobody, speaker: speaker ?? base.speaker }), act.lemma, verb)
}

/** "our ministers", "their Finance Ministers": those whom somebody asks are his own people, who act on his word. */
function instructs({ units, text, vocabulary }: Sentence, { subject }: Model, at: number, to: number): boolean {
  const { code } = (units[at] as Unit).word
  const own = subject.rule.startsWith('party/we') || subject.kind === 'joint' ? code === Code.OUR || code === Code.THEIR : code === Code.ITS
  if (!own) return false
  let head = at
  while (head + 1 < to && !has(units[head + 1], Flag.PREPOSITION | Flag.PUNCTUATION | Flag.RELATIVE)) head++
  const { from, to: end, name, word } = units[head] as Unit
  // "our Finance Ministers" is one name
  const named = name ? vocabulary.lookup(text.slice(from, end).split(' ').at(-1)?.toLowerCase() ?? '') : word
  return named.kind === 'staff' || named.actor === 'crew'
}

/** "we need Z to keep the truce": those who can act are asked; "we need a fund to pay for it" only lacks a thing. */
export function needs(s: Sentence, node: Node, result: Result, base: Model, found: FrameMatch): true {
  let to = found.verb
  while (to > found.at && !has(s.units[to], Flag.TO)) to--
  const { kind } = s.resolve(found.at, to)
  const named = s.units.slice(found.at, to).some((unit) => has(unit, Flag.NAME))
  const acts = kind === 'joint' || kind === 'party' || kind === 'official' || kind === 'people' || named
  const asks = !node.group.passive && acts
  return asks ? proposes(s, node, result, base, found) : refuse(s, node, 'forecast', base.rule)
}

/** "continue to urge R to …", "join Z in urging R to …": a proposal, of what the inner verb at unit `verb` asks for. */
export function keepsAsking(s: Sentence, node: Node, result: Result, base: Model, verb: number, lemma: string, aspect: Aspect): true {
  const { frame, at, verb: inner } = s.frameAt(verb) as FrameMatch
  let to = inner
  while (to > at && !has(s.units[to], Flag.TO)) to--
  const asked: Model['asked'] = frame.form === 'object-to' && to > at ? [at, to] : undefined
  const model = vary(base, { kind: 'proposal', force: 'should', aspect, subject: nobody, asked })
  if (frame.form === 'object') return emit(s, node, result, model, lemma, verb)
  return emit(s, node, result, model, actOf(s, inner).lemma, inner)
}
