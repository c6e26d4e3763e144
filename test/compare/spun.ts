import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A stretch of a text, in UTF-16 code units, end exclusive. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** What was done to an original at one place; null where a side has nothing there. */
export interface Spot {
  readonly kind: string
  readonly a: Stretch | null
  readonly b: Stretch | null
}

/** An original and its spun copy, with all that differs: what alters the sense, and what does not. */
export interface Spun {
  readonly name: string
  readonly a: string
  readonly b: string
  readonly meaning: readonly Spot[]
  readonly cosmetic: readonly Spot[]
}

const kinds = /^(party|name|number|date|force|negation|act|object|missing|added|broken|furniture|\?): /
/** Between the two texts of a pair that are written one after the other. */
const parted = /^=====\n/m
const mark = /\[\[(\d+)(?: ([a-z]+|\?))?\||\]\]/g

/**
 * Pairs that were written and marked before the program saw them: one text that holds both. `[[x|y]]`: the original has x, the copy y, and the
 * sense is the same; `[[number: x|y]]`: it is not; `[[?: x|y]]`: people would disagree; `{{` to `}}`, on lines of their own: stands last in the copy.
 * Where sentences stand in another order the two texts are written one after the other, parted by a line `=====`; `[[7|x]]` in one and `[[7|y]]` in the
 * other stand for one another, `[[7 number|x]]` alters the sense, and marks may stand in one another.
 */
export function spunPairs(folder: string): Spun[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => unfold(name.replace(/\.txt$/, ''), readFileSync(join(folder, name), 'utf8').trimEnd()))
}

function unfold(name: string, source: string): Spun {
  if (parted.test(source)) return unfoldParted(name, source)
  const [before, moved = '', after = ''] = source.split(/^(?:\{\{|\}\})\n/m)
  const parts = moved ? [before as string, moved, after] : [source]
  const made = parts.map((part) => written(part))
  const place = (one: Stretch | null, shift: number): Stretch | null => one && { from: one.from + shift, to: one.to + shift }
  // in the copy the moved part stands last
  const inCopy = moved ? [made[0], made[2], made[1]] : made
  const a = made.map((one) => one.a).join('')
  let [shiftA, b] = [0, '']
  const shiftB = new Map<object, number>()
  for (const one of inCopy) {
    if (b && one === made[1] && moved) b = `${b.trimEnd()}\n\n`
    shiftB.set(one as object, b.length)
    b += one?.b ?? ''
  }
  const spots: Spot[] = []
  made.forEach((one, i) => {
    const [onA, onB] = [shiftA, shiftB.get(one) as number]
    spots.push(...one.spots.map(({ kind, a, b }) => ({ kind, a: place(a, onA), b: place(b, onB) })))
    if (moved && i === 1) spots.push({ kind: 'moved', a: { from: onA, to: onA + one.a.length }, b: { from: onB, to: onB + one.b.length } })
    shiftA += one.a.length
  })
  return sorted(name, a, b.trimEnd(), spots)
}

const sorted = (name: string, a: string, b: string, spots: readonly Spot[]): Spun => ({
  name,
  a,
  b,
  meaning: spots.filter(({ kind }) => kind && kind !== '?' && kind !== 'furniture'),
  cosmetic: spots.filter(({ kind }) => !kind),
})

function unfoldParted(name: string, source: string): Spun {
  const [left, right] = source.split(parted).map((part) => unmarked(part.trimEnd())) as [Unmarked, Unmarked]
  const ids = [...new Set([...left.marks.keys(), ...right.marks.keys()])]
  const spots = ids.map((id): Spot => {
    const [one, other] = [left.marks.get(id), right.marks.get(id)]
    return { kind: one?.kind || other?.kind || '', a: one ?? null, b: other ?? null }
  })
  return sorted(name, left.text, right.text, spots)
}

interface Unmarked {
  readonly text: string
  readonly marks: ReadonlyMap<string, Stretch & { readonly kind: string }>
}

/** A text without its marks, and where each of them stood. */
function unmarked(source: string): Unmarked {
  const marks = new Map<string, Stretch & { kind: string }>()
  const open: { id: string; kind: string; from: number }[] = []
  let [text, at] = ['', 0]
  for (const match of source.matchAll(mark)) {
    text += source.slice(at, match.index)
    at = match.index + match[0].length
    const [, id, kind = ''] = match
    if (id !== undefined) open.push({ id, kind, from: text.length })
    else {
      const { id, kind, from } = open.pop() as (typeof open)[0]
      marks.set(id, { kind, from, to: text.length })
    }
  }
  return { text: text + source.slice(at), marks }
}

function written(part: string): { a: string; b: string; spots: Spot[] } {
  let [a, b] = ['', '']
  const spots: Spot[] = []
  for (const piece of part.split(/(\[\[[^[\]]*\]\])/)) {
    if (!piece.startsWith('[[')) {
      a += piece
      b += piece
      continue
    }
    const inner = piece.slice(2, -2)
    const kind = kinds.exec(inner)?.[1] ?? ''
    const words = kind ? inner.slice(kind.length + 2) : inner
    const bar = words.indexOf('|')
    if (bar === -1) throw new Error(`no bar in ${piece}`)
    const [one, other] = [words.slice(0, bar), words.slice(bar + 1)]
    const stretch = (text: string, size: number): Stretch | null => (size ? { from: text.length, to: text.length + size } : null)
    spots.push({ kind, a: stretch(a, one.length), b: stretch(b, other.length) })
    a += one
    b += other
  }
  return { a, b, spots }
}
