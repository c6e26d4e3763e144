import { decodeUtf8 } from './utf8.ts'

/** One line of a stream: its number from 1 and its text, or what is wrong with it. */
export type Line = { readonly number: number } & ({ readonly text: string } | { readonly fault: string })

/** Longest line in bytes; a longer one is passed over and named. */
const longest = 400_000_000

/** Lines of UTF-8 bytes, without their ends. Holds one line at a time, whatever the length of the stream. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let held: Uint8Array[] = []
  let size = 0
  let number = 0
  const take = (last: Uint8Array): Line => {
    const fits = size + last.length <= longest
    const bytes = held.length ? Buffer.concat(fits ? [...held, last] : []) : last
    held = []
    size = 0
    number++
    return fits ? lineOf(bytes, number) : { number, fault: `is longer than ${longest / 1e6} MB; split the document` }
  }
  for await (const chunk of chunks) {
    let at = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, at)) {
      yield take(chunk.subarray(at, end))
      at = end + 1
    }
    if (at === chunk.length) continue
    size += chunk.length - at
    if (size <= longest) held.push(chunk.subarray(at))
    else held = [new Uint8Array()]
  }
  if (held.length) yield take(new Uint8Array())
}

function lineOf(bytes: Uint8Array, number: number): Line {
  const text = decodeUtf8(bytes)
  return typeof text === 'string' ? { number, text } : { number, fault: `byte ${text + 1}: is not UTF-8; convert the input` }
}
