/** Whether a code point does something to a terminal, or to the order of what it shows, rather than showing something. */
function acts(code: number): boolean {
  if (code < 0x20 || (code >= 0x7f && code <= 0x9f)) return true
  if (code === 0x061c || code === 0x200e || code === 0x200f) return true
  if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)) return true
  return (code >= 0xd800 && code <= 0xdfff) || (code >= 0xe0000 && code <= 0xe007f)
}

const space = /\s/
/** ASCII words with one space between them: nothing to do. */
const clean = /^[!-~]+(?: [!-~]+)*$/

/**
 * Text that can be shown on one line of a terminal: runs of white space become one space, and every character that would act on
 * the terminal (control characters, escape sequences, direction marks, lone surrogates) becomes U+FFFD.
 */
export function harmless(text: string): string {
  if (clean.test(text)) return text
  const out: string[] = []
  let blank = false
  for (const char of text) {
    const code = char.codePointAt(0) as number
    if (code === 0x20 || (code !== 0xfeff && space.test(char))) blank = true
    else {
      if (blank && out.length) out.push(' ')
      blank = false
      if (code !== 0xfeff && code !== 0x200b) out.push(acts(code) ? '\ufffd' : char)
    }
  }
  return out.join('')
}
