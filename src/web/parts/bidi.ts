/** Characters that open a stretch of another direction, and those that close one: of embeddings and overrides, and of isolates (UAX 9). */
const OPENS_EMBEDDING = /[\u202a\u202b\u202d\u202e]/
const OPENS_ISOLATE = /[\u2066-\u2068]/
const POP_EMBEDDING = '\u202c'
const POP_ISOLATE = '\u2069'
const ACTS = /[\u202a-\u202e\u2066-\u2069]/

/**
 * A text that turns the direction of writing no further than its own end: what it opens and leaves open is closed behind its last character, what it closes without
 * having opened is left out. All other characters stay as they are.
 */
export function balance(text: string): string {
  if (!ACTS.test(text)) return text
  const open: string[] = []
  let out = ''
  for (const char of text) {
    if (OPENS_EMBEDDING.test(char)) open.push(POP_EMBEDDING)
    else if (OPENS_ISOLATE.test(char)) open.push(POP_ISOLATE)
    else if (char === POP_EMBEDDING) {
      // does not reach behind an isolate that stands open
      if (open.at(-1) !== POP_EMBEDDING) continue
      open.pop()
    } else if (char === POP_ISOLATE) {
      const at = open.lastIndexOf(POP_ISOLATE)
      if (at < 0) continue
      // closes what was opened inside it too
      open.length = at
    }
    out += char
  }
  return out + open.reverse().join('')
}

/** Marks upon one letter after which a line may break: the most that Unicode's stream-safe text has (UAX 15). */
const STACK = /(\p{M}{30})(?=\p{M})/gu
const MAY_BREAK = '\u200b'

/** A text as pages show it: balanced, and nowhere wider than a line, however many marks are heaped upon a letter. */
export const tame = (text: string): string => balance(text).replace(STACK, `$1${MAY_BREAK}`)
