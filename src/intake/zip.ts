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

/** A zip wherever it lies, of which a part is had at a time. */
export interface Zip {
  readonly size: number
  /** Bytes from one place up to another; fewer where it ends before. */
  readonly part: (from: number, to: number) => Uint8Array
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const MOST_ENTRIES = 100_000
/** Most bytes that the list of its files may take. */
const DIRECTORY = 64_000_000

/** A zip that is in memory already. */
export const zipIn = (bytes: Uint8Array): Zip => ({ size: bytes.length, part: (from, to) => bytes.subarray(from, to) })

/** The entries of a zip, from its central directory. Throws `IntakeError` where it is damaged, split or of the 64-bit form. */
export function entriesOf(zip: Zip): Entry[] {
  const { count, from, end } = endOf(zip)
  if (count === 0xffff || from === 0xffffffff || count > MOST_ENTRIES || end - from > DIRECTORY)
    throw new IntakeError('is a zip of more than 65534 files or 4 GB; unpack it first')
  const bytes = zip.part(from, Math.max(from, end))
  const view = viewOf(bytes)
  const entries: Entry[] = []
  for (let i = 0, at = 0; i < count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL) throw new IntakeError('is a damaged zip; fetch it again')
    const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [number, number, number]
    const utf8 = (view.getUint16(at + 8, true) & 0x800) !== 0
    const name = bytes.subarray(at + 46, at + 46 + lengths[0])
    entries.push(entryOf(zip, view, at, utf8 ? new TextDecoder().decode(name) : String.fromCharCode(...name)))
    at += 46 + lengths[0] + lengths[1] + lengths[2]
  }
  return entries
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Where the list of files begins and ends, and how many they are. */
function endOf(zip: Zip): { readonly count: number; readonly from: number; readonly end: number } {
  const start = Math.max(0, zip.size - 22 - 0xffff)
  const view = viewOf(zip.part(start, zip.size))
  for (let at = view.byteLength - 22; at >= 0; at--)
    if (view.getUint32(at, true) === END)
      return { count: view.getUint16(at + 10, true), from: view.getUint32(at + 16, true), end: start + at }
  throw new IntakeError('is a damaged zip, or broken off; fetch it again')
}

function entryOf(zip: Zip, view: DataView, at: number, name: string): Entry {
  const method = view.getUint16(at + 10, true)
  const packed = view.getUint32(at + 20, true)
  const size = view.getUint32(at + 24, true)
  const header = view.getUint32(at + 42, true)
  const unpack = () => {
    const local = viewOf(zip.part(header, header + 30))
    if (local.byteLength < 30) throw new IntakeError('is a damaged zip; fetch it again')
    const from = header + 30 + local.getUint16(26, true) + local.getUint16(28, true)
    const data = zip.part(from, from + packed)
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
