import type { Mark, Whole } from './whole.ts'

/** Shorter lines without a full stop are signatures, places and dates. */
const SHORTEST = 110
const letter = /\p{L}/u

/** The last word of a text that stops in the middle of a sentence. */
export function markCutOff({ text, blocks }: Whole, mark: Mark): void {
  const block = blocks.at(-1)
  if (!block || block.role === 'furniture' || block.to - block.content < SHORTEST || !letter.test(text[block.to - 1] as string)) return
  if (block.role === 'heading' || block.role === 'item') return
  let from = block.to
  while (from > block.content && letter.test(text[from - 1] as string)) from--
  if (text.charCodeAt(from - 1) !== 32 || text.slice(from - 30, from).includes('://')) return
  mark(from, block.to, 'damage/cut-off', 'text cut off at its end')
}
