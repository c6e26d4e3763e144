import type { Found } from './phrases.ts'

/** How many topics a statement may have. */
const MOST = 3

interface Topics {
  readonly topics: readonly string[]
  readonly hits: readonly Found[]
}

const none: Topics = { topics: [], hits: [] }

/** Lists of topics by their names, as all statements that have just these share them: of a few dozen topics few lists can be made. */
const lists = new Map<string, readonly string[]>()

function shared(topics: readonly string[]): readonly string[] {
  const name = topics.length === 1 ? (topics[0] as string) : topics.join(' ')
  const known = lists.get(name)
  if (known) return known
  const made = Object.freeze(topics.slice())
  lists.set(name, made)
  return made
}

/**
 * Topics of a statement in units `from` to `to`: each different form counts its weight once; best first, equals in the order of the
 * codebook. A further topic needs `share` of the best one's weight.
 */
export function findTopics(found: readonly Found[], from: number, to: number, order: ReadonlyMap<string, number>, share = 0.5): Topics {
  const hits: Found[] = []
  for (const hit of found) {
    if (hit.phrase.cls !== 'topic' || hit.from < from || hit.to > to || hit.phrase.topics.length === 0) continue
    if (!isCounted(hits, hit) && !isInside(found, hit)) hits.push(hit)
  }
  if (hits.length === 0) return none
  const topics: string[] = []
  const scores: number[] = []
  for (const { phrase } of hits) {
    for (const topic of phrase.topics) {
      const at = topics.indexOf(topic)
      if (at >= 0) scores[at] = (scores[at] as number) + phrase.weight
      else if (order.has(topic)) {
        topics.push(topic)
        scores.push(phrase.weight)
      }
    }
  }
  if (topics.length === 1) return { topics: shared(topics), hits }
  const ranked = topics
    .map((topic, i) => ({ topic, score: scores[i] as number, place: order.get(topic) ?? 0 }))
    .sort((a, b) => b.score - a.score || a.place - b.place)
  const best = ranked[0]?.score ?? 0
  return {
    topics: shared(
      ranked
        .filter(({ score }) => score >= best * share)
        .slice(0, MOST)
        .map(({ topic }) => topic),
    ),
    hits,
  }
}

/** "food security", "customs territory": a word that is part of a longer form speaks only with it. */
function isInside(found: readonly Found[], { phrase, from, to }: Found): boolean {
  for (const { phrase: longer, from: start, to: end } of found)
    if (
      longer.cls === 'topic' &&
      start <= from &&
      to <= end &&
      longer.words.length > phrase.words.length &&
      holds(longer.words, phrase.words)
    )
      return true
  return false
}

function holds(words: readonly string[], part: readonly string[]): boolean {
  for (let i = 0; i + part.length <= words.length; i++) if (part.every((word, k) => words[i + k] === word)) return true
  return false
}

function isCounted(hits: readonly Found[], hit: Found): boolean {
  for (const one of hits) if (one.phrase.key === hit.phrase.key) return true
  return false
}
