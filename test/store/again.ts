import type { Reading, Source } from '../../src/model.ts'
import type { Revision } from '../../src/store/linking/revision.ts'
import { reread } from '../../src/store/rereading/reread.ts'
import type { Store } from '../../src/store/store.ts'

/** What a store keeps to itself, and rereading needs. */
interface Inside {
  readonly connection: { readonly db: Parameters<typeof reread>[0] }
  change<T>(work: (revision: Revision) => Promise<T>): Promise<T>
}

/** Reads all texts of a store again, by a reader that stands for a better lexicon. */
export function again(store: Store, reader: (source: Source) => Reading): ReturnType<typeof reread> {
  const inside = store as unknown as Inside
  return reread(inside.connection.db, reader, (work) => inside.change(work))
}
