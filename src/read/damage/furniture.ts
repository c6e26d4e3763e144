import type { Block } from '../segment/blocks.ts'
import { damageWordsOf } from './vocabulary.ts'
import type { Mark, Whole } from './whole.ts'

/** Furniture that is damage wherever it stands after the first words of the text, not only between its paragraphs. */
const anywhere = new Set(['furniture/comment-box', 'furniture/agency', 'furniture/end-mark'])
const within = new Set(['furniture/share', 'furniture/comments', 'furniture/share-in-other-languages', 'furniture/menu'])

/** Site furniture inside the body, and after it what readers have taken for text: agency tags, lines of tags, comment boxes. */
export function markFurniture({ text, blocks, first, last, vocabulary }: Whole, mark: Mark): void {
  const prompts = damageWordsOf(vocabulary).of('prompt')
  for (let i = first; i < blocks.length; i++) {
    const block = blocks[i] as Block
    const prompt = (): boolean => [...prompts].some((form) => text.startsWith(form, block.from))
    const inside = i < last && within.has(block.rule)
    if (inside || (anywhere.has(block.rule) && !prompt())) mark(block.from, block.to, 'damage/furniture', 'site furniture inside the body')
    else if (i > last && isTagLine(text, block) && (touches(blocks[i - 1]) || touches(blocks[i + 1])))
      mark(block.from, block.to, 'damage/tag-line', 'tag line of names')
  }
}

const touches = (block: Block | undefined): boolean =>
  block?.rule === 'furniture/comment-box' || block?.rule === 'furniture/agency' || block?.rule === 'furniture/share'

/** A line without a verb or a mark in which nearly all words have a capital. */
function isTagLine(text: string, block: Block): boolean {
  if (block.role !== 'heading' || block.marker !== '') return false
  const words = text.slice(block.from, block.to).split(/\s+/)
  const small = words.filter((word) => word[0] === word[0]?.toLowerCase())
  return words.length > 3 && small.length * 4 <= words.length
}
