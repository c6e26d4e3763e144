import { dayName, titleOf } from '../parts/names.ts'
import type { CorrectionLine, Given, StatementPage } from './props.ts'

const choices = {
  kind: ['commitment', 'proposal', 'position', 'report'],
  force: ['binding', 'agreed', 'intent', 'ready', 'should', 'none'],
  aspect: ['new', 'continuing', 'resumed', 'reaffirmed'],
  negated: ['no', 'yes'],
} as const

/** The names of the fields, as people say them, with a word of help. */
const fields: readonly (readonly [name: keyof Given, label: string, help?: string])[] = [
  ['kind', 'Kind'],
  ['force', 'Force'],
  ['parties', 'Who is bound', 'codes or names, with commas: CN, KZ'],
  ['attribution', 'In whose words'],
  ['act', 'Act', 'the verb: open, build'],
  ['aspect', 'Aspect'],
  ['negated', 'Promises not to'],
  ['deadline', 'Time limit', 'words of the statement'],
  ['deadlineDay', 'Last day of it'],
  ['condition', 'Condition'],
  ['doubt', 'Doubt', 'empty it to accept the statement as it is'],
]

/** One statement: what was read in it and why, and the form in which a person says otherwise. */
export function StatementView({ page }: { readonly page: StatementPage }) {
  const { document, note } = page
  return (
    <article class="statement">
      <header class="lede">
        <p class="over">
          Statement · <a href={`/texts/${document.id}#s-${note.id}`}>{titleOf(document)}</a>
          {document.date && <> · {dayName(document.date)}</>}
        </p>
        <h1>What was read in it</h1>
        <blockquote class="context">
          <span class="by">{page.before}</span>
          <span class={`s kind-${note.kind} force-${note.force}`}>{page.quote}</span>
          <span class="by">{page.after}</span>
        </blockquote>
        {note.undertaking && (
          <p class="by">
            <a href={`/undertakings/${encodeURIComponent(note.undertaking.id)}`}>Its undertaking</a>
          </p>
        )}
      </header>
      {page.refused && <Refused refused={page.refused} />}
      {page.author ? <Form page={page} author={page.author} /> : <p>You may read this page, not correct it.</p>}
      <Corrections page={page} />
      <section aria-labelledby="grounds">
        <h2 id="grounds">How it is known</h2>
        <ul class="why">
          {note.grounds.map((ground) => (
            <li key={ground.field}>
              {ground.field}: {ground.basis} <span class="by">({ground.rule})</span>
            </li>
          ))}
        </ul>
      </section>
    </article>
  )
}

function Refused({ refused }: { readonly refused: NonNullable<StatementPage['refused']> }) {
  return (
    <div class="done" role="alert">
      <p>
        <b>Nothing was written.</b> {refused.why}
      </p>
      {refused.meanwhile.length > 0 && (
        <ul>
          {refused.meanwhile.map((line) => (
            <li key={line.id}>
              <Said line={line} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Said({ line }: { readonly line: CorrectionLine }) {
  return (
    <>
      {line.field}: {line.value === '' ? <i>taken away</i> : <b>{line.value}</b>}{' '}
      <span class="by">
        {line.by}, {dayName(line.at.slice(0, 10))}
        {line.reason && `: ${line.reason}`}
      </span>
    </>
  )
}

function Form({ page, author }: { readonly page: StatementPage; readonly author: string }) {
  const shown = page.refused?.given ?? page.given
  return (
    <form method="post" action={`/statements/${page.note.id}`} class="correcting">
      <input type="hidden" name="seen" value={page.corrections.map(({ id }) => id).join(' ')} />
      <div class="filters">
        {fields.map(([name, label, help]) => (
          <p key={name}>
            <label for={`field-${name}`}>{label}</label>
            <Input name={name} value={shown[name]} />
            {help && (
              <span class="by" id={`help-${name}`}>
                {help}
              </span>
            )}
          </p>
        ))}
      </div>
      <p class="reason">
        <label for="field-reason">Why</label>
        <input
          id="field-reason"
          name="reason"
          type="text"
          maxLength={1000}
          required
          value={page.refused?.reason ?? ''}
          autocomplete="off"
        />
      </p>
      <p>
        <button type="submit">Correct</button>{' '}
        <span class="by">What you change goes into the journal as {author}’s and can be taken back.</span>
      </p>
    </form>
  )
}

function Input({ name, value }: { readonly name: keyof Given; readonly value: string }) {
  const id = `field-${name}`
  if (name in choices)
    return (
      <select id={id} name={name}>
        {choices[name as keyof typeof choices].map((one) => (
          <option key={one} value={one} selected={one === value}>
            {one}
          </option>
        ))}
      </select>
    )
  if (name === 'deadlineDay') return <input id={id} name={name} type="date" value={value} />
  return <input id={id} name={name} type="text" value={value} maxLength={2000} autocomplete="off" />
}

function Corrections({ page }: { readonly page: StatementPage }) {
  if (page.corrections.length === 0) return null
  return (
    <section aria-labelledby="corrections">
      <h2 id="corrections">Corrected</h2>
      <ul class="corrections">
        {page.corrections.map((line) => (
          <li key={line.id}>
            <Said line={line} />
            {page.author && (page.undoes || page.author === line.by) && (
              <form method="post" action={`/statements/${page.note.id}/undo`} class="answers">
                <input type="hidden" name="of" value={line.id} />
                <button type="submit">Take back</button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
