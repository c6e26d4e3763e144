import type { Block } from '../segment/blocks.ts'
import type { Mark, Whole } from './whole.ts'

/** Shorter paragraphs repeat in honest texts: headings, names of signatories, items. */
const SHORTEST = 80
const FEWEST_WORDS = 10
const SAMPLES = 24

/** A sentence of this length stands once in a report. */
const LONG = 90
/** Share of long sentences that stand twice, above which a text is made of repetitions and nothing was pasted. */
const PASTED = 0.25
/** Fewer than these are pasted whatever their share. */
const FEW = 3

/** A long sentence of a report that stands again further on: text pasted twice. What stands three times is a formula. */
export function markAgain({ text, blocks, report }: Whole, mark: Mark): void {
  if (!report) return
  const seen = new Map<string, { again: number; count: number }>()
  for (const { from, to, role } of blocks) {
    if (role === 'furniture') continue
    for (let start = from; start < to; ) {
      const stop = text.indexOf('. ', start)
      const end = stop === -1 || stop >= to ? to : stop + 1
      if (end - start >= LONG) {
        const sentence = text.slice(start, end)
        const first = seen.get(sentence)
        if (first) {
          first.again = start
          first.count++
        } else seen.set(sentence, { again: -1, count: 1 })
      }
      start = end + 1
    }
  }
  const twice = [...seen].filter(([, { count }]) => count === 2)
  if (twice.length > FEW && twice.length > seen.size * PASTED) return
  for (const [sentence, { again }] of twice) mark(again, again + sentence.length, 'damage/repeated-sentence', 'repeated sentence')
}

/** A sentence that stands twice in a row: the second is damage. Shorter ones are said twice on purpose. */
const SENTENCE = 40

function markTwice(text: string, { from, to }: Block, mark: Mark): void {
  let last = from
  for (let stop = text.indexOf('. ', from); stop !== -1 && stop < to + 1 && last < to; stop = text.indexOf('. ', stop + 2)) {
    const size = stop + 1 - last
    const next = stop + 2
    const same = size >= SENTENCE && next + size <= to && text.startsWith(text.slice(last, stop + 1), next)
    if (same) mark(next, next + size, 'damage/repeated-sentence', 'repeated sentence')
    last = next
  }
}

/** A paragraph that stands twice, word for word: the second is damage. What stands three times is a formula. Each is compared with one earlier paragraph at most. */
export function markRepeats({ text, blocks }: Whole, mark: Mark): void {
  const seen = new Map<number, { block: Block; again?: Block; count: number }>()
  for (const block of blocks) {
    if (block.to - block.from < SHORTEST || block.role === 'furniture') continue
    markTwice(text, block, mark)
    const key = keyOf(text, block)
    const first = seen.get(key)
    if (first === undefined) seen.set(key, { block, count: 1 })
    else if (isSame(text, first.block, block)) {
      first.again ??= block
      first.count++
    }
  }
  for (const { again, count } of seen.values()) {
    if (again && count === 2 && isProse(text, again)) mark(again.from, again.to, 'damage/repeated-paragraph', 'repeated paragraph')
  }
}

const isSame = (text: string, a: Block, b: Block): boolean =>
  a.to - a.from === b.to - b.from && text.slice(a.from, a.to) === text.slice(b.from, b.to)

/** No address, and more than a few words. */
function isProse(text: string, { from, to }: Block): boolean {
  const paragraph = text.slice(from, to)
  return !paragraph.includes('://') && paragraph.split(' ', FEWEST_WORDS + 1).length > FEWEST_WORDS
}

/** Length and a few characters: enough to tell most paragraphs apart without reading them whole. */
function keyOf(text: string, { from, to }: Block): number {
  let key = to - from
  const step = Math.max(1, Math.floor((to - from) / SAMPLES))
  for (let i = from; i < to; i += step) key = (Math.imul(key, 31) + text.charCodeAt(i)) | 0
  return key
}
