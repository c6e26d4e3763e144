import { dayAfter, daysOf } from '../../ledger/days.ts'
import type { Journal } from '../../ledger/journal.ts'
import { judge } from '../../ledger/ledger.ts'
import type { NodeId, Standing } from '../../ledger/nouns.ts'
import type { Unjudged } from '../../ledger/undertaking.ts'
import { plain } from '../database/columns.ts'
import { NO_DAY } from '../database/load.ts'
import { FACET, type UndertakingRow } from '../database/tables.ts'

/** Stands for a missing date, after all dates; before them stands the empty text. So that an index is in the order of a list. */
export const LATE = '~'

/** Force by how firmly it binds. */
export const FORCES = ['none', 'should', 'ready', 'intent', 'agreed', 'binding'] as const

/** An undertaking as a row of lists. */
export function rowOfUndertaking(
  whole: Unjudged,
  row: number,
  component: number,
  journal: Journal,
  pieces: readonly Piece[],
): UndertakingRow {
  const { id, label, kind, force, entries, members, topics, parties, mechanisms, places } = whole
  const ids = [...entries.map((one) => one.id), ...members.map(({ statement }) => statement.id)]
  const count = (of: ReadonlyMap<NodeId, readonly unknown[]>) => ids.reduce((sum, one) => sum + (of.get(one)?.length ?? 0), 0)
  const counting = members.filter(({ witnessOf }) => witnessOf === undefined)
  return {
    row,
    id,
    component,
    label: plain(label),
    kind,
    force: FORCES.indexOf(force),
    programme: entries[0] ? plain(entries[0].programme) : null,
    direction: entries[0] ? plain(entries[0].direction) : null,
    first: plain(whole.first ?? LATE),
    last: plain(whole.last ?? ''),
    due: plain(whole.due ?? LATE),
    statements: counting.length,
    documents: new Set(counting.map(({ hash }) => hash)).size,
    evidence: count(journal.evidence),
    scores: count(journal.scores),
    standing: (pieces[0] as Piece)[1],
    turns: pieces.length - 1,
    body: JSON.stringify({ label, parties, topics, mechanisms, places }),
  }
}

/** By what lists find an undertaking. */
export function facetsOf({ parties, topics, mechanisms, places, entries, members }: Unjudged): { facet: number; value: string }[] {
  const sides = [
    ...parties,
    ...entries.flatMap((one) => one.parties),
    ...members.flatMap(({ statement }) => [...statement.parties, ...statement.addressees]),
  ]
  const lists = [
    [FACET.party, parties],
    [FACET.topic, topics],
    [FACET.mechanism, mechanisms],
    [FACET.place, places],
    [FACET.counterpart, sides],
  ] as const
  return lists.flatMap(([facet, values]) => [...new Set(values.map(plain))].map((value) => ({ facet, value })))
}

/** A standing and the day from which it holds; the first holds from ever. */
type Piece = readonly [since: string, standing: Standing]

/** How the standing of an undertaking changes with the day on which it is asked for, nothing else changing. */
export function standings(whole: Unjudged, journal: Journal): Piece[] {
  const pieces: Piece[] = [['', judge(whole, journal, NO_DAY).standing]]
  for (const day of turningDays(whole, journal)) {
    const { standing } = judge(whole, journal, day)
    if (standing !== pieces.at(-1)?.[1]) pieces.push([day, standing])
  }
  return pieces
}

/** The days on which a standing can turn: a deed becomes past, a deadline or a window ends. */
function turningDays(whole: Unjudged, journal: Journal): string[] {
  const ids = [...whole.entries.map(({ id }) => id), ...whole.members.map(({ statement }) => statement.id)]
  const of = <T>(lists: ReadonlyMap<NodeId, readonly T[]>) => ids.flatMap((id) => lists.get(id) ?? [])
  const dates = [
    whole.due,
    ...of(journal.evidence).map(({ date }) => date),
    ...of(journal.guidelines).flatMap(({ window }) => [window.from, window.to]),
    ...of(journal.searches).map(({ until }) => until),
  ]
  const days = new Set<string>()
  for (const date of dates) {
    const covered = date === undefined ? undefined : daysOf(date)
    if (!covered) continue
    days.add(covered.first)
    days.add(dayAfter(covered.last))
  }
  return [...days].sort()
}
