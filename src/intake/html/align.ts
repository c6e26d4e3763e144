import { decodeHTML } from 'entities'

/** Longest character reference, and more. */
const LONGEST = 34
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
      if (page.charCodeAt(raw) === 38) continue
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
    const named = page.charCodeAt(at) === 38 ? nameAt(page, at) : undefined
    if (named && value.startsWith(named.value, i)) return at
  }
  return -1
}

/** How many characters of the page the one at a place is written with. */
export function widthAt(page: string, at: number): number {
  if (page.charCodeAt(at) === 38) return nameAt(page, at)?.length ?? 1
  return page.charCodeAt(at) === 13 && page.charCodeAt(at + 1) === 10 ? 2 : 1
}

/**
 * Where a stretch of characters begins that the parser places at `at`: it places one that opens with a character reference at the last
 * character of that reference.
 */
export function startOf(value: string, page: string, at: number): number {
  if (page[at] === '&' || (page[at] === value[0] && page[at] !== ';')) return at
  const back = page.slice(Math.max(0, at - LONGEST), at + 1).lastIndexOf('&')
  if (back < 0) return at
  const amp = Math.max(0, at - LONGEST) + back
  const named = nameAt(page, amp)
  return named && amp + named.length > at && value.startsWith(named.value) ? amp : at
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
