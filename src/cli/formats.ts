import { cell } from '../export/csv/cell.ts'
import type { Reading } from '../model.ts'

const columns = [
  'document',
  'from',
  'to',
  'kind',
  'force',
  'parties',
  'proposers',
  'addressees',
  'attribution',
  'act',
  'aspect',
  'negated',
  'deadline',
  'target',
  'mechanisms',
  'places',
  'precision',
  'doubt',
  'quote',
]

export const csvHeader = `${columns.join(',')}\r\n`

export function* csvRows(reading: Reading): Generator<string> {
  for (const s of reading.statements) {
    const row = [
      reading.id,
      s.span.from,
      s.span.to,
      s.kind,
      s.force,
      s.parties,
      s.proposers,
      s.addressees,
      s.attribution,
      s.act,
      s.aspect,
      s.negated ? 'yes' : '',
      s.deadline?.phrase,
      s.target?.phrase,
      s.mechanisms,
      s.places,
      s.precision,
      s.doubt,
      s.quote,
    ]
    yield `${row.map(cell).join(',')}\r\n`
  }
}

/** JSON of a reading in pieces: the whole of a large one is longer than a string may be. */
export function* jsonPieces(reading: Reading): Generator<string> {
  let first = true
  yield '{'
  for (const [key, value] of Object.entries(reading)) {
    yield `${first ? '' : ','}${JSON.stringify(key)}:`
    first = false
    if (!Array.isArray(value) || value.length < 1000) yield JSON.stringify(value)
    else {
      for (let i = 0; i < value.length; i += 500) yield `${i ? ',' : '['}${JSON.stringify(value.slice(i, i + 500)).slice(1, -1)}`
      yield ']'
    }
  }
  yield '}\n'
}

/** What `--jsonl` writes by default: statements, damage, counts of rejections by gate. */
export function compact(reading: Reading): object {
  const rejections: Record<string, number> = {}
  for (const { gate } of reading.rejections) rejections[gate] = (rejections[gate] ?? 0) + 1
  return {
    id: reading.id,
    statements: reading.statements,
    damage: reading.damage,
    rejections,
    ...(reading.notes.length ? { notes: reading.notes } : {}),
  }
}
