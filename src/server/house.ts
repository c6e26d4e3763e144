import type { Fetching } from '../intake/fetch/fetch.ts'
import type { Person } from '../store/accounts/accounts.ts'
import type { Store } from '../store/store.ts'
import type { Right } from './accounts/rights.ts'

/** That others than one person come here, and how they sign in. */
export interface SigningIn {
  /** This moment, in milliseconds since 1970. */
  readonly now: () => number
  /** A proxy that speaks HTTPS stands before the server: cookies travel over HTTPS only, and the proxy says where a visitor comes from. */
  readonly behindProxy?: boolean
  /** Whoever comes may read. */
  readonly publicReading?: boolean
  /** Nobody signs in, and nobody writes: the ledger is open for reading only. */
  readonly closed?: boolean
}

/** What a server serves, and for whom. `houseOf` makes one for every request. */
export interface House {
  readonly store: Store
  /** Today as an ISO day; asked at every request. */
  readonly today: () => string
  /** Who judges on these pages; absent: they are for reading only. Where people sign in it is the one who asks, if they may judge. */
  readonly author?: string
  /** Hosts under which the server answers; absent: any. Holds off pages elsewhere that point a name of theirs at this machine. */
  readonly hosts?: readonly string[]
  /** Absent: the server is one person's. */
  readonly accounts?: SigningIn
  /** How addresses are fetched that somebody gives; for tests. */
  readonly fetching?: Pick<Fetching, 'loopback' | 'resolve' | 'limits'>
  /** Who asks, where they have signed in. */
  readonly person?: Person
  /** What the one who asks may do; absent where the server is one person's. */
  readonly rights?: ReadonlySet<Right>
}

/** Whether the one who asks may do something. Where the server is one person's, who may judge may do everything. */
export function may({ rights, author }: House, right: Right): boolean {
  return rights ? rights.has(right) : author !== undefined || right === 'read' || right === 'try'
}

/** Whether somebody may take a judgement back: one's own always, that of others with the right to. */
export const mayTakeBack = (house: House, { by }: { readonly by: string }): boolean => by === house.author || may(house, 'undo')

/** What is said to somebody who would take back what another judged. */
export const NOT_OWN = 'You may take back your own words only; an editor may take back those of others.'
