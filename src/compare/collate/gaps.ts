import type { Unit } from './leaf.ts'

const SPACE = 32

/** True where one of some marks, none of them a space, stands between two units. Most have a space alone between them, which is seen without a search. */
export function hasMark(marks: RegExp, text: string, { to }: Unit, { from }: Unit): boolean {
  if (from <= to || (from - to === 1 && text.charCodeAt(to) === SPACE)) return false
  return marks.test(text.slice(to, from))
}
