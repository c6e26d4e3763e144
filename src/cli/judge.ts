import type { Judgement, JudgementBody } from '../ledger/nouns.ts'
import type { Store } from '../store/store.ts'
import { type Author, authorLine, authorOf } from './author.ts'
import { given } from './given.ts'
import { harmless } from './harmless.ts'
import { withStore } from './open.ts'
import { writeJson, writeLines } from './output.ts'

/** What every verb that writes to the journal is given. */
interface Given {
  readonly ledger: string | undefined
  readonly by: string | undefined
  readonly reason: string | undefined
  readonly json: boolean
}

/** What is to be written, and what to say of it once it is in. */
interface Judged {
  readonly bodies: readonly JudgementBody[]
  /** Lines for people; the id of each judgement and its author are told anyway. */
  readonly say?: (written: readonly Judgement[]) => Promise<readonly string[]> | readonly string[]
}

/** Writes judgements to the journal, all or none, and says under whose name. JSON: `{judgements}`. Returns 0. */
export function judge(values: Given, bodiesOf: (store: Store, author: Author) => Promise<Judged>): Promise<number> {
  const author = authorOf(values.by)
  return withStore(values.ledger, {}, async (store) => {
    const { bodies, say } = await bodiesOf(store, author)
    const written = await append(store, author, bodies, values.reason)
    if (values.json) await writeJson({ judgements: written })
    else {
      const more = (await say?.(written)) ?? []
      await writeLines([`${written.map(({ id }) => id).join(', ')} written ${authorLine(author)}`, ...more].map(harmless))
    }
    return 0
  })
}

/** Appends judgements of one author, all or none. */
export function append(store: Store, author: Author, bodies: readonly JudgementBody[], reason: string | undefined): Promise<Judgement[]> {
  return store.append(bodies.map((body) => ({ body, by: author.name, ...given({ reason }) })))
}
