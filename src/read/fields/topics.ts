import type { Found } from './phrases.ts'

/** How many topics a statement may have. */
const MOST = 3

/**
 * Topics of a statement in units `from` to `to`: each different form counts its weight once; best first, equals in the order of the
 * codebook. A further topic needs `share` of the best one's weight.
 */
export function findTopics(found: readonly Found[], from: number, to: number, order: ReadonlyMap<string, number>, share = 0.5): { topics: string[]; hits: Found[] } {
  const scores = new Map<string, number>()
  const seen = new Set<string>()
  const hits: Found[] = []
  for (const hit of found) {
    if (hit.phrase.cls !== 'topic' || hit.from < from || hit.to > to) continue
    const { topic, weight, id } = hit.phrase.row
    if (topic === undefined || seen.has(id + hit.phrase.words.join(' '))) continue
    seen.add(id + hit.phrase.words.join(' '))
    hits.push(hit)
    for (const one of topic.split('|')) scores.set(one, (scores.get(one) ?? 0) + Number(weight ?? 1))
  }
  const ranked = [...scores].filter(([topic]) => order.has(topic)).sort((a, b) => b[1] - a[1] || (order.get(a[0]) ?? 0) - (order.get(b[0]) ?? 0))
  const best = ranked[0]?.[1] ?? 0
  return { topics: ranked.filter(([, score]) => score >= best * share).slice(0, MOST).map(([topic]) => topic), hits }
}
