/** What a UTF-16 code unit is to the tokenizer. */
export const Char = { UNSEEN: 0, DIGIT: 1, LETTER: 2, SPACE: 3, OTHER: 4, APOSTROPHE: 5, HYPHEN: 6 } as const

const letter = /[\p{L}\p{M}\p{N}]/u
const space = /\s/u
const kinds = new Uint8Array(65_536)

function decide(code: number): number {
  if (code >= 48 && code <= 57) return Char.DIGIT
  if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122)) return Char.LETTER
  if (code === 39 || code === 0x2019 || code === 0x02bc) return Char.APOSTROPHE
  if (code === 45 || code === 0x2010 || code === 0x2011) return Char.HYPHEN
  if (code >= 0xd800 && code <= 0xdfff) return Char.LETTER
  if (code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a)) return Char.SPACE
  if (code >= 0x2000 && code <= 0x206f) return Char.OTHER
  const char = String.fromCharCode(code)
  return letter.test(char) ? Char.LETTER : space.test(char) ? Char.SPACE : Char.OTHER
}

/** The kind of a code unit, one of `Char`. A memo saves asking twice. */
export function kindOf(code: number): number {
  const known = kinds[code] as number
  if (known !== 0) return known
  const kind = decide(code)
  kinds[code] = kind
  return kind
}

/** True for a capital letter of the Latin, Greek or Cyrillic alphabets that tokens are cut by. */
export const isUpper = (code: number): boolean =>
  (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde) || (code >= 0x410 && code <= 0x42f)

/** Curly apostrophes and unusual hyphens as their plain kin: two spellings of one form are one word. */
export const plain = (code: number): number => (code === 0x2019 || code === 0x02bc ? 39 : code === 0x2010 || code === 0x2011 ? 45 : code)
