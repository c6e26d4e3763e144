import { partyCodes } from '../../lexicon/party-codes.ts'
import { forces, kinds } from '../../model.ts'
import { columns, shownAtFirst } from '../../web/ledger/columns.ts'
import { type LedgerQuery, sorts } from '../../web/ledger/props.ts'
import { standings } from '../../web/parts/standing.tsx'

const known = [
  'party',
  'counterpart',
  'topic',
  'mechanism',
  'kind',
  'force',
  'standing',
  'programme',
  'direction',
  'dueBefore',
  'text',
  'sort',
  'columns',
  'after',
  'limit',
]

/** How many rows a page of the ledger has unless the address says otherwise, and at most. */
const ROWS = 100
const MOST = 1000

/** What an address asks of the ledger, or one line that says what is wrong with it. */
export function ledgerQuery(asked: URLSearchParams): LedgerQuery | string {
  for (const name of asked.keys()) if (!known.includes(name)) return `${name}: not a filter; use ${known.join(', ')}`
  const all = (name: string) => asked.getAll(name).filter(Boolean)
  const words = (name: string) => all(name).flatMap((value) => value.split(/[\s,]+/).filter(Boolean))
  const one = (name: string) => all(name)[0]
  const parties = (name: string) => all(name).flatMap(partyCodes)
  const allowedOf: readonly (readonly [name: string, allowed: readonly string[]])[] = [
    ['kind', kinds],
    ['force', forces],
    ['standing', Object.keys(standings)],
    ['sort', sorts.map(([sort]) => sort)],
    ['columns', columns.map(({ name }) => name)],
  ]
  for (const [name, allowed] of allowedOf)
    for (const value of name === 'columns' ? words(name) : all(name))
      if (!allowed.includes(value)) return `${name}=${value}: not known; use ${allowed.join(', ')}`
  const dueBefore = one('dueBefore')
  if (dueBefore !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(dueBefore)) return `dueBefore=${dueBefore}: not a day; write it as 2026-12-31`
  const limit = Number(one('limit') ?? ROWS)
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST) return `limit=${one('limit')}: not a number from 1 to ${MOST}`
  const optional = Object.fromEntries(
    ['programme', 'direction', 'text', 'after'].flatMap((name) => {
      const value = one(name)
      return value === undefined ? [] : [[name, value]]
    }),
  )
  return {
    party: parties('party'),
    counterpart: parties('counterpart'),
    topic: words('topic').map((topic) => topic.toLowerCase()),
    mechanism: all('mechanism'),
    kind: all('kind'),
    force: all('force'),
    standing: all('standing'),
    sort: one('sort') ?? 'last',
    columns: chosen(words('columns')),
    limit,
    ...(dueBefore && { dueBefore }),
    ...optional,
  }
}

/** Names of columns, each once; none where they are those that are shown anyway. */
function chosen(names: readonly string[]): readonly string[] {
  const once = [...new Set(names)]
  return once.join() === shownAtFirst.join() ? [] : once
}

/** The judgement just made, from the address that a form led to; nothing where what stands there is no id of one. */
export const doneOf = (done: string | undefined): { readonly done?: string } => (done && /^[0-9a-f]{16}$/.test(done) ? { done } : {})
