import type { Change } from '../../compare/drift/nouns.ts'
import type { Document } from '../../ledger/nouns.ts'
import { dayName } from '../parts/names.ts'
import { Choices } from './choices.tsx'
import { SeriesOffered } from './offers.tsx'
import type { Offers } from './props.ts'

/** An undertaking or position of the two texts, with what became of it. */
export interface DriftLine {
  readonly change: Change
  readonly also: readonly Change[]
  readonly kind: string
  readonly old?: { readonly quote: string; readonly force: string; readonly id: string }
  readonly new?: { readonly quote: string; readonly force: string; readonly id: string }
  readonly note: string
}

export interface DriftPage {
  readonly choices: readonly Document[]
  readonly old?: Document
  readonly new?: Document
  readonly lines: readonly DriftLine[]
  /** While two texts are not chosen. */
  readonly offers?: Offers
}

/** What each change says, from the one that is asked for first. */
const words: Readonly<Record<Change, string>> = {
  firmer: 'firmer',
  softer: 'softer',
  number: 'another number',
  deadline: 'another deadline',
  party: 'other parties',
  condition: 'another condition',
  narrower: 'narrower',
  wider: 'wider',
  done: 'reported done',
  new: 'new: not in the older text',
  gone: 'gone: not in the newer text, which is all that it means',
  repeated: 'repeated',
}

/** What a later text says otherwise than an earlier one. */
export function DriftView({ page }: { readonly page: DriftPage }) {
  const groups = (Object.keys(words) as Change[]).map((change) => ({ change, lines: page.lines.filter((line) => line.change === change) }))
  return (
    <article class="drift">
      <header class="lede">
        <h1>From text to text</h1>
        <p class="measure">
          What a later text of the same parties adds, firms up, softens or no longer says.{' '}
          <a href={page.old && page.new ? `/compare?text=${page.old.id}&text=${page.new.id}` : '/compare'}>Copies of one text</a> are
          compared elsewhere.
        </p>
        <Choose page={page} />
        {page.old && page.new && (
          <ul class="tally">
            {groups
              .filter(({ lines }) => lines.length > 0)
              .map(({ change, lines }) => (
                <li key={change}>
                  <b>{lines.length}</b> <a href={`#${change}`}>{change}</a>
                </li>
              ))}
          </ul>
        )}
      </header>
      {page.offers && <SeriesOffered of={page.offers.series} />}
      {page.old &&
        page.new &&
        groups
          .filter(({ lines }) => lines.length > 0)
          .map(({ change, lines }) => (
            <section key={change} aria-labelledby={change}>
              <h2 id={change}>{words[change]}</h2>
              <ol class="differences">
                {lines.map((line, i) => (
                  <Line key={i} line={line} page={page} />
                ))}
              </ol>
            </section>
          ))}
    </article>
  )
}

function Choose({ page }: { readonly page: DriftPage }) {
  const fields = [
    { name: 'old', label: 'Older text', chosen: page.old },
    { name: 'new', label: 'Newer text', chosen: page.new },
  ]
  return (
    <form action="/drift" class="filters">
      {fields.map(({ name, label, chosen }) => (
        <p key={name}>
          <label for={`drift-${name}`}>{label}</label>
          <select id={`drift-${name}`} name={name}>
            <option value="">choose</option>
            <Choices of={page.choices} chosen={chosen} />
          </select>
        </p>
      ))}
      <p class="do">
        <button type="submit">Compare</button>
      </p>
    </form>
  )
}

function Line({ line, page }: { readonly line: DriftLine; readonly page: DriftPage }) {
  return (
    <li data-stop={`${line.old?.id ?? ''} ${line.new?.id ?? ''}`}>
      <p class="by">
        {line.kind}
        {line.also.length > 0 && ` · also ${line.also.join(', ')}`}
        {line.note && ` · ${line.note}`}
      </p>
      <ul class="readings">
        <Side side={line.old} document={page.old} />
        <Side side={line.new} document={page.new} />
      </ul>
    </li>
  )
}

function Side({ side, document }: { readonly side: DriftLine['old']; readonly document: Document | undefined }) {
  if (!side || !document)
    return (
      <li>
        <i class="by">not in this text</i>
      </li>
    )
  return (
    <li>
      <span class="by">
        {dayName(document.date)}
        {side.force !== 'none' && ` · ${side.force}`}
      </span>{' '}
      <a href={`/texts/${document.id}#s-${side.id}`}>{side.quote}</a>
    </li>
  )
}
