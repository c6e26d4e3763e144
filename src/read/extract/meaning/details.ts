// What a text says of a part of what was undertaken right before: "This includes …".
import { Code, Flag } from '../../../lexicon/word.ts'
import type { Unit } from '../../recognise/units.ts'
import { type Model, vary } from '../draft.ts'
import { has } from '../groups.ts'
import { nounCueAt } from '../nouns.ts'
import { nobody, type Subject } from '../subject.ts'
import type { Node } from '../tree.ts'
import { ownerOf } from './doers.ts'
import { announcesParts, leadsAt } from './leads.ts'
import type { Result, Sentence } from './sentence.ts'
import { emit } from './statements.ts'
import { actOf } from './verbs.ts'

/** Words by which a subject points back to what was said. */
const pointers: ReadonlySet<number> = new Set([Code.THIS, Code.THESE, Code.THOSE, Code.THAT, Code.IT, Code.SUCH])
/** How far after the verb the act of a detail may stand. */
const DETAIL = 8

/** "R will rebuild the port. This includes deepening the channel.", "R's plan includes a pier": a part of what was undertaken, by the same doer. */
export function holdsDetails(s: Sentence, node: Node, result: Result, base: Model): boolean {
  const last = s.drafts.at(-1)
  const { head, passive, tense } = node.group
  if (passive || base.negated || node.relation === 'relative' || s.context.voice === 'treaty' || !node.subject) return false
  const points = pointers.has((s.units[node.subject[0]] as Unit).word.code)
  const planned = s.context.voice === 'report' ? plannerOf(s, node, node.subject) : undefined
  const known = points ? (last ? (last.kind === 'commitment' ? last.subject : undefined) : s.memory.undertaken) : undefined
  let verb = head
  for (let k = head + 1; verb === head && k < Math.min(head + DETAIL, s.end) && !has(s.units[k], Flag.PUNCTUATION); k++) {
    const group = s.tree.groups[k]
    if (group?.form === 'ing' || group?.form === 'to') verb = group.head
  }
  // "This list includes:": what the items name; of a plan each item is a part
  if (leadsAt(s, head) && !planned) return announcesParts(s, node, base, known ?? s.memory.undertaken)
  const acts = points && tense === 'present' && s.context.voice === 'report' && s.units[head + 1] === s.units[verb] && verb > head
  const doer = known?.parties.length ? known : (planned ?? (acts ? nobody : undefined))
  if (!doer) return false
  const { lemma, aspect } = actOf(s, verb)
  const speaker = known ? last?.speaker : base.speaker
  return emit(s, node, result, vary(base, { kind: 'commitment', force: 'intent', aspect, subject: doer, speaker }), lemma, verb)
}

/** "R's plan to build a port includes …": whose plan, pledge or commitment the subject is. */
function plannerOf(s: Sentence, node: Node, [from, to]: readonly [number, number]): Subject | undefined {
  const noun = nounCueAt(s.units, from, to)
  if (noun?.cue.act !== 'commitment' || noun.cue.force === 'ready') return undefined
  const owner = ownerOf(s, noun.at, node.group.start)
  return owner && (owner.subject ?? s.memory.speaker ?? s.joint)
}
