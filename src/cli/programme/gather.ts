import type { Store } from '../../store/store.ts'
import { CliError } from '../error.ts'
import { fileOf } from '../show/file.ts'
import { shipped } from './folder.ts'
import { type Overview, standingOfEntry } from './overview.ts'

/** A programme of the ledger as it stands on a day. Throws `CliError` where the ledger has none of that name. */
export async function overviewOf(store: Store, name: string, asOf: string): Promise<Overview> {
  const found = await store.programme(name, { asOf })
  if (!found) {
    const how = shipped().includes(name) ? `stocktake programme load ${name}` : 'stocktake programme load FOLDER'
    throw new CliError(`${name}: no programme of this ledger; put it in with: ${how}`)
  }
  const entries = []
  for (const { id, entry } of found.rows) entries.push(standingOfEntry(entry, await fileOf(store, id, asOf), asOf))
  const series = (await store.series()).filter((one) => one.series.programme === name)
  return { programme: found.programme, asOf, entries, series }
}
