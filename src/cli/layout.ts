import { cut, flow, type Part, type Style, textWidth } from './flow.ts'
import { harmless } from './harmless.ts'
import type { Mark } from './marks.ts'
import type { Screen } from './screen.ts'

/** Columns of a mark before the words of its block. */
export const margin = 14

/** How a screen puts colours around a text. */
export const styleOf =
  ({ color }: Pick<Screen, 'color'>): Style =>
  (code, text) =>
    color && code ? `\u001b[${code}m${text}\u001b[0m` : text

/** Parts broken into lines, the first after its mark, the others under the first. */
export function block([sign, word, code]: Mark, parts: readonly Part[], width: number, style: Style, wide = margin): string[] {
  const head = `  ${style(code, `${sign} ${word}`)}${' '.repeat(Math.max(1, wide - 4 - textWidth(word)))}`
  return flow(parts, width - wide, style).map((line, i) => (i ? ' '.repeat(wide) : head) + line)
}

/** Parts broken into lines, each after so many blanks. */
export function under(parts: readonly Part[], width: number, style: Style, wide = margin): string[] {
  return flow(parts, width - wide, style).map((line) => ' '.repeat(wide) + line)
}

/** A text of a document, harmless and cut to 120 columns. */
export const clip = (text: string, most = 120): string => cut(harmless(text.slice(0, 4 * most)), most)

/** A text filled with blanks to a width in columns, or cut to it. */
export function fill(text: string, width: number): string {
  const fits = cut(text, width)
  return fits + ' '.repeat(Math.max(0, width - textWidth(fits)))
}

/** `1 text`, `2 texts`. */
export const plural = (count: number, noun: string, many = `${noun}s`): string => `${count} ${count === 1 ? noun : many}`
