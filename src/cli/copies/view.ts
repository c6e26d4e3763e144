import type { CopyPair } from '../../copies/copies.ts'
import type { Source } from '../../model.ts'
import { flow, type Part } from '../flow.ts'
import { harmless } from '../harmless.ts'
import { block, plural, styleOf } from '../layout.ts'
import { bold, dim, type Mark } from '../marks.ts'
import type { Screen } from '../screen.ts'

/** Sign and word of each relation, the surest first. */
const relations: Readonly<Record<CopyPair['relation'], Mark>> = {
  exact: ['=', 'exact', '32'],
  'near-exact': ['≈', 'near-exact', '32'],
  partial: ['⊂', 'partial', '33'],
  reworded: ['~', 'reworded', '33'],
  translated: ['⇄', 'translated', '33'],
}
const order = Object.keys(relations)
const margin = 16

type About = Pick<Source, 'title' | 'date' | 'publisher'>

/** Documents that hang together as copies, a block a text: the earliest document, then each other one with what it is to which. */
export function* copiesLines(pairs: readonly CopyPair[], abouts: ReadonlyMap<string, About>, screen: Screen): Generator<string> {
  const style = styleOf(screen)
  const groups = groupsOf(pairs, abouts)
  for (const group of groups) {
    const [head] = group
    yield* flow([[harmless(head.id), bold], ...described(abouts.get(head.id))], screen.width, style)
    for (const { id, pair, to } of group.slice(1)) {
      if (!pair) continue
      const [sign, word, code] = relations[pair.relation]
      const share: Part[] = pair.relation === 'exact' ? [] : [[` ${(Math.floor(pair.score * 100) / 100).toFixed(2)}`, dim]]
      const of: Part[] = to === head.id ? [] : [[` of ${harmless(to ?? '')}`, dim]]
      const parts: Part[] = [[harmless(id)], ...share, ...of, ...described(abouts.get(id))]
      yield* block([sign, word, code], parts, screen.width, style, margin)
    }
    yield ''
  }
  yield `${plural(groups.length, 'text')} with copies among ${plural(abouts.size, 'document')}`
}

const described = (about: About | undefined): Part[] => {
  const words = [about?.date, about?.publisher, about?.title].filter((word) => word !== undefined)
  return words.length ? [[` · ${harmless(words.join(' · '))}`, dim]] : []
}

interface Member {
  readonly id: string
  /** The surest pair with one named before, and that one. */
  readonly pair?: CopyPair
  readonly to?: string
}

type Group = [head: Member, ...others: Member[]]

/** Groups in the order of their first document's name; each begins with its earliest document and goes on from the surest pair to the least. */
function groupsOf(pairs: readonly CopyPair[], abouts: ReadonlyMap<string, About>): Group[] {
  const near = new Map<string, CopyPair[]>()
  for (const pair of pairs)
    for (const id of [pair.a, pair.b]) {
      const list = near.get(id)
      if (list) list.push(pair)
      else near.set(id, [pair])
    }
  const day = (id: string) => abouts.get(id)?.date ?? '~'
  const isBefore = (x: string, y: string) => (day(x) === day(y) ? x < y : day(x) < day(y))
  const done = new Set<string>()
  const groups: Group[] = []
  for (const start of [...near.keys()].sort()) {
    if (done.has(start)) continue
    const all = reach(start, near)
    let head = start
    for (const id of all) if (isBefore(id, head)) head = id
    groups.push([{ id: head }, ...follow(head, near, done)])
  }
  return groups
}

function reach(start: string, near: ReadonlyMap<string, readonly CopyPair[]>): Set<string> {
  const all = new Set([start])
  for (const id of all) for (const { a, b } of near.get(id) ?? []) all.add(a === id ? b : a)
  return all
}

/** The others of a group, each by its surest pair with those before. Relations are taken in turn, so that time stays linear in the pairs. */
function follow(head: string, near: ReadonlyMap<string, readonly CopyPair[]>, done: Set<string>): Member[] {
  const members: Member[] = []
  const waiting: { id: string; pair: CopyPair; to: string }[][] = order.map(() => [])
  const passed = order.map(() => 0)
  const take = (from: string) => {
    done.add(from)
    for (const pair of near.get(from) ?? []) {
      const id = pair.a === from ? pair.b : pair.a
      if (!done.has(id)) waiting[order.indexOf(pair.relation)]?.push({ id, pair, to: from })
    }
  }
  take(head)
  for (let rank = 0; rank < waiting.length; ) {
    const next = waiting[rank]?.[passed[rank] as number]
    if (!next) {
      rank++
      continue
    }
    passed[rank] = (passed[rank] as number) + 1
    if (done.has(next.id)) continue
    members.push(next)
    take(next.id)
    rank = 0
  }
  return members
}
