import { IntakeError } from './error.ts'

/** Characters of bytes, and by what they were decoded. */
export interface Decoded {
  readonly text: string
  /** Label of the Encoding Standard. */
  readonly encoding: string
  /** What was assumed, or what of the bytes contradicts what was said of them. */
  readonly remark?: string
}

/**
 * Decodes bytes: by their mark, by what is declared, as UTF-8 where they are nothing else, and by detection last. A declaration that the bytes
 * contradict does not count: bytes that are valid UTF-8 beyond ASCII are never anything else by chance.
 * Throws `IntakeError` where they are no text.
 */
export async function decode(bytes: Uint8Array, declared: string | undefined): Promise<Decoded> {
  const mark = markOf(bytes)
  if (mark?.startsWith('utf-16') && bytes.length % 2) throw new IntakeError('is UTF-16 with half a character at its end; fetch it again')
  if (mark) return { text: new TextDecoder(mark).decode(bytes), encoding: mark }
  const zeros = refuseBinary(bytes)
  if (zeros)
    return { text: new TextDecoder(zeros).decode(bytes), encoding: zeros, remark: `encoding assumed: ${zeros} (zero bytes, no mark)` }
  const utf8 = tryDecode(bytes, 'utf-8')
  if (utf8 === undefined && bytes.subarray(0, 8192).includes(0)) throw new IntakeError(binary)
  const said = declared === undefined ? undefined : labelOf(declared)
  const unknown = declared !== undefined && said === undefined ? `declared encoding ${declared.slice(0, 40)} is unknown; ` : ''
  if (utf8 !== undefined) {
    if (!said || said === 'utf-8') return { text: utf8, encoding: 'utf-8', ...(unknown ? { remark: `${unknown}the bytes are utf-8` } : {}) }
    // ASCII is the same in nearly all
    const other = tryDecode(bytes, said)
    if (other === utf8) return { text: utf8, encoding: said }
    if (!escapes.has(said)) return { text: utf8, encoding: 'utf-8', remark: `declared as ${said}, but the bytes are utf-8` }
  }
  const found = said === undefined || said === 'utf-8' ? undefined : tryDecode(bytes, said)
  if (found !== undefined && said) return { text: found, encoding: said }
  return detect(bytes, said, unknown)
}

const binary = 'is binary; name texts, pages, PDF or Word files'

/** Encodings whose bytes are all ASCII. */
const escapes = new Set(['iso-2022-jp'])

async function detect(bytes: Uint8Array, said: string | undefined, unknown: string): Promise<Decoded> {
  const { guesses } = await import('./detect.ts')
  const lie = said ? `declared as ${said}, but the bytes are not; ` : unknown
  for (const { name, confidence } of guesses(sample(bytes))) {
    const label = labelOf(name)
    if (!label || label === 'utf-8' || label.startsWith('utf-16')) continue
    const text = tryDecode(bytes, label)
    if (text !== undefined) return { text, encoding: label, remark: `${lie}encoding assumed: ${label} (detected, ${confidence} of 100)` }
  }
  const broken = new TextDecoder('utf-8').decode(bytes)
  const bad = broken.split('\ufffd').length - 1
  if (bad * 20 > broken.length) throw new IntakeError('is no text in any encoding that is known here')
  return {
    text: broken,
    encoding: 'utf-8',
    remark: `${lie}encoding assumed: utf-8, of which ${bad} ${bad === 1 ? 'place is' : 'places are'} broken`,
  }
}

/** For detection: the stretches with bytes that are not ASCII. */
function sample(bytes: Uint8Array): Uint8Array {
  const most = 32_768
  if (bytes.length <= most) return bytes
  const first = bytes.findIndex((byte) => byte >= 0x80)
  return bytes.subarray(Math.max(0, first - 200), Math.max(0, first - 200) + most)
}

function markOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined
}

/** Zero bytes stand in every second place of Latin text in UTF-16, and nowhere in other text. */
function refuseBinary(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const start = bytes.subarray(0, 8192)
  let [even, odd, control] = [0, 0, 0]
  for (let i = 0; i < start.length; i++) {
    const byte = start[i] as number
    if (byte === 0) i % 2 ? odd++ : even++
    else if (byte < 9 || (byte > 13 && byte < 27)) control++
  }
  const pairs = start.length >> 1
  if (control * 20 > start.length) throw new IntakeError(binary)
  if (!even && !odd) return undefined
  if (bytes.length % 2 === 0 && even * 20 <= pairs && odd * 4 > pairs) return 'utf-16le'
  if (bytes.length % 2 === 0 && odd * 20 <= pairs && even * 4 > pairs) return 'utf-16be'
  if ((even + odd) * 10 > start.length) throw new IntakeError(binary)
  return undefined
}

function tryDecode(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function labelOf(name: string): string | undefined {
  try {
    return new TextDecoder(name.trim()).encoding
  } catch {
    return undefined
  }
}

/** The encoding that a page declares in its first bytes (`<meta charset>`, `<?xml encoding>`), after the prescan of the HTML standard. */
export function declaredIn(bytes: Uint8Array): string | undefined {
  const opening = String.fromCharCode(...bytes.subarray(0, 2048))
  const found =
    /<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}["']?([\w:.-]{1,40})/i.exec(opening) ??
    /<\?xml[^>]{0,100}?encoding=["']([\w:.-]{1,40})/i.exec(opening)
  // what could be found as ASCII is no UTF-16
  return found?.[1] && !/^utf-?16/i.test(found[1]) ? found[1] : undefined
}
