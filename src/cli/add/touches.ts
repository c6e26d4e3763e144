import type { Relation, Undertaking } from '../../ledger/nouns.ts'
import type { Store } from '../../store/store.ts'
import type { Added } from '../../store/types.ts'
import { given } from '../given.ts'

/** A statement of a text that belongs to an undertaking which the ledger has from elsewhere too. */
export interface Touch {
  readonly statement: string
  readonly quote: string
  readonly undertaking: string
  readonly label: string
  readonly relation: Relation
  /** Author and score of the link. */
  readonly by?: string
  readonly score?: number
}

/** What the ledger says of a document that was added, in the JSON of `add`. */
export interface Report extends Added {
  readonly touches: readonly Touch[]
  /** What was assumed of the document, and what in it disagrees. */
  readonly remarks?: readonly string[]
}

/**
 * The known undertakings that a text touches: those that also hold an entry or a statement of another text. Texts that came in after it,
 * `later` by hash, were not known yet.
 */
export async function touchesOf(store: Store, added: Added, later: ReadonlySet<string>): Promise<Touch[]> {
  if (added.status !== 'added' || !added.linked) return []
  const touches: Touch[] = []
  for (let at = 0; at < added.undertakings.length; at += AT_ONCE) {
    const { undertakings } = await store.dossiers(added.undertakings.slice(at, at + AT_ONCE))
    for (const undertaking of undertakings.values()) touches.push(...touchesIn(undertaking, added, later))
  }
  return touches
}

/** Undertakings that are looked at in one go: each way to the ledger costs more than what most of them hold. */
const AT_ONCE = 200

function touchesIn(undertaking: Undertaking, added: Added, later: ReadonlySet<string>): Touch[] {
  const touches: Touch[] = []
  const known = undertaking.entries.length > 0 || undertaking.members.some(({ hash }) => hash !== added.document.hash && !later.has(hash))
  if (!known) return touches
  for (const { statement, hash, relation, link } of undertaking.members)
    if (hash === added.document.hash)
      touches.push({
        statement: statement.id,
        quote: statement.quote,
        undertaking: undertaking.id,
        label: undertaking.label,
        relation,
        ...given({ by: link?.by, score: link?.score }),
      })
  return touches
}
