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

/**
 * Pairs that were written and marked before the program saw them: one text that holds both. `[[x|y]]`: the original has x, the copy y, and the
 * sense is the same; `[[number: x|y]]`: it is not; `[[?: x|y]]`: people would disagree; `{{` to `}}`, on lines of their own: stands last in the copy.
 */
export function spunPairs(folder: string): Spun[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => unfold(name.replace(/\.txt$/, ''), readFileSync(join(folder, name), 'utf8').trimEnd()))
}

function unfold(name: string, source: string): Spun {
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
  return {
    name,
    a,
    b: b.trimEnd(),
    meaning: spots.filter(({ kind }) => kind && kind !== '?' && kind !== 'furniture'),
    cosmetic: spots.filter(({ kind }) => !kind),
  }
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
