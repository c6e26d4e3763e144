import type { Judgement } from '../../ledger/nouns.ts'
import type { ParsedProgramme } from '../../programme/parse.ts'
import { authorOf, planLoad } from '../../programme/plan.ts'
import type { Store } from '../../store/store.ts'

/** What loading a programme changed. */
export interface Loaded {
  readonly name: string
  readonly appended: number
  readonly withdrawn: number
}

/** Brings a ledger to what the tables of a programme say; nothing is written where it says that already. The tables have no mistakes. */
export async function loadProgramme(store: Store, parsed: ParsedProgramme): Promise<Loaded> {
  const by = authorOf(parsed.name)
  const own: Judgement[] = []
  for await (const judgement of store.journal()) if (judgement.by === by || judgement.type === 'withdrawal') own.push(judgement)
  const { append, withdraw } = planLoad(own, parsed)
  // the day of compiling, not the clock: the same tables give the same ids in every ledger
  if (append.length)
    await store.append(
      append.map((body) => ({ body, by })),
      { at: `${parsed.compiled}T00:00:00.000Z` },
    )
  if (withdraw.length)
    await store.append(withdraw.map((of) => ({ body: { type: 'withdrawal', of } as const, by, reason: 'its row has changed' })))
  return { name: parsed.name, appended: append.length, withdrawn: withdraw.length }
}
