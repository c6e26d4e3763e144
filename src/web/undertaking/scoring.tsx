import { count, dayName, partyName, partyNames } from '../parts/names.ts'
import { StandingMark } from '../parts/standing.tsx'
import type { GuidelineLine, PartyLine, RefusedForm, ScoreLine, UndertakingPage } from './props.ts'

/** What a score can be: its name in a form, its word, what it says. */
export const scoreValues = [
  { value: '1', word: '+1', says: 'full', key: 'f' },
  { value: '0', word: '0', says: 'partial, or under way', key: 'p' },
  { value: '-1', word: '−1', says: 'none, or contrary', key: 'n' },
  { value: 'not-applicable', word: 'not applicable', says: '', key: 'x' },
  { value: 'unverifiable', word: 'unverifiable', says: '', key: 'v' },
] as const

const stages = ['not begun', 'minimal', 'intermediate', 'full']

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

/** A window in words. */
export const windowWords = ({ from, to }: Pick<GuidelineLine, 'from' | 'to'>): string => `${dayName(from)} to ${to ? dayName(to) : 'open'}`

/** What counts as what, in one paragraph. */
export function GuidelineWords({ guideline }: { readonly guideline: GuidelineLine }) {
  const { full, partial, none, contrary, parties, by, at } = guideline
  return (
    <>
      <p class="by">
        Guideline for {parties.length > 0 ? partyNames(parties) : 'all parties'}, {windowWords(guideline)} · {by},{' '}
        {dayName(at.slice(0, 10))}
      </p>
      <dl class="counts">
        <dt>+1</dt>
        <dd>{full}</dd>
        <dt>0</dt>
        <dd>{partial}</dd>
        <dt>−1</dt>
        <dd>
          {none}
          {contrary && <> Or the contrary: {contrary}</>}
        </dd>
      </dl>
    </>
  )
}

/** One score as it was given, with what it rests on. */
export function ScoreWords({
  score,
  numbers,
}: {
  readonly score: Omit<ScoreLine, 'counts'>
  readonly numbers: ReadonlyMap<string, number>
}) {
  const rests = score.evidence.flatMap((id) => numbers.get(id) ?? [])
  return (
    <>
      <b>{score.value}</b>
      {score.stage !== undefined && `, stage ${score.stage} of 3`}{' '}
      <span class="by">({score.role === 'adjudication' ? 'decision' : `${score.role} coder`})</span>
      {score.reason && ` ${score.reason}`}
      {rests.length > 0 && ` Rests on no. ${rests.join(', ')}.`}{' '}
      <span class="by">
        {score.by}, {dayName(score.at.slice(0, 10))}
      </span>
    </>
  )
}

function TakeBack({ on, of }: { readonly on: string; readonly of: string }) {
  return (
    <form method="post" action="/evidence/undo" class="answers inline">
      <input type="hidden" name="on" value={on} />
      <input type="hidden" name="of" value={of} />
      <button type="submit">Take back</button>
    </form>
  )
}

/** Why a form was not taken, and what changed since it was opened. */
export function RefusedWords({ refused }: { readonly refused: Pick<RefusedForm, 'why' | 'meanwhile'> }) {
  return (
    <div class="done" role="alert">
      <p>
        <b>Nothing was written.</b> {refused.why}
      </p>
      {refused.meanwhile.length > 0 && (
        <ul>
          {refused.meanwhile.map((one) => (
            <li key={one.id}>
              {one.what}{' '}
              <span class="by">
                {[one.by, one.at && dayName(one.at.slice(0, 10))].filter(Boolean).join(', ')}
                {one.reason && `: ${one.reason}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function GuidelineForm({ page }: { readonly page: UndertakingPage }) {
  const refused = page.refused?.form === 'guideline' ? page.refused : undefined
  const given = (name: string, otherwise = '') => refused?.given[name]?.[0] ?? otherwise
  const days = [...page.entries.map(({ date }) => date ?? ''), ...page.wordings.map(({ document }) => document.date ?? '')]
  const [first] = days.filter((date) => /^\d{4}-\d\d-\d\d$/.test(date)).sort()
  return (
    <details class="judging" open={refused !== undefined}>
      <summary data-key="g">Write what counts, before you look</summary>
      <form method="post" action="/guidelines" class="correcting">
        <input type="hidden" name="on" value={page.id} />
        <input type="hidden" name="seen" value={page.seen.join(' ')} />
        <div class="filters">
          <p>
            <label for="guideline-from">Window from</label>
            <input id="guideline-from" name="from" type="date" value={given('from', dayAfter(first))} required />
          </p>
          <p>
            <label for="guideline-to">to</label>
            <input id="guideline-to" name="to" type="date" value={given('to', /^\d{4}-\d\d-\d\d$/.test(page.due ?? '') ? page.due : '')} />
            <span class="by">empty: open, and every score interim</span>
          </p>
          <p>
            <label for="guideline-parties">For whom</label>
            <input id="guideline-parties" name="parties" type="text" maxLength={1000} autocomplete="off" value={given('parties')} />
            <span class="by">codes with commas; empty: all</span>
          </p>
        </div>
        <Words form="guideline" name="full" label="+1, full: what is needed" value={given('full')} required />
        <Words form="guideline" name="partial" label="0, partial: what is needed" value={given('partial')} required />
        <Words form="guideline" name="none" label="−1, none: what makes it" value={given('none')} required />
        <Words form="guideline" name="contrary" label="−1, contrary: what deed against it" value={given('contrary')} />
        <Words form="guideline" name="reason" label="Why so" value={given('reason')} />
        <p>
          <button type="submit">Put it into the journal</button>
        </p>
      </form>
    </details>
  )
}

/** The day after an ISO day; nothing of nothing. */
const dayAfter = (day: string | undefined): string =>
  day === undefined ? '' : new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

function ScoreForm({ page }: { readonly page: UndertakingPage }) {
  const refused = page.refused?.form === 'score' ? page.refused : undefined
  const given = (name: string) => refused?.given[name] ?? []
  const parties = page.byParty.map(({ party }) => party).filter(Boolean)
  const latest = page.guidelines.at(-1)?.id
  return (
    <details class="judging" open={refused !== undefined}>
      <summary data-key="s">Score a party</summary>
      <form method="post" action="/scores" class="correcting">
        <input type="hidden" name="on" value={page.id} />
        <input type="hidden" name="seen" value={page.seen.join(' ')} />
        <div class="filters">
          <p>
            <label for="score-guideline">By the guideline</label>
            <select id="score-guideline" name="guideline">
              {page.guidelines.map((one) => (
                <option key={one.id} value={one.id} selected={one.id === (given('guideline')[0] ?? latest)}>
                  {windowWords(one)}, {one.parties.length > 0 ? one.parties.join(', ') : 'all'}
                </option>
              ))}
            </select>
          </p>
          <p>
            <label for="score-party">Whose score</label>
            {parties.length > 0 ? (
              <select id="score-party" name="party">
                {parties.map((party) => (
                  <option key={party} value={party} selected={party === given('party')[0]}>
                    {partyName(party)}
                  </option>
                ))}
              </select>
            ) : (
              <input id="score-party" name="party" type="text" maxLength={200} required value={given('party')[0] ?? ''} />
            )}
          </p>
          <p>
            <label for="score-value">Score</label>
            <select id="score-value" name="value">
              {scoreValues.map(({ value, word, says }) => (
                <option key={value} value={value} selected={value === given('value')[0]}>
                  {word}
                  {says && `: ${says}`}
                </option>
              ))}
            </select>
          </p>
          <Stage given={given('stage')[0]} />
        </div>
        <RestsOn evidence={page.evidence} given={given('evidence')} />
        <Words form="score" name="reason" label="Why" value={given('reason')[0] ?? ''} required />
        <p>
          <button type="submit">Put it into the journal</button>{' '}
          <span class="by">Score again when new facts come: the old score stays beside the new one.</span>
        </p>
      </form>
    </details>
  )
}

/** The second scale. */
export function Stage({ given }: { readonly given?: string | undefined }) {
  return (
    <p>
      <label for="score-stage">Stage</label>
      <select id="score-stage" name="stage">
        <option value="">not given</option>
        {stages.map((name, stage) => (
          <option key={name} value={String(stage)} selected={String(stage) === given}>
            {stage}: {name}
          </option>
        ))}
      </select>
    </p>
  )
}

interface RestsOnProps {
  readonly evidence: readonly { readonly id: string; readonly date?: string; readonly shows: string; readonly text: string }[]
  readonly given: readonly string[]
}

/** The pieces of evidence that a score may rest on, to be ticked. */
export function RestsOn({ evidence, given }: RestsOnProps) {
  if (evidence.length === 0) return null
  return (
    <fieldset class="rests">
      <legend>It rests on</legend>
      {evidence.map(({ id, date, shows, text }, i) => (
        <label key={id}>
          <input type="checkbox" name="evidence" value={id} checked={given.includes(id)} /> no. {i + 1}, {dayName(date)}, {shows}:{' '}
          {text.length > 120 ? `${text.slice(0, 120)}…` : text}
        </label>
      ))}
    </fieldset>
  )
}

interface WordsProps {
  readonly form: string
  readonly name: string
  readonly label: string
  readonly value: string
  readonly required?: boolean
}

function Words({ form, name, label, value, required = false }: WordsProps) {
  return (
    <p class="reason">
      <label for={`${form}-${name}`}>{label}</label>
      <input id={`${form}-${name}`} name={name} type="text" maxLength={4000} autocomplete="off" value={value} required={required} />
    </p>
  )
}
