import { StoreError } from '../store/error.ts'
import { openStore, type Store } from '../store/store.ts'
import { CliError } from './error.ts'
import { viewing } from './options.ts'

/** Where the ledger is: for every verb that opens one. */
export const ledgerOption = {
  ledger: { value: 'PATH', about: 'file, or postgres://… address; else STOCKTAKE_LEDGER, else stocktake.db here' },
} as const

/** Options of every verb that shows something of a ledger. */
export const showing = { ...ledgerOption, json: { about: 'as JSON' }, ...viewing } as const

/** Options of every verb that writes a judgement. */
export const judging = {
  ...ledgerOption,
  by: { value: 'NAME', about: "who judges; else STOCKTAKE_AUTHOR, else git's user.name, else the account" },
  reason: { value: 'TEXT', about: 'why; stays in the journal' },
  json: { about: 'as JSON' },
} as const

/** Where the ledger is: what the call says, else the environment, else a file here. */
export const placeOf = (place: string | undefined): string => place ?? (process.env['STOCKTAKE_LEDGER'] || 'stocktake.db')

/** What a mode of opening needs. `create`: makes the ledger where there is none. */
interface Mode {
  readonly create?: boolean
  readonly readOnly?: boolean
}

/** Opens the ledger, uses it, closes it whatever happens. What the store refuses becomes a `CliError` with the same line. */
export async function withStore<T>(place: string | undefined, mode: Mode, use: (store: Store) => Promise<T>): Promise<T> {
  try {
    const store = await openStore(placeOf(place), mode)
    try {
      return await use(store)
    } finally {
      await store.close()
    }
  } catch (error) {
    if (error instanceof StoreError) throw new CliError(error.message)
    throw error
  }
}

/** Today, as a day of UTC: what "due" and "overdue" are measured by where the call does not say. */
export const today = (): string => new Date().toISOString().slice(0, 10)
