import { plain } from '../database/columns.ts'

/** Characters of a name at most; of a password at least and at most. */
const LONGEST = 64
const PASSWORD = { least: 12, most: 1000 } as const

/** What people may be allowed to do, from least to most. */
export const roles = ['reader', 'coder', 'editor', 'administrator'] as const

/** What somebody may do. */
export type Role = (typeof roles)[number]

/** Letters, digits, and what stands between them in names and addresses of mail: nothing that acts on a page, a terminal or the order of writing. */
const SHAPE = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:\. |[ .'’_@-])[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*$/u

/** A name as it is compared: one for all its spellings that look alike to a keyboard. */
export const keyOf = (name: string): string => plain(name.normalize('NFKC').toLowerCase())

/** What is wrong with the name of a user and what to do; undefined where nothing is. */
export function problemOfName(name: string): string | undefined {
  if (name.length > LONGEST) return `is longer than ${LONGEST} characters; give a shorter one`
  if (name !== name.normalize('NFC') || !SHAPE.test(name))
    return "is no name of a user; use letters and digits, with single spaces or . ' _ @ - between them"
  if (keyOf(name) === 'stocktake') return "is kept for what the program itself decides; give a person's name"
  return undefined
}

/** What is wrong with a password and what to do; undefined where nothing is. */
export function problemOfPassword(password: string, name: string): string | undefined {
  const { least, most } = PASSWORD
  const given = [...password.normalize('NFKC')]
  if (given.length < least) return `is shorter than ${least} characters; a sentence of four words is easy to keep`
  if (given.length > most) return `is longer than ${most} characters`
  if (/\p{Cc}/u.test(password)) return 'holds a control character; type it without'
  if (keyOf(password) === keyOf(name)) return 'is the name; choose another'
  if (new Set(given).size < 5) return 'repeats the same few characters; choose another'
  return undefined
}
