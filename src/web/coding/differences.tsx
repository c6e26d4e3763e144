import { dayName, partyName } from '../parts/names.ts'
import { NoDefault } from '../parts/no-default.tsx'
import { NothingWritten } from '../parts/written.tsx'
import { GuidelineWords, ScoreWords, scoreValues } from '../undertaking/scores.tsx'
import { alikeRow, figure, type MeasureRow } from './agreement.tsx'
import { DifferencesFrame } from './frame.tsx'
import type { Difference, DifferencesPage } from './props.ts'

/** Where two coders differ, to be decided by a third person, and how well coders agree. */
export function DifferencesView({ page }: { readonly page: DifferencesPage }) {
  const { author, differences, refused } = page
  return (
    <DifferencesFrame
      page={page}
      title="Where coders differ"
      class="coding"
      says="Two coders scored the same party by the same guideline, neither knowing the other’s score. A third person decides and says why; both scores stay beside the decision, and in the figures."
      queue={{ path: '/coding', label: 'Coding' }}
      measures={measures(page.agreement)}
      none="No party has been scored by two coders under one guideline yet."
      note="Of a coder who scored again the oldest score counts: a later one may have been given in sight of the other’s."
    >
      {differences.map((one) => (
        <DifferenceView key={one.id} difference={one} author={author} refused={refused?.id === one.id ? refused : undefined} />
      ))}
    </DifferencesFrame>
  )
}

interface DifferenceProps {
  readonly difference: Difference
  readonly author: string | undefined
  readonly refused: DifferencesPage['refused']
}

function DifferenceView({ difference, author, refused }: DifferenceProps) {
  const { id, party, guideline, undertaking, first, second, evidence } = difference
  const numbers = new Map(evidence.map((one, i) => [one.id, i + 1]))
  const name = `reason-${id.replace(/[^A-Za-z0-9]+/g, '-')}`
  return (
    <li class="pair" data-stop={id}>
      <h2>
        <a href={`/undertakings/${encodeURIComponent(undertaking.id)}`}>{undertaking.label}</a>: {partyName(party)}
      </h2>
      <div class="sides">
        {[first, second].map((score) => (
          <p key={score.id} class="side">
            <ScoreWords score={score} numbers={numbers} />
          </p>
        ))}
      </div>
      <GuidelineWords guideline={guideline} />
      {evidence.length > 0 && (
        <ol class="evidence">
          {evidence.map((line) => (
            <li key={line.id}>
              <b>{line.shows}</b> {dayName(line.date)} {line.text} <span class="by">{line.publisher}</span>
            </li>
          ))}
        </ol>
      )}
      {refused && <NothingWritten why={refused.why} />}
      {author === first.by || author === second.by ? (
        <p class="by">You are one of the two coders: a third person decides.</p>
      ) : (
        author !== undefined && (
          <form method="post" action="/coding/decide" class="answers">
            <input type="hidden" name="party" value={party} />
            <input type="hidden" name="guideline" value={guideline.id} />
            <input type="hidden" name="first" value={first.id} />
            <input type="hidden" name="second" value={second.id} />
            <NoDefault />
            <label class="reason" for={name}>
              Why
            </label>
            <input id={name} name="reason" type="text" maxLength={4000} required autocomplete="off" value={refused?.reason ?? ''} />
            {scoreValues.map(({ value, word, says }) => (
              <button key={value} type="submit" name="value" value={value}>
                {word}
                {says && ` ${says}`}
              </button>
            ))}
          </form>
        )
      )}
    </li>
  )
}

function measures({
  pairs,
  same,
  numbers,
  kappaLinear,
  kappaQuadratic,
  alphaOrdinal,
  alphaNominal,
}: DifferencesPage['agreement']): MeasureRow[] {
  return [
    alikeRow(pairs, same),
    ['Cohen’s kappa, weighted, linear', figure(kappaLinear), numbers, 'two coders; +1 against −1 weighs twice what +1 against 0 does'],
    ['Cohen’s kappa, weighted, quadratic', figure(kappaQuadratic), numbers, 'the same, four times'],
    ['Krippendorff’s alpha, ordinal', figure(alphaOrdinal), numbers, 'for any number of coders; the values in their order'],
    ['Krippendorff’s alpha, nominal', figure(alphaNominal), pairs, 'with “not applicable” and “unverifiable” as values of their own'],
  ]
}
