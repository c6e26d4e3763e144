/** Classes of characters as far as cleaning needs them: one number a character, no regular expression. */
export const enum Class {
  Other = 0,
  Lower = 1,
  Upper = 2,
  Space = 3,
  Break = 4,
  Hyphen = 5,
  Apostrophe = 6,
}

const SIZE = 0x250
const table = new Uint8Array(SIZE).map((_, code) => {
  const char = String.fromCharCode(code)
  if (code === 10) return Class.Break
  if (code === 32 || code === 9 || code === 13 || code === 0xa0) return Class.Space
  if (code === 45) return Class.Hyphen
  if (code === 39) return Class.Apostrophe
  if (code === 0xaa || code === 0xba) return Class.Other
  return char.toUpperCase() !== char ? Class.Lower : char.toLowerCase() !== char ? Class.Upper : code === 0xdf ? Class.Lower : Class.Other
})

/** Class of a UTF-16 code unit; scripts without capitals are `Other`. */
export function classOf(code: number): Class {
  if (code < SIZE) return table[code] as Class
  if (code >= 0x1e00 && code <= 0x1eff) return code & 1 ? Class.Lower : Class.Upper
  if (code >= 0x400 && code <= 0x42f) return Class.Upper
  if (code >= 0x430 && code <= 0x45f) return Class.Lower
  if (code === 0x2019 || code === 0x02bc) return Class.Apostrophe
  if (code === 0x2010 || code === 0x2011) return Class.Hyphen
  return Class.Other
}

export const isLetter = (kind: Class): boolean => kind === Class.Lower || kind === Class.Upper
