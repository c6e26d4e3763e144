import type { Document, Entry, Of, Programme, Relation, SeriesDeclared, Standing } from '../../ledger/nouns.ts'
import { tellingOf } from '../../ledger/telling.ts'
import type { File, Pace } from '../show/file.ts'

/** A wording of an undertaking in a text of the ledger. */
export interface Wording {
  readonly quote: string
  /** To the wording before it, or to the entry. */
  readonly relation: Relation
  readonly document?: Document
}

/** One undertaking of a programme as it stands on a day. */
export interface EntryStanding {
  readonly entry: Entry
  readonly standing: Standing
  readonly why: string
  /** How many pieces of evidence there are, of whatever kind. */
  readonly evidence: number
  /** How many pieces contradict it. */
  readonly against: number
  /** The evidence that tells why it stands so. */
  readonly latest?: Of<'evidence'>
  readonly searches: readonly Of<'search'>[]
  /** Targets that a series shows, and how far that has come. */
  readonly paces: readonly Pace[]
  readonly wordings: readonly Wording[]
}

/** A series of a programme with its values. */
export interface SeriesValues {
  readonly series: SeriesDeclared['series']
  readonly observations: readonly Of<'observation'>[]
}

/** A programme as it stands on a day. */
export interface Overview {
  readonly programme: Programme
  readonly asOf: string
  /** In the order of the programme. */
  readonly entries: readonly EntryStanding[]
  readonly series: readonly SeriesValues[]
}

/** What a file says of an undertaking that an overview shows. */
type Found = Pick<File, 'evidence' | 'searches' | 'series' | 'documents'> & {
  readonly undertaking: Pick<File['undertaking'], 'standing' | 'members'>
  readonly assessment: Pick<File['assessment'], 'why'>
}

/** What an overview shows of the file of one entry on a day: nothing that is said later. */
export function standingOfEntry(
  entry: Entry,
  { undertaking, assessment, evidence, searches, series, documents }: Found,
  asOf: string,
): EntryStanding {
  const latest = tellingOf(undertaking.standing, evidence, entry.date)
  return {
    entry,
    standing: undertaking.standing,
    why: assessment.why,
    evidence: evidence.length,
    against: evidence.filter(({ shows }) => shows === 'contradicts').length,
    ...(latest ? { latest } : {}),
    searches,
    paces: series,
    wordings: undertaking.members
      .filter(({ witnessOf, date = '' }) => witnessOf === undefined && date <= asOf)
      .map(({ statement, relation, document }) => {
        const found = documents.get(document)
        return { quote: statement.quote, relation, ...(found ? { document: found } : {}) }
      }),
  }
}

/** How many undertakings stand how. */
export function tally(entries: readonly Pick<EntryStanding, 'standing'>[]): Map<Standing, number> {
  const counts = new Map<Standing, number>()
  for (const { standing } of entries) counts.set(standing, (counts.get(standing) ?? 0) + 1)
  return counts
}
