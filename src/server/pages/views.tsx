import { BriefView } from '../../web/brief/page.tsx'
import { DriftView } from '../../web/compare/drift.tsx'
import { CompareView } from '../../web/compare/page.tsx'
import { LedgerView } from '../../web/ledger/page.tsx'
import { MatrixView, matrices } from '../../web/matrix/page.tsx'
import { PasteView } from '../../web/paste/page.tsx'
import { PhraseView } from '../../web/phrase/page.tsx'
import { ProgrammeView } from '../../web/programme/page.tsx'
import { ReviewView } from '../../web/review/page.tsx'
import { SearchView } from '../../web/search/page.tsx'
import { TextsView } from '../../web/texts/page.tsx'
import type { PageOf } from '../answer.tsx'
import { assetPath } from '../assets.ts'
import type { loadCompare, loadDrift } from './compare.ts'
import type { loadBrief, loadLedger, loadMatrix, loadProgramme, loadReview, loadSearch, loadTexts } from './loaders.ts'
import type { loadPhrase } from './phrase.ts'

const keys = [assetPath('keys')]

/** The map's geography is large: loaded with the first page that draws one. */
export function programmePage(): PageOf<NonNullable<Awaited<ReturnType<typeof loadProgramme>>>> {
  return {
    title: (page) => page.programme.title,
    view: async (page) =>
      page.places.length > 0 ? (
        <ProgrammeView page={page} geography={(await import('./geography.ts')).geography()} />
      ) : (
        <ProgrammeView page={page} />
      ),
    scripts: keys,
  }
}

export const ledgerPage: PageOf<Awaited<ReturnType<typeof loadLedger>>> = {
  title: () => 'Ledger',
  view: (page) => <LedgerView page={page} />,
  scripts: keys,
}

export const searchPage: PageOf<Awaited<ReturnType<typeof loadSearch>>> = {
  title: ({ text }) => (text ? `Search: ${text}` : 'Search'),
  view: (page) => <SearchView page={page} />,
  scripts: keys,
  search: ({ text }) => text,
}

export const reviewPage: PageOf<Awaited<ReturnType<typeof loadReview>>> = {
  title: () => 'Review',
  view: (page) => <ReviewView page={page} />,
  scripts: keys,
}

export const textsPage: PageOf<Awaited<ReturnType<typeof loadTexts>>> = {
  title: () => 'Texts',
  view: (page) => <TextsView page={page} />,
  scripts: keys,
}

export const briefPage: PageOf<Awaited<ReturnType<typeof loadBrief>>> = {
  title: () => 'Brief',
  view: (page) => <BriefView page={page} />,
  scripts: keys,
}

export const pastePage: PageOf<{ fetches: boolean }> = {
  title: () => 'Read a text',
  view: ({ fetches }) => <PasteView fetches={fetches} />,
  scripts: keys,
  alone: true,
}

export const comparePage: PageOf<NonNullable<Awaited<ReturnType<typeof loadCompare>>>> = {
  title: () => 'Compare',
  view: (page) => <CompareView page={page} />,
  scripts: keys,
}

export const matrixPage: PageOf<Awaited<ReturnType<typeof loadMatrix>>> = {
  title: ({ matrix }) => matrices[matrix].label,
  view: (page) => <MatrixView page={page} />,
  scripts: keys,
}

export const driftPage: PageOf<NonNullable<Awaited<ReturnType<typeof loadDrift>>>> = {
  title: () => 'From text to text',
  view: (page) => <DriftView page={page} />,
  scripts: keys,
}

export const phrasePage: PageOf<Awaited<ReturnType<typeof loadPhrase>>> = {
  title: ({ words }) => (words ? `“${words}” through the years` : 'A phrase through the years'),
  view: (page) => <PhraseView page={page} />,
  scripts: keys,
}
