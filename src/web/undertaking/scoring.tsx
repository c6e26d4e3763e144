import { count, partyName } from '../parts/names.ts'
import { StandingMark } from '../parts/standing.tsx'
import type { PartyLine, UndertakingPage } from './props.ts'
import { GuidelineWords, ScoreWords, stages, windowWords } from './scores.tsx'
import { GuidelineForm, ScoreForm } from './scoring-forms.tsx'
import { TakeBack } from './take-back.tsx'

/** How the parties stand, what their scores rest on, and the forms that score them. */
export function Scoring({ page }: { readonly page: UndertakingPage }) {
  const { byParty, guidelines, author, blind } = page
  if (byParty.length === 0 && guidelines.length === 0 && author === undefined) return null
  const numbers = new Map(page.evidence.map(({ id }, i) => [id, i + 1]))
  return (
    <section aria-labelledby="score">
      <h2 id="score">By party</h2>
      {byParty.length > 0 && <PartyTable page={page} />}
      {byParty.some(({ score }) => score) && (
        <details open={page.refused?.form === 'score'}>
          <summary>Every score as it was given</summary>
          <ul class="given">
            {byParty.map(({ party, score }) =>
              score?.given.map((one) => (
                <li key={one.id}>
                  {partyName(party)}: <ScoreWords score={one} numbers={numbers} />
                  {(page.undoes || author === one.by) && <TakeBack on={page.id} of={one.id} />}
                </li>
              )),
            )}
          </ul>
        </details>
      )}
      {guidelines.length > 0 && (
        <ul class="guidelines">
          {guidelines.map((one) => (
            <li key={one.id} id={`g-${one.id}`}>
              <GuidelineWords guideline={one} />
              {(page.undoes || author === one.by) && <TakeBack on={page.id} of={one.id} />}
            </li>
          ))}
        </ul>
      )}
      {author !== undefined && (
        <>
          <GuidelineForm page={page} />
          {blind ? (
            <p class="by">
              Scores are given on the page <a href="/coding">Coding</a> while you code blind.
            </p>
          ) : (
            guidelines.length > 0 && <ScoreForm page={page} />
          )}
        </>
      )}
    </section>
  )
}

function PartyTable({ page }: { readonly page: UndertakingPage }) {
  return (
    <table class="plain by-party">
      <thead>
        <tr>
          <th scope="col">Party</th>
          <th scope="col">Standing</th>
          <th scope="col">Score</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {page.byParty.map((line) => (
          <tr key={line.party}>
            <th scope="row">{line.party ? partyName(line.party) : 'nobody named'}</th>
            <td>
              <StandingMark standing={line.standing} />
            </td>
            <td>
              <PartyScore line={line} />
            </td>
            <td>
              {line.why}
              {line.score && (
                <p class="by">
                  <a href={`#g-${line.score.guideline.id}`}>Guideline of {line.score.guideline.by}</a>, {windowWords(line.score.guideline)}.
                  Coders: {line.score.coders.join(', ')}; {count(line.score.versions, 'version')}.
                </p>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function PartyScore({ line: { score } }: { readonly line: PartyLine }) {
  if (!score) return <>not scored</>
  return (
    <>
      {score.value}{' '}
      <span class="by">
        ({score.state}
        {score.stage !== undefined && `; stage ${score.stage} of 3, ${stages[score.stage]}`})
      </span>
      {score.state === 'disagreed' && (
        <>
          {' '}
          <a href="/coding/differences">to be decided</a>
        </>
      )}
    </>
  )
}
