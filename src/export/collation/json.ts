import type { Collation } from '../../compare/collate/nouns.ts'

/** The collation as docs/comparison.schema.json describes it, in pieces: the whole of many long texts is longer than a string may be. */
export function* jsonOf({ witnesses, base, rows, differences, furniture, notes }: Collation): Generator<string> {
  const heads = witnesses.map(({ id, reading }) => ({
    id,
    hash: reading.hash,
    ...reading.source,
    statements: reading.statements.length,
    damage: reading.damage.length,
  }))
  yield `{"witnesses":${JSON.stringify(heads)},"base":${base},"notes":${JSON.stringify(notes)},"furniture":${JSON.stringify(furniture)},"sentences":[`
  for (let i = 0; i < rows.length; i++) yield `${i ? ',\n' : '\n'}${JSON.stringify(rows[i]?.cells)}`
  yield '],"differences":['
  for (let i = 0; i < differences.length; i++) yield `${i ? ',\n' : '\n'}${JSON.stringify(differences[i])}`
  yield ']}\n'
}
