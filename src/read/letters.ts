/** Classes of characters as far as cleaning needs them: one small number a character, no regular expression. */
export const OTHER = 0
export const LOWER = 1
export const UPPER = 2
export const SPACE = 3
export const BREAK = 4
export const HYPHEN = 5
export const APOSTROPHE = 6

/** A word with its first letter alone in capitals. */
export const titleCase = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase()

const SIZE = 0x10000

/** Class of every UTF-16 code unit; letters of scripts without capitals are `OTHER`. */
export const classes = new Uint8Array(SIZE)

for (const [from, to] of [
  [0x41, 0x24f],
  [0x370, 0x58f],
  [0x1e00, 0x1fff],
] as const) {
  for (let code = from; code <= to; code++) {
    const char = String.fromCharCode(code)
    classes[code] = char.toUpperCase() !== char ? LOWER : char.toLowerCase() !== char ? UPPER : OTHER
  }
}
for (const code of [9, 13, 32, 0xa0]) classes[code] = SPACE
for (const code of [45, 0x2010, 0x2011]) classes[code] = HYPHEN
for (const code of [39, 0x2019, 0x2bc]) classes[code] = APOSTROPHE
classes[10] = BREAK
classes[0xdf] = LOWER

/** Class of a UTF-16 code unit. */
export const classOf = (code: number): number => classes[code] as number
/** True for the class of a letter of a script with capitals. */
export const isLetter = (kind: number): boolean => kind === LOWER || kind === UPPER
