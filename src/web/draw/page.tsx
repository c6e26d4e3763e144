import { nameOf } from '../../ledger/documents.ts'
import { aspects, forces, kinds } from '../../model.ts'
import { Field, Why } from '../parts/field.tsx'
import { dayName } from '../parts/names.ts'
import { NothingWritten } from '../parts/written.tsx'
import type { DrawGiven, DrawPage } from './props.ts'

const plain = (values: readonly string[]) => values.map((one) => [one, one] as const)
const choices: Partial<Record<keyof DrawGiven, readonly (readonly [string, string])[]>> = {
  kind: [['', 'choose'], ...plain(kinds)],
  force: [['', 'choose'], ...forces.map((one) => [one, one === 'none' ? 'none (position, report)' : one] as const)],
  aspect: [['', 'not said'], ...plain(aspects)],
  negated: [
    ['', 'no'],
    ['yes', 'yes'],
  ],
}

const shared: readonly (readonly [name: keyof DrawGiven, label: string, help?: string])[] = [
  ['kind', 'Kind'],
  ['force', 'Force'],
  ['parties', 'Who is bound', 'codes or names, with commas: CN, KZ'],
  ['attribution', 'In whose words'],
  ['aspect', 'Aspect'],
  ['negated', 'Promises not to'],
]
const own: readonly (readonly [name: keyof DrawGiven, label: string, help?: string])[] = [
  ['act', 'Act', 'the verb: open, build'],
  ['deadline', 'Time limit', 'words of the statement'],
  ['deadlineDay', 'Last day of it'],
  ['condition', 'Condition'],
  ['mechanisms', 'Bodies and instruments', 'with commas'],
  ['places', 'Places', 'with commas'],
  ['topics', 'Topics', 'with commas'],
]

const titles = { add: 'Add a statement', split: 'Split a statement', join: 'Join statements' }
const leads = {
  add: 'Words of the text that the reader missed, and what they say. What you leave empty is not known; nothing is guessed. What stands in the fields is what the reader makes of the words alone.',
  split:
    'Put each part on a line of its own. Who is bound, kind and force hold for every part; acts, places and time limits go to the part that names them.',
  join: 'All words from the first statement to the last become one. The fields have what the statements have alike.',
}

/** The form in which a person draws statements. */
export function DrawView({ page }: { readonly page: DrawPage }) {
  const { document, what } = page
  const at = page.away[0]
  return (
    <article class="statement">
      <header class="lede">
        <p class="over">
          Statement · <a href={`/texts/${document.id}${at ? `#n-${at.id}` : ''}`}>{nameOf(document)}</a>
          {document.date && <> · {dayName(document.date)}</>}
        </p>
        <h1>{titles[what]}</h1>
        <p class="measure">{leads[what]}</p>
        {page.quote && (
          <blockquote class="context">
            <span class="by">{page.before}</span>
            <mark>{page.quote}</mark>
            <span class="by">{page.after}</span>
          </blockquote>
        )}
      </header>
      {page.refused && <NothingWritten why={page.refused} />}
      {page.author ? <Form page={page} author={page.author} /> : <p>This server is for reading only.</p>}
    </article>
  )
}

function Form({ page, author }: { readonly page: DrawPage; readonly author: string }) {
  const { what, given } = page
  return (
    <form method="post" action={`/texts/${page.document.id}/draw`} class="correcting">
      {page.away.map(({ id, state }) => (
        <input key={id} type="hidden" name="away" value={`${id} ${state}`} />
      ))}
      <input type="hidden" name="near" value={page.near} />
      {what === 'join' ? (
        <ol class="by">
          {page.away.map(({ id, quote }) => (
            <li key={id}>{quote}</li>
          ))}
        </ol>
      ) : (
        <p class="reason">
          <label for="field-words">{what === 'split' ? 'Its parts, each on a line' : 'Its words, as they stand in the text'}</label>
          <textarea id="field-words" name="words" rows={what === 'split' ? 5 : 3} maxLength={10_000} required>
            {page.words}
          </textarea>
        </p>
      )}
      <div class="filters">
        {[...shared, ...(what === 'split' ? [] : own)].map(([name, label, help]) => (
          <Field
            key={name}
            name={name}
            label={label}
            help={help}
            value={given[name]}
            options={choices[name]}
            type={name === 'deadlineDay' ? 'date' : 'text'}
          />
        ))}
      </div>
      {page.also.length > 0 && <p class="by">It also keeps: {page.also.map(({ field, value }) => `${field}: ${value}`).join(' · ')}</p>}
      <Why value={page.reason} />
      <p>
        <button type="submit">{titles[what]}</button>{' '}
        <span class="by">It goes into the journal as {author}’s and can be taken back. Every field is then known to be judged.</span>
      </p>
    </form>
  )
}
