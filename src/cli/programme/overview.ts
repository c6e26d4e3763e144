import { daysOf } from '../../ledger/days.ts'
import type { Document, Entry, Of, Programme, Relation, SeriesDeclared, Standing } from '../../ledger/nouns.ts'
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
  /** The evidence of the latest deed since it was made. */
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
  const latest = latestOf(evidence, entry.date)
  return {
    entry,
    standing: undertaking.standing,
    why: assessment.why,
    evidence: evidence.length,
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

const firmness = { high: 2, medium: 1, low: 0 } as const

/**
 * The latest deed since the undertaking was made: of those that are sure where there are any, and a promise made again only where nothing
 * was done. Of one day the surest, then the one that was added last.
 */
function latestOf(evidence: readonly Of<'evidence'>[], since = ''): Of<'evidence'> | undefined {
  const day = ({ date }: Of<'evidence'>): string => daysOf(date ?? '')?.last ?? ''
  const rank = (piece: Of<'evidence'>): string => {
    const weak = piece.certainty === 'low' || piece.unverified ? 0 : 1
    return [weak, piece.shows === 'restates' ? 0 : 1, day(piece), firmness[piece.certainty]].join(' ')
  }
  let best: Of<'evidence'> | undefined
  for (const piece of evidence) if (day(piece) >= since && (!best || rank(piece) >= rank(best))) best = piece
  return best
}

/** How many undertakings stand how. */
export function tally(entries: readonly Pick<EntryStanding, 'standing'>[]): Map<Standing, number> {
  const counts = new Map<Standing, number>()
  for (const { standing } of entries) counts.set(standing, (counts.get(standing) ?? 0) + 1)
  return counts
}
