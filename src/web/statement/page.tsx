import { nameOf } from '../../ledger/documents.ts'
import { aspects, forces, kinds } from '../../model.ts'
import { Field, Why } from '../parts/field.tsx'
import { dayName } from '../parts/names.ts'
import { NoDefault } from '../parts/no-default.tsx'
import { NothingWritten } from '../parts/written.tsx'
import { basisWords, Grounds } from '../text/note.tsx'
import type { Word } from '../text/props.ts'
import type { CorrectionLine, Given, StatementPage } from './props.ts'

const choices = {
  kind: kinds,
  force: forces,
  aspect: aspects,
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
          Statement · <a href={`/texts/${document.id}#s-${note.id}`}>{nameOf(document)}</a>
          {document.date && <> · {dayName(document.date)}</>}
        </p>
        <h1>What was read in it</h1>
        <blockquote class="context">
          <span class="by">{page.before}</span>
          <span class={`s kind-${note.kind} force-${note.force}`}>{page.quote}</span>
          <span class="by">{page.after}</span>
        </blockquote>
        <p class="by">
          {note.undertaking && (
            <>
              <a href={`/undertakings/${encodeURIComponent(note.undertaking.id)}`}>Its undertaking</a> ·{' '}
            </>
          )}
          {page.gone ? 'It is no statement any more' : basisWords(note)}
        </p>
      </header>
      {page.refused && (
        <NothingWritten
          why={page.refused.why}
          meanwhile={page.refused.meanwhile.map((line) => ({ id: line.id, line: <Said line={line} /> }))}
        />
      )}
      {page.gone ? <Gone page={page} gone={page.gone} /> : <Whole page={page} />}
      {!page.author && <p>You may read this page, not correct it.</p>}
      {page.author && !page.gone && (
        <section aria-labelledby="fields">
          <h2 id="fields">Correct its fields</h2>
          <Form page={page} author={page.author} />
        </section>
      )}
      <Corrections page={page} />
      <section aria-labelledby="grounds">
        <h2 id="grounds">How it is known</h2>
        <Grounds note={note} />
      </section>
    </article>
  )
}

/** The statement as a whole: accepted, refused, split; drawn by whom. */
function Whole({ page }: { readonly page: StatementPage }) {
  const { note, document, author } = page
  return (
    <>
      {note.drawn && <TakeBack page={page} word={note.drawn} what="Drawn" />}
      {author && (
        <form method="post" action={`/texts/${document.id}/word`} class="answers">
          <input type="hidden" name="back" value="statement" />
          <NoDefault />
          <button type="submit" name="accept" value={`${note.id} ${note.state}`} data-key="a">
            Accept
          </button>
          <button type="submit" name="refuse" value={`${note.id} ${note.state}`} data-key="r">
            Refuse
          </button>
          <label class="reason">
            Why <input type="text" name="reason" maxLength={1000} autocomplete="off" />
          </label>
          <a href={`/texts/${document.id}/draw?away=${note.id}`} data-key="s">
            Split
          </a>
        </form>
      )}
    </>
  )
}

/** Who took a statement away, and what stands for it. */
function Gone({ page, gone }: { readonly page: StatementPage; readonly gone: NonNullable<StatementPage['gone']> }) {
  return (
    <>
      <TakeBack page={page} word={gone.word} what={`${gone.what.charAt(0).toUpperCase()}${gone.what.slice(1)}`} />
      {gone.now && (
        <p>
          <a href={`/statements/${gone.now}`}>What stands for it now</a>
        </p>
      )}
    </>
  )
}

function TakeBack({ page, word, what }: { readonly page: StatementPage; readonly word: Word; readonly what: string }) {
  return (
    <div class="done">
      <form method="post" action={`/texts/${page.document.id}/undo`} class="answers">
        <input type="hidden" name="of" value={word.id} />
        <span>
          {what} by {word.by}, {dayName(word.at.slice(0, 10))}
          {word.reason && `: ${word.reason}`}
        </span>
        {page.author && (page.undoes || page.author === word.by) && (
          <button type="submit" data-key="z">
            Take back
          </button>
        )}
      </form>
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
          <Field
            key={name}
            name={name}
            label={label}
            help={help}
            value={shown[name]}
            options={name in choices ? choices[name as keyof typeof choices].map((one) => [one, one] as const) : undefined}
            type={name === 'deadlineDay' ? 'date' : 'text'}
          />
        ))}
      </div>
      <Why value={page.refused?.reason ?? ''} />
      <p>
        <button type="submit">Correct</button>{' '}
        <span class="by">What you change goes into the journal as {author}’s and can be taken back.</span>
      </p>
    </form>
  )
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
