import type { Proposals } from './proposals.ts'

/** Shorter lines repeat in honest texts: headings, names of signatories, items. */
const SHORTEST = 80
const SAMPLES = 24

/** A paragraph that stands twice, word for word: the second is damage. Each line is compared with one earlier line at most. */
export function proposeRepeats(text: string, out: Proposals): void {
  const seen = new Map<number, number>()
  for (let at = 0; at < text.length; ) {
    let stop = text.indexOf('\n', at)
    if (stop === -1) stop = text.length
    let from = at
    let to = stop
    while (from < to && text.charCodeAt(from) <= 32) from++
    while (to > from && text.charCodeAt(to - 1) <= 32) to--
    if (to - from > SHORTEST) {
      const key = keyOf(text, from, to)
      const first = seen.get(key)
      if (first === undefined) seen.set(key, from)
      else if (text.slice(first, first + to - from) === text.slice(from, to)) out.mark(from, to, 'damage/repeated-paragraph', 'repeated paragraph')
    }
    at = stop + 1
  }
}

/** Length and a few characters: enough to tell most paragraphs apart without reading them whole. */
function keyOf(text: string, from: number, to: number): number {
  let key = to - from
  const step = Math.max(1, Math.floor((to - from) / SAMPLES))
  for (let i = from; i < to; i += step) key = (Math.imul(key, 31) + text.charCodeAt(i)) | 0
  return key
}
