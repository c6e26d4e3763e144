import type { InForce, Rows } from '../ledger/dump.ts'
import type { Judgement, Of } from '../ledger/nouns.ts'

/** One text that an export makes. A name without folders; pieces in order, each a whole number of lines or rows wherever the format has them. */
export interface File {
  readonly name: string
  readonly pieces: AsyncIterable<string>
}

/** All rows at once, for the small ones of a ledger: what people declared or judged. */
export async function gather<T>(rows: Rows<T>): Promise<readonly T[]> {
  const out: T[] = []
  for await (const row of rows) out.push(row)
  return out
}

/** A judgement in force of one type. */
export type InForceOf<T extends Judgement['type']> = Omit<InForce, 'judgement'> & { readonly judgement: Of<T> }

/** Those of a type, in the order of the journal. */
export function ofType<T extends Judgement['type']>(journal: readonly InForce[], type: T): readonly InForceOf<T>[] {
  return journal.filter((row): row is InForce & InForceOf<T> => row.judgement.type === type)
}
