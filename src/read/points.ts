import type { Block } from './segment.ts'

/** Whether the speaker of the paragraph before goes on speaking in this one. */
export function points(text: string, block: Block): { keepsSpeaker: boolean } {
  const opening = text.slice(block.content, block.content + 40)
  return { keepsSpeaker: /^["“–—]/.test(text.slice(block.from, block.from + 1)) || /^(?:The )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b/i.test(opening) }
}
