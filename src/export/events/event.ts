import type { Dump } from '../../ledger/dump.ts'
import type { Member, TextHash } from '../../ledger/nouns.ts'
import type { Statement } from '../../model.ts'
import { type Codes, codesOf } from './codes.ts'

/** A wording of an undertaking as an event: who did what to whom, and all that neither scheme can hold. */
export interface Event {
  readonly undertaking: string
  readonly member: Member
  readonly codes: Codes
  /** Lists, never pairs: an act of twenty parties is one event. */
  readonly source: readonly string[]
  readonly target: readonly string[]
  /** Documents that print the text, its copies among them. */
  readonly mentions: number
}

/** Every wording as an event, in the order of the dump. Copies of a text are no events of their own; they are counted as mentions. */
export async function* eventsOf(dump: Dump): AsyncGenerator<Event> {
  const printed = await mentionsOf(dump)
  for await (const { id, members } of dump.undertakings)
    for (const member of members) {
      if (member.witnessOf) continue
      const { statement, hash } = member
      yield { undertaking: id, member, codes: codesOf(statement), ...actors(statement), mentions: printed.get(hash) ?? 1 }
    }
}

async function mentionsOf(dump: Dump): Promise<ReadonlyMap<TextHash, number>> {
  const original = new Map<TextHash, TextHash>()
  for await (const { hash, witnessOf } of dump.texts) if (witnessOf) original.set(hash, witnessOf)
  const counts = new Map<TextHash, number>()
  for await (const { hash } of dump.documents) {
    const first = original.get(hash) ?? hash
    counts.set(first, (counts.get(first) ?? 0) + 1)
  }
  return counts
}

/**
 * Who asks is the source of a proposal and who is asked its target; those who ask themselves among others are only asked. Of all else the
 * source is who is bound, stands or acted.
 */
function actors({ kind, parties, proposers = [], addressees }: Statement): Pick<Event, 'source' | 'target'> {
  if (kind !== 'proposal') return { source: parties, target: without(addressees, parties) }
  const others = without(proposers, parties)
  const asksAll = parties.every((party) => proposers.includes(party))
  return asksAll && others.length ? { source: others, target: parties } : { source: proposers, target: without(parties, proposers) }
}

const without = (parties: readonly string[], left: readonly string[]): readonly string[] => parties.filter((party) => !left.includes(party))
