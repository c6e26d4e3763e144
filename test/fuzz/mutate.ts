import type { Random } from './random.ts'

/** Numbers at which counts and lengths break. */
const numbers = [
  '0',
  '-1',
  '1',
  '255',
  '256',
  '65535',
  '65536',
  '2147483647',
  '4294967295',
  '4294967296',
  '99999999999999999999',
  '1e309',
  'NaN',
]
const bytes = [0x00, 0x01, 0x0a, 0x0d, 0x20, 0x22, 0x26, 0x28, 0x3c, 0x3e, 0x5c, 0x7f, 0x80, 0xa0, 0xc3, 0xe2, 0xf0, 0xfe, 0xff]
/** Most bytes that an input grows to. */
const MOST = 60_000

/** Bytes changed in one to eight places, by steps that know where numbers and words of the form stand. */
export function mutate(random: Random, sample: Buffer, others: readonly Buffer[], words: readonly string[]): Buffer {
  let out = sample
  const times = 1 + random.size(8)
  for (let i = 0; i < times && out.length < MOST; i++) out = random.one(steps)(random, out, others, words)
  return out.subarray(0, MOST)
}

type Step = (random: Random, of: Buffer, others: readonly Buffer[], words: readonly string[]) => Buffer

const put = (of: Buffer, from: number, to: number, insert: Buffer): Buffer => Buffer.concat([of.subarray(0, from), insert, of.subarray(to)])

/** A stretch of some bytes, mostly short. */
function stretch(random: Random, of: Buffer): [from: number, to: number] {
  const from = random.below(of.length + 1)
  return [from, Math.min(of.length, from + random.size(of.length + 1))]
}

const steps: readonly Step[] = [
  (random, of) => {
    const copy = Buffer.from(of)
    for (let n = random.size(16); n > 0 && copy.length; n--) copy[random.below(copy.length)] = random.below(256)
    return copy
  },
  (random, of) => put(of, ...at(random, of), Buffer.from([random.one(bytes)])),
  (random, of) => put(of, ...stretch(random, of), Buffer.alloc(0)),
  (random, of) => of.subarray(0, random.below(of.length + 1)),
  (random, of) => {
    const [from, to] = stretch(random, of)
    return put(of, from, from, of.subarray(from, to))
  },
  (random, of) => {
    const [from, to] = stretch(random, of)
    const [start] = at(random, of)
    return put(of, start, start, of.subarray(from, to))
  },
  (random, of, others) => {
    const other = random.one(others)
    return put(of, ...stretch(random, of), other.subarray(...stretch(random, other)))
  },
  (random, of, _, words) => put(of, ...at(random, of), Buffer.from(random.one(words), 'latin1')),
  (random, of, _, words) => put(of, ...stretch(random, of), Buffer.from(random.one(words), 'latin1')),
  // the same again and again: depth and length
  (random, of, _, words) => put(of, ...at(random, of), Buffer.from(random.one(words).repeat(random.size(2000)), 'latin1')),
  replaceNumber,
  // four bytes as a length in little endian
  (random, of) => {
    const copy = Buffer.from(of)
    if (copy.length >= 4) copy.writeUInt32LE(random.one([0, 1, 0xffff, 0x10000, 0x7fffffff, 0xffffffff]), random.below(copy.length - 3))
    return copy
  },
]

function at(random: Random, of: Buffer): [from: number, to: number] {
  const from = random.below(of.length + 1)
  return [from, from]
}

function replaceNumber(random: Random, of: Buffer): Buffer {
  const start = random.below(of.length + 1)
  const digit = (i: number) => (of[i] ?? 0) >= 0x30 && (of[i] ?? 0) <= 0x39
  let from = start
  while (from < of.length && !digit(from)) from++
  let to = from
  while (digit(to)) to++
  return from < of.length ? put(of, from, to, Buffer.from(random.one(numbers))) : of
}
