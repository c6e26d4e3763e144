// What one side says of the deeds of another: blame and praise are positions of the one who says it.
import { type Model, vary } from '../draft.ts'
import { as, type Subject } from '../subject.ts'
import type { Node } from '../tree.ts'
import { isStranger } from './doers.ts'
import type { Result, Sentence } from './sentence.ts'
import { emit, refuse } from './statements.ts'

/**
 * "R has violated the truce", "R's launches threaten peace", "R has shown courage", said by another side, praise by its own too: a
 * judgement of the one who says it. `verb`: unit of the verb of the deed. False where it is told of nobody, or by the one who did it.
 */
export function judgesDeed(s: Sentence, node: Node, result: Result, base: Model, praises: boolean, verb = node.group.head): boolean {
  const { group } = node
  const subject = base.subject.parties.length || praises ? base.subject : (whoseDeed(s, node) ?? base.subject)
  // in a text adopted together those who adopt it judge what others do
  const speaker = base.speaker ?? (s.context.voice === 'joint' && isStranger(s, subject) ? s.joint : undefined)
  if (group.passive || group.modal || (praises && group.form !== 'finite')) return false
  if (praises && !(speaker && subject.parties.length)) return refuse(s, node, 'not-an-act', base.rule)
  if (!speaker || !subject.parties.length) return false
  if (!praises && subject.parties.some((party) => speaker.parties.includes(party))) return false
  return emit(s, node, result, vary(base, { kind: 'position', subject: speaker }), s.lemma(verb), verb)
}

/** "R's launches", "the Rian raids": the one state whose deeds the subject names. */
function whoseDeed(s: Sentence, { subject: span }: Node): Subject | undefined {
  let found: Subject | undefined
  for (let k = span?.[0] ?? 0; span && k < span[1]; k++) {
    const name = s.units[k]?.name
    if (name?.type !== 'state' && name?.type !== 'adjective') continue
    if (found) return undefined
    found = as(s.joint, { parties: name.parties, kind: 'party', name: name.ref, rule: 'party/of-state' })
  }
  return found
}
