import type { Store } from '../store/store.ts'

/** What a server serves, and for whom. */
export interface House {
  readonly store: Store
  /** Today as an ISO day; asked at every request. */
  readonly today: () => string
  /** Who judges on these pages; absent: they are for reading only. */
  readonly author?: string
  /** Hosts under which the server answers; absent: any. Holds off pages elsewhere that point a name of theirs at this machine. */
  readonly hosts?: readonly string[]
}
