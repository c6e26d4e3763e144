import type { NodeId } from '../../ledger/nouns.ts'
import { type Ties, waiting } from '../../ledger/partition.ts'
import type { Db } from '../connect.ts'
import { gather, update } from '../database/rows.ts'
import type { Tables } from '../database/tables.ts'

type LinkRow = Tables['links']

/** Says of every proposal at the loaded nodes whether it waits. */
export async function queue(db: Db, loaded: readonly { readonly row: number; readonly id: NodeId }[], ties: Ties): Promise<void> {
  const rows = loaded.map(({ row }) => row)
  const of = (column: 'a' | 'b') =>
    gather(rows, (some) => db.selectFrom('links').selectAll().where(column, 'in', some).where('verdict', '=', 0).execute())
  const links = new Map<string, LinkRow>()
  for (const link of [...(await of('a')), ...(await of('b'))]) links.set(`${link.a} ${link.b}`, link)
  if (links.size === 0) return
  const names = new Map(loaded.map(({ row, id }) => [row, id]))
  const groups = new Map<NodeId, number[]>()
  const place = async (column: 'row' | 'id', values: Iterable<number | string>) => {
    const found = await gather(values, (some) =>
      db
        .selectFrom('nodes')
        .select(['row', 'id', 'undertaking'])
        .where(column, 'in', some as never)
        .execute(),
    )
    for (const { row, id, undertaking } of found) {
      names.set(row, id)
      groups.set(id, [undertaking])
    }
    const claims = await gather(found, (some) =>
      db
        .selectFrom('claims')
        .selectAll()
        .where(
          'node',
          'in',
          some.map(({ row }) => row),
        )
        .execute(),
    )
    for (const { node, undertaking } of claims) groups.get(names.get(node) as NodeId)?.push(undertaking)
  }
  await place('row', new Set([...links.values()].flatMap(({ a, b }) => [a, b])))
  const held = [...ties.verdicts.values()].flatMap(({ a, b }) => [a, b])
  await place('id', new Set(held.filter((id) => !groups.has(id))))
  const named = [...links.values()].flatMap((link) => {
    const [a, b] = [names.get(link.a), names.get(link.b)]
    return a && b ? [{ a, b, verdict: 'suggest' as const, link }] : []
  })
  const waits = new Set(waiting(named, ties, (node) => groups.get(node) ?? []).map(({ link }) => link))
  const turned = named.filter(({ link }) => (link.waits === 1) !== waits.has(link))
  await update(
    db,
    'waits',
    turned.map(({ link }) => [link.a, link.b, 1 - link.waits]),
  )
}
