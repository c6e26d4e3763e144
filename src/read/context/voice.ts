import type { Context } from './nouns.ts'
import type { Tally } from './tally.ts'

/** Share of sentences with a word for several sides below which it tells of others. */
const FEW = 0.3

/** Share of sentences with "shall" above which a text in articles binds: besides it states rights and what its parties agree to. */
const ARTICLED = 0.12

/** Something in the text says who speaks or meets together. */
const areTogether = (tally: Tally): boolean =>
  tally.titled ||
  tally.headedList ||
  tally.opensTogether ||
  tally.ourselves.length > 0 ||
  tally.list.length > 1 ||
  tally.met.size > 1 ||
  tally.counted + tally.saidTogether > 0

/** One person speaks of himself, quotes nobody, and does not open with those who meet: others who are counted ("both sides") are third parties. */
export const speaksAlone = (tally: Tally): boolean =>
  tally.alone > 0 && tally.said === 0 && !tally.titled && !tally.headedList && !tally.opensTogether && !tally.ourselves.length

/** Whose text it is, where one side speaks: that of its publisher, of its opening, else of the state that acts in it (`self`). */
export function authorOf(
  tally: Tally,
  voice: Context['voice'],
  turns: boolean,
  publisher: string | undefined,
  self: string | undefined,
): readonly string[] | undefined {
  if (voice !== 'report' || turns) return undefined
  if (publisher !== undefined && speaksAlone(tally)) return [publisher]
  const author = areTogether(tally) ? alone(tally, publisher, self) : (publisher ?? tally.opener ?? self)
  return author === undefined ? undefined : [author]
}

/** Who speaks where others are spoken of as a group, but do not issue the text: the state that acts in it, unless another publishes it. */
function alone(tally: Tally, publisher: string | undefined, self: string | undefined): string | undefined {
  if (tally.titled || tally.headedList || tally.opensTogether || tally.ourselves.length) return undefined
  return publisher === undefined || publisher === self ? self : undefined
}

/** Whether the text speaks for all its parties (joint), binds them (treaty), or tells (report); `size`: its sentences. */
export function voiceOf(tally: Tally, size: number, turns: boolean, publisher: string | undefined, articles: boolean): Context['voice'] {
  if (turns) return 'report'
  if (tally.shall / size > (articles ? ARTICLED : 0.25)) return 'treaty'
  if ((tally.defines || tally.drawnUp) && tally.weights.size > 1 && tally.alone === 0) return 'joint'
  const ours = tally.we / size
  // one report of what somebody said says nothing of a short text
  if (tally.titled && tally.said - tally.saidTogether <= Math.max(1, size * (ours > 0.3 ? 0.25 : 0.08))) return 'joint'
  // "my country", "I can announce": one person speaks
  if (tally.alone > 0 && !tally.opensTogether && !tally.headedList) return 'report'
  if (tally.opensTogether && tally.said / size < 0.05) return 'joint'
  // one state speaks to all, of others as of third parties
  if (publisher !== undefined && tally.joint / size < FEW && !areTogether(tally)) return 'report'
  // a text that nowhere says who is together is the speech of one side: "we" is the speaker
  const several = tally.joint > 0 || areTogether(tally) || (publisher === undefined && tally.body.length > 0)
  const told = ours > 0.6 ? tally.said - tally.qualified : tally.said
  return ((ours > 0.3 && several) || tally.joint / size > 0.25) && told / size < 0.08 ? 'joint' : 'report'
}
