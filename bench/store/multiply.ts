import { CompiledQuery } from 'kysely'
import type { Features } from '../../src/ledger/link/features.ts'
import { keysOf } from '../../src/ledger/link/features.ts'
import { hash52, placeInLists } from '../../src/ledger/link/windows.ts'
import type { Statement } from '../../src/model.ts'
import { type Connection, write } from '../../src/store/connect.ts'
import { insert } from '../../src/store/database/rows.ts'
import type { Tables } from '../../src/store/database/tables.ts'
import { toTsvector, wordsOf } from '../../src/store/words.ts'

/** Words of a weight (tenths of rarity) below this stay as they are in every copy: those that all texts share. */
const COMMON = 25

/** How a copy of the ledger differs: rows are shifted, ids and rarer words are others. */
interface Shift {
  readonly round: number
  readonly nodes: number
  readonly texts: number
  readonly undertakings: number
  readonly documents: number
}

/**
 * Makes a ledger larger than adding could in the time there is: copies its texts, statements, links and undertakings `rounds` times in the database, each time
 * with other ids and with the rarer words of every statement changed, so that parties, mechanisms, places and common words are shared by all copies and rare words
 * are not. Such a ledger is as large as it says and its lists are as long; `verify` would find its texts not to be read so.
 */
export async function multiply(connection: Connection, rounds: number, told: (round: number) => void): Promise<void> {
  const { db } = connection
  const most = async (table: 'nodes' | 'texts' | 'undertakings' | 'documents') =>
    (
      await db
        .selectFrom(table)
        .select(({ fn }) => fn.max<number>('row').as('n'))
        .executeTakeFirstOrThrow()
    ).n
  const base = {
    nodes: await most('nodes'),
    texts: await most('texts'),
    undertakings: await most('undertakings'),
    documents: await most('documents'),
  }
  const rowsOf = async <T extends keyof Tables>(table: T) =>
    (await db
      .selectFrom(table as 'nodes')
      .selectAll()
      .execute()) as unknown as Tables[T][]
  const all = {
    nodes: await rowsOf('nodes'),
    texts: await rowsOf('texts'),
    documents: await rowsOf('documents'),
    undertakings: await rowsOf('undertakings'),
    facets: await rowsOf('facets'),
    links: await rowsOf('links'),
    turns: await rowsOf('turns'),
  }
  for (let round = 1; round <= rounds; round++) {
    const shift: Shift = {
      round,
      nodes: base.nodes * round,
      texts: base.texts * round,
      undertakings: base.undertakings * round,
      documents: base.documents * round,
    }
    await write(connection, async (one) => {
      const prefix = `z${(round + base.nodes).toString(36).padStart(6, '0')}`
      const id = (old: string) => `${prefix}${old}`
      await insert(
        one,
        'documents',
        all.documents.map((row) => ({
          ...row,
          row: row.row + shift.documents,
          id: id(row.id),
          text: row.text + shift.texts,
          external: null,
        })),
      )
      await insert(
        one,
        'texts',
        all.texts.map((row) => ({
          ...row,
          row: row.row + shift.texts,
          hash: id(row.hash),
          document: row.document + shift.documents,
          body: '',
          witness: null,
        })),
      )
      const nodes: Tables['nodes'][] = []
      const keys: Tables['keys'][] = []
      const words: (readonly [number, string])[] = []
      for (const row of all.nodes) {
        const features = JSON.parse(row.features) as Features
        const changed: Features = {
          ...features,
          id: id(row.id),
          words: features.words.map((word, i) => ((features.weights[i] ?? 0) < COMMON ? word : `${word}${prefix}`)),
        }
        const at = placeInLists(changed)
        const node = row.row + shift.nodes
        for (const key of new Set(keysOf(changed).map(hash52))) keys.push({ key, at, node })
        const body = JSON.parse(row.body) as Statement
        words.push([node, body.quote])
        const moved = { undertaking: row.undertaking + shift.undertakings, component: row.component + shift.nodes }
        const own = { row: node, id: changed.id, body: JSON.stringify({ ...body, id: changed.id }), features: JSON.stringify(changed) }
        nodes.push({ ...row, ...own, text: (row.text ?? 0) + shift.texts, ...moved })
      }
      await insert(one, 'nodes', nodes)
      await insert(one, 'keys', keys)
      await insert(
        one,
        'links',
        all.links.map((row) => ({ ...row, a: row.a + shift.nodes, b: row.b + shift.nodes })),
      )
      await insert(
        one,
        'undertakings',
        all.undertakings.map((row) => ({
          ...row,
          row: row.row + shift.undertakings,
          id: id(row.id),
          component: row.component + shift.nodes,
        })),
      )
      await insert(
        one,
        'facets',
        all.facets.map((row) => ({ ...row, undertaking: row.undertaking + shift.undertakings })),
      )
      await insert(
        one,
        'turns',
        all.turns.map((row) => ({ ...row, undertaking: row.undertaking + shift.undertakings })),
      )
      for (const [row, quote] of words) {
        const found = wordsOf(quote).map((word) => (word.length > 8 ? `${word}${round % 7}` : word))
        const text =
          connection.engine === 'sqlite'
            ? 'insert into statement_words (rowid, words) values (?, ?)'
            : 'insert into statement_words (rowid, words) values ($1, $2::tsvector)'
        await one.executeQuery(CompiledQuery.raw(text, [row, connection.engine === 'sqlite' ? found.join(' ') : toTsvector(found)]))
      }
    })
    told(round)
  }
}
