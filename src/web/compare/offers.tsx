import { nameOf } from '../../ledger/documents.ts'
import type { Document } from '../../ledger/nouns.ts'
import { count, dayName, partyNames } from '../parts/names.ts'
import type { Offers } from './props.ts'

interface CopiesProps {
  readonly of: Offers['copies']
  /** The text that is chosen already. */
  readonly chosen?: Document | undefined
}

/** Copies that the ledger found, each with the way to set both side by side. */
export function CopiesOffered({ of, chosen }: CopiesProps) {
  return (
    <section aria-labelledby="offered-copies">
      <h2 id="offered-copies">{chosen ? 'Copies of this text' : 'Copies in this ledger'}</h2>
      {of.length === 0 ? (
        <p>
          {chosen ? 'None was found. Choose a second text above.' : 'None was found yet. Choose two texts above, or add a copy of one.'}
        </p>
      ) : (
        <ul class="offers">
          {of.map(({ first, copy }) => (
            <li key={`${first.id} ${copy.id}`}>
              <a href={`/compare?text=${first.id}&text=${copy.id}`}>{nameOf(copy)}</a>
              <p class="by">
                {by(copy)}; another copy: {by(first)}
                {nameOf(first) !== nameOf(copy) && `, ${nameOf(first)}`}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const by = ({ publisher, date }: Document): string => [publisher, dayName(date)].filter(Boolean).join(', ')

interface SeriesProps {
  readonly of: Offers['series']
  readonly chosen?: Document | undefined
}

/** Texts of the same parties, each two with the way to what changed from one to the other. */
export function SeriesOffered({ of, chosen }: SeriesProps) {
  if (of.length === 0) return null
  return (
    <section aria-labelledby="offered-series">
      <h2 id="offered-series">{chosen ? 'Before and after it, of the same parties' : 'Texts of the same parties, the last two'}</h2>
      <ul class="offers">
        {of.map(({ parties, old, new: fresh, texts }) => (
          <li key={`${old.id} ${fresh.id}`}>
            <a href={`/drift?old=${old.id}&new=${fresh.id}`}>
              {partyNames(parties)}: {dayName(old.date)} to {dayName(fresh.date)}
            </a>
            <p class="by">
              {nameOf(old)}; {nameOf(fresh)}
              {texts > 2 && ` (${count(texts, 'text')} in all)`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
