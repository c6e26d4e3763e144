import { decodeHTML } from 'entities'

/** Longest stretch of letters that is looked at as a name of a character. */
const reference = /&(?:#[xX]?[0-9A-Fa-f]{1,10};?|[A-Za-z][A-Za-z0-9]{1,31};?)/y

/**
 * For each character of a text node, where it begins in the stretch of the page from which it was made; one more entry for the end.
 * The two differ by character references, by line ends and by markup that the tree does not show; where they do not agree at all, the
 * page is passed over up to the next character that agrees. Undefined where they are the same: then offsets are.
 */
export function align(value: string, page: string): Uint32Array | undefined {
  if (value === page) return undefined
  const at = new Uint32Array(value.length + 1)
  let raw = 0
  for (let i = 0; i < value.length; ) {
    const named = page.charCodeAt(raw) === 38 ? nameAt(page, raw) : undefined
    if (named && value.startsWith(named.value, i)) {
      for (let k = 0; k < named.value.length; k++) at[i + k] = raw
      i += named.value.length
      raw += named.length
      continue
    }
    if (!agrees(value, i, page, raw)) {
      const next = seek(value, i, page, raw)
      if (next < 0) {
        at.fill(Math.min(raw, page.length), i)
        return at
      }
      raw = next
    }
    at[i++] = raw
    raw += page.charCodeAt(raw) === 13 && page.charCodeAt(raw + 1) === 10 ? 2 : 1
  }
  at[value.length] = Math.min(raw, page.length)
  return at
}

function agrees(value: string, i: number, page: string, raw: number): boolean {
  const [is, was] = [value.charCodeAt(i), page.charCodeAt(raw)]
  return is === was || (is === 10 && was === 13) || (is === 0xfffd && was === 0)
}

function seek(value: string, i: number, page: string, raw: number): number {
  for (let at = raw; at < page.length; at++) {
    if (agrees(value, i, page, at)) return at
    if (page.charCodeAt(at) === 38 && nameAt(page, at)) return at
  }
  return -1
}

/** The character reference at a place: what it stands for, and how long it is. */
function nameAt(page: string, at: number): { value: string; length: number } | undefined {
  reference.lastIndex = at
  const [written] = reference.exec(page) ?? []
  if (!written) return undefined
  const decoded = decodeHTML(written)
  if (decoded === written) return undefined
  // "&notit;" is "¬it;": what both end in is no part of the reference
  let rest = 0
  while (rest < decoded.length - 1 && decoded.at(-1 - rest) === written.at(-1 - rest)) rest++
  return { value: decoded.slice(0, decoded.length - rest), length: written.length - rest }
}
