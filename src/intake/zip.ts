import { inflateRawSync } from 'node:zlib'
import { IntakeError } from './error.ts'

/** A file in a zip: its name and how to take it out. */
export interface Entry {
  readonly name: string
  /** Bytes unpacked, as the zip states them; it may lie, `unpack` holds it to its word. */
  readonly size: number
  readonly packed: number
  readonly encrypted: boolean
  /** Throws `IntakeError` where the entry is damaged or larger than it says. */
  readonly unpack: () => Uint8Array
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const MOST_ENTRIES = 100_000

/** The entries of a zip, from its central directory. Throws `IntakeError` where it is damaged, split or of the 64-bit form. */
export function entriesOf(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count === 0xffff || at === 0xffffffff || count > MOST_ENTRIES)
    throw new IntakeError('is a zip of more than 65534 files or 4 GB; unpack it first')
  const entries: Entry[] = []
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL) throw new IntakeError('is a damaged zip; fetch it again')
    const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [number, number, number]
    const utf8 = (view.getUint16(at + 8, true) & 0x800) !== 0
    const name = bytes.subarray(at + 46, at + 46 + lengths[0])
    entries.push(entryOf(bytes, view, at, utf8 ? new TextDecoder().decode(name) : String.fromCharCode(...name)))
    at += 46 + lengths[0] + lengths[1] + lengths[2]
  }
  return entries
}

function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - 0xffff; at--) if (view.getUint32(at, true) === END) return at
  throw new IntakeError('is a damaged zip, or broken off; fetch it again')
}

function entryOf(bytes: Uint8Array, view: DataView, at: number, name: string): Entry {
  const method = view.getUint16(at + 10, true)
  const packed = view.getUint32(at + 20, true)
  const size = view.getUint32(at + 24, true)
  const header = view.getUint32(at + 42, true)
  const unpack = () => {
    if (header + 30 > view.byteLength) throw new IntakeError('is a damaged zip; fetch it again')
    const from = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true)
    const data = bytes.subarray(from, from + packed)
    if (data.length !== packed) throw new IntakeError('is a damaged zip, or broken off; fetch it again')
    if (method === 0) return data
    if (method !== 8) throw new IntakeError(`has a file packed by a method (${method}) that is not known here; unpack it first`)
    try {
      return inflateRawSync(data, { maxOutputLength: Math.max(1, size) })
    } catch (error) {
      const bomb = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
      throw new IntakeError(bomb ? 'is a zip that holds more than it says; it is not unpacked' : 'is a damaged zip; fetch it again')
    }
  }
  return { name, size, packed, encrypted: (view.getUint16(at + 8, true) & 1) === 1, unpack }
}
