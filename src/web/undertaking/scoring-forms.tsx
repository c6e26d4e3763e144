import { dayName, partyName } from '../parts/names.ts'
import type { UndertakingPage } from './props.ts'
import { scoreValues, stages, windowWords } from './scores.tsx'

/** The form that says what counts as what. */
export function GuidelineForm({ page }: { readonly page: UndertakingPage }) {
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
            <span class="by">names or codes, with commas; empty: all</span>
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

/** The form that scores a party. */
export function ScoreForm({ page }: { readonly page: UndertakingPage }) {
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
