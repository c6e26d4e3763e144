// "What we want is …": what a clause before the copula wants or needs is told by the words after it; "the fact is that …" tells a clause.
import { Code, Flag } from '../../../lexicon/word.ts'
import type { Unit } from '../../recognise/units.ts'
import { type Model, vary } from '../draft.ts'
import { has } from '../groups.ts'
import { nounCueAt } from '../nouns.ts'
import { nobody, type Subject } from '../subject.ts'
import type { Node } from '../tree.ts'
import type { Result, Sentence } from './sentence.ts'
import { emit, refuse } from './statements.ts'
import { actOf } from './verbs.ts'

/**
 * "What we are doing is opening a port" reports it, "what we will do is to open one" undertakes it: the words after the copula say
 * what is done. False where the clause before it does nothing.
 */
export function doesWhat(s: Sentence, node: Node, result: Result, base: Model): boolean {
  const { subject: span, group, frame } = node
  if (!span || s.units[span[0]]?.word.code !== Code.WHAT || group.modal || group.negated || group.passive) return false
  const inner = s.tree.nodes.find((n) => n.group.start >= span[0] && n.group.head < span[1] && n.subject)
  const verb = frame?.frame.id === 'be-to' ? frame.verb : group.tense === 'progressive' ? group.head : -1
  if (!inner?.subject || verb < 0 || !s.units.slice(inner.group.start, span[1]).some((unit) => has(unit, Flag.DO))) return false
  const who = s.resolve(inner.subject[0], inner.subject[1])
  const ahead = inner.group.modal === 'intent' || inner.group.modal === 'will'
  if (!who.parties.length || (inner.group.modal && !ahead)) return refuse(s, node, 'not-an-act', 'clause/what')
  const { lemma, aspect } = actOf(s, verb)
  const model = vary(base, {
    kind: ahead ? 'commitment' : 'report',
    force: ahead ? 'intent' : 'none',
    aspect,
    subject: who,
    rule: 'clause/what',
  })
  return emit(s, node, result, model, lemma, verb)
}

/**
 * "It is R that will open the port", "we are the country that pays": the doer of the relative clause stands before it, and the sentence says what
 * he does. The node of the copula and the doer; undefined where the clause only says which thing is meant.
 */
export function splitDoer(s: Sentence, node: Node): { copula: Node; doer: Subject } | undefined {
  const copula = s.tree.nodes[node.index - 1]
  if (
    !copula?.subject ||
    node.subject ||
    node.group.passive ||
    copula.group.tense !== 'copula' ||
    copula.group.modal ||
    copula.group.negated
  )
    return undefined
  const [from, to] = copula.subject
  const { word } = s.units[from] as Unit
  const first = copula.group.head + 1
  if (to - from !== 1 || !has(s.units[copula.group.head], Flag.BE) || !has(s.units[node.link], Flag.RELATIVE | Flag.THAT)) return undefined
  const own =
    word.code === Code.WE && first + 2 === node.link && has(s.units[first], Flag.DETERMINER) && s.units[first + 1]?.word.actor === 'side'
  const named = word.kind === 'it' && has(s.units[node.link - 1], Flag.NAME) && !has(s.units[node.link - 2], Flag.PREPOSITION)
  if (!own && !named) return undefined
  const doer = own ? s.resolve(from, to) : s.resolve(first, node.link)
  return doer.parties.length > 0 && doer.kind !== 'abstract' ? { copula, doer } : undefined
}

/** How far after its verb a clause may break off. */
const BREAK = 5

/** "I'm going to — and you too", "we flew in on the — I went up": it breaks off at a dash after a word that no phrase ends with, and does not come back. */
function breaksOff({ units, end }: Sentence, head: number): boolean {
  for (let k = head + 1; k < Math.min(end, head + BREAK); k++) {
    if (units[k]?.word.code === Code.DASH) {
      const { code } = (units[k - 1] as Unit).word
      const open = k > head + 1 && (code === Code.THE || code === Code.A || has(units[k - 1], Flag.TO))
      const next = units[k + 1]
      const anew = has(next, Flag.COORDINATOR) || (has(next, Flag.PRONOUN) && !has(next, Flag.RELATIVE | Flag.DETERMINER))
      return open && (k + 1 >= end || anew)
    }
    if (!has(units[k], Flag.TO | Flag.DETERMINER | Flag.PREPOSITION | Flag.ADVERB)) return false
  }
  return false
}

/** "We have — we have opened it", "we're going to — we will act": the same doer begins anew behind a dash right after the verb. */
export function startsAnew(s: Sentence, { group, subject }: Node): boolean {
  if (breaksOff(s, group.head)) return true
  const dash = has(s.units[group.head + 1], Flag.TO) ? group.head + 2 : group.head + 1
  if (s.units[dash]?.word.code !== Code.DASH || !subject || subject[1] - subject[0] !== 1) return false
  return has(s.units[subject[0]], Flag.PRONOUN) && s.units[subject[0]]?.word.text === s.units[dash + 1]?.word.text
}

/** What the verb of the clause makes of what follows. */
const wishes = new Set(['wish', 'needs'])

/**
 * "What we want is peace" is a position of those who want it, "what we want is to open a port" their readiness; "what we need is …"
 * asks for it. False where the subject is no such clause, or nobody is known who wants it.
 */
export function saysWhat(s: Sentence, node: Node, result: Result, base: Model): boolean {
  const { subject: span, group, frame } = node
  if (!span || s.units[span[0]]?.word.code !== Code.WHAT || !has(s.units[group.start], Flag.BE)) return false
  if (group.modal || group.negated || !has(s.units[group.start], Flag.PRESENT)) return false
  const inner = s.tree.nodes.find((n) => n.group.start >= span[0] && n.group.head < span[1] && n.subject)
  const outcome =
    inner && s.vocabulary.frames.get(s.lemma(inner.group.head))?.find((row) => row.words.length === 0 && wishes.has(row.outcome))?.outcome
  if (!inner?.subject || !outcome || inner.group.negated) return false
  const who = s.resolve(inner.subject[0], inner.subject[1])
  if (!who.parties.length) return false
  const acts = frame?.frame.id === 'be-to' ? actOf(s, frame.verb) : undefined
  // "what we want is for Z to leave"
  const asks = outcome === 'needs' || s.units[group.head + 1]?.word.code === Code.FOR
  const model = vary(base, {
    kind: asks ? 'proposal' : acts ? 'commitment' : 'position',
    force: asks ? 'should' : acts ? 'ready' : 'none',
    aspect: acts?.aspect ?? 'new',
    subject: asks && !acts ? nobody : who,
    rule: 'clause/what',
  })
  return emit(s, node, result, model, acts?.lemma ?? s.lemma(inner.group.head), frame && acts ? frame.verb : group.head)
}

/** "The fact is that …", "what matters is that …": an abstract subject, a plain copula, nothing denied. */
export const tellsThat = (s: Sentence, { group, subject, relation }: Node, read: Result | undefined): boolean =>
  s.context.voice === 'report' &&
  group.tense === 'copula' &&
  !group.modal &&
  !group.negated &&
  has(s.units[group.start], Flag.PRESENT) &&
  (relation === 'root' || relation === 'clause') &&
  subject !== undefined &&
  read?.subject.kind === 'abstract' &&
  read.draft === undefined &&
  nounCueAt(s.units, subject[0], subject[1]) === undefined
