import { letterOf } from '../../compare/letters.ts'
import { nameOf } from '../../ledger/documents.ts'
import { count, dayName } from '../parts/names.ts'
import { Choices } from './choices.tsx'
import { CopiesOffered, SeriesOffered } from './offers.tsx'
import type { ComparePage, DifferenceLine, Stretch } from './props.ts'

/** Texts side by side: what changes the meaning first, what does not folded away. */
export function CompareView({ page }: { readonly page: ComparePage }) {
  return (
    <article class="compare">
      <header class="lede">
        <h1>Compare</h1>
        <p class="measure">
          Copies of one text side by side. What a later text says otherwise than an earlier one is shown{' '}
          <a href={driftOf(page.chosen)}>from text to text</a>, and a phrase <a href="/phrase">through the years</a>.
        </p>
        <Choose page={page} />
      </header>
      {page.offers && (
        <>
          <CopiesOffered of={page.offers.copies} chosen={page.chosen[0]} />
          <SeriesOffered of={page.offers.series} chosen={page.chosen[0]} />
        </>
      )}
      {page.chosen.length > 1 && (
        <>
          <ol class="witnesses">
            {page.chosen.map((document, i) => (
              <li key={document.id}>
                <b>{letterOf(i)}</b> <a href={`/texts/${document.id}`}>{nameOf(document)}</a>{' '}
                <span class="by">{[document.publisher, document.date && dayName(document.date)].filter(Boolean).join(', ')}</span>
              </li>
            ))}
          </ol>
          {page.notes.map((note) => (
            <p class="doubt" key={note}>
              {note}
            </p>
          ))}
          <Apart page={page} />
          {isApart(page) ? (
            <details class="apart">
              <summary>Compare them word by word all the same: {count(page.meaning.length, 'difference')} of meaning</summary>
              <Compared page={page} />
            </details>
          ) : (
            <Compared page={page} />
          )}
        </>
      )}
    </article>
  )
}

/** Whether no two of the texts are copies of one another. */
const isApart = ({ apart, chosen }: ComparePage): boolean => apart.length === (chosen.length * (chosen.length - 1)) / 2

/** What is said first of texts that are no copies of one another, with the way that suits them. */
function Apart({ page }: { readonly page: ComparePage }) {
  const { apart, chosen } = page
  if (apart.length === 0) return null
  const letters = apart.map(([a, b]) => `${letterOf(a)} and ${letterOf(b)}`)
  return (
    <div class="done">
      <p>
        {isApart(page) ? 'These texts are no copies of one another' : `${letters.join(', ')} are no copies of one another`}: less than half
        of their words stand in both in the same order, so that nearly every sentence counts as a difference.
      </p>
      <ul>
        {apart.map(([a, b]) => (
          <li key={`${a} ${b}`}>
            <a href={driftOf(chosen.filter((_, i) => i === a || i === b))}>
              What the later one adds, firms up, softens or no longer says
              {chosen.length > 2 && `, ${letterOf(a)} and ${letterOf(b)}`}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** All differences, and the texts. */
function Compared({ page }: { readonly page: ComparePage }) {
  return (
    <>
      <section aria-labelledby="meaning">
        <h2 id="meaning">{count(page.meaning.length, 'difference')} of meaning</h2>
        {page.meaning.length === 0 && <p>None was found.</p>}
        <Kinds lines={page.meaning} />
        <Differences lines={page.meaning} />
      </section>
      {page.quiet.length > 0 && (
        <section aria-labelledby="quiet">
          <h2 id="quiet">Other wording</h2>
          <details>
            <summary>{count(page.quiet.length, 'difference')} of wording and spelling that change nothing that is meant</summary>
            <Differences lines={page.quiet} />
          </details>
        </section>
      )}
      <SideBySide page={page} />
    </>
  )
}

/** The same two texts, the older first, on the page that follows what was promised from one to the other. */
function driftOf(chosen: ComparePage['chosen']): string {
  const [old, fresh] = [...chosen].sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1))
  return old && fresh ? `/drift?old=${old.id}&new=${fresh.id}` : '/drift'
}

function Choose({ page }: { readonly page: ComparePage }) {
  return (
    <form action="/compare" class="filters">
      {[0, 1, 2].map((place) => (
        <p key={place}>
          <label for={`text-${place}`}>Text {letterOf(place)}</label>
          <select id={`text-${place}`} name="text">
            <option value="">{place > 1 ? 'none' : 'choose'}</option>
            <Choices of={page.choices} chosen={page.chosen[place]} />
          </select>
        </p>
      ))}
      <p class="do">
        <button type="submit">Compare</button>
      </p>
    </form>
  )
}

/** How many of which kind there are, in the order of the list. */
function Kinds({ lines }: { readonly lines: readonly DifferenceLine[] }) {
  const counts = new Map<string, number>()
  for (const { class: kind } of lines) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  if (counts.size < 2) return null
  return (
    <ul class="tally">
      {[...counts].map(([kind, n]) => (
        <li key={kind}>
          <b>{n}</b> {kind}
        </li>
      ))}
    </ul>
  )
}

/** Differences one after the other; a reason that speaks of whole texts is said once. */
function Differences({ lines }: { readonly lines: readonly DifferenceLine[] }) {
  return (
    <ol class="differences">
      {lines.map((line, i) => (
        <Difference key={i} line={line} told={likelierOf(line) === likelierOf(lines[i - 1])} />
      ))}
    </ol>
  )
}

const likelierOf = (line: DifferenceLine | undefined): string | undefined =>
  line?.why && `Likelier: ${(line.groups[0] ?? []).map(letterOf).join(', ')}, ${line.why}`

function Difference({ line, told }: { readonly line: DifferenceLine; readonly told: boolean }) {
  return (
    <li data-stop={line.note}>
      <p>
        <b class={`difference is-${line.class}`}>{line.class}</b> {line.effect || line.note}
        {line.statement && <span class="by"> · touches a statement</span>}
        {line.row !== undefined && (
          <>
            {' '}
            <a class="by" href={`#row-${line.row + 1}`}>
              in the texts
            </a>
          </>
        )}
      </p>
      <ul class="readings">
        {line.readings.map((reading, i) => (
          <li key={letterOf(i)}>
            <b>{letterOf(i)}</b> <Reading reading={reading} around={line.around[i] ?? null} />
          </li>
        ))}
      </ul>
      {!told && line.why && <p class="by">{likelierOf(line)}</p>}
    </li>
  )
}

/** What a witness reads, marked within the words around it. */
function Reading({ reading, around }: { readonly reading: string | null; readonly around: DifferenceLine['around'][number] }) {
  const read = reading === null ? <i>nothing</i> : <mark>{reading}</mark>
  if (!around) return read
  return (
    <>
      <span class="around">{around.before}</span>
      {read}
      {reading === null && ' '}
      <span class="around">{around.after}</span>
    </>
  )
}

function SideBySide({ page }: { readonly page: ComparePage }) {
  return (
    <section aria-labelledby="texts">
      <h2 id="texts">The texts</h2>
      <div class="sheet">
        <table class="collation">
          <thead>
            <tr>
              {page.chosen.map((document, i) => (
                <th scope="col" key={document.id}>
                  {letterOf(i)} · {nameOf(document)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.rows.map((cells, row) => (
              <tr key={row} id={`row-${row + 1}`}>
                {cells.map((cell, i) => (
                  <td key={i}>{cell ? cell.map((part, n) => <Part key={n} part={part} />) : <i class="by">nothing</i>}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Part({ part }: { readonly part: Stretch }) {
  if (!part.class) return <>{part.text}</>
  return (
    <mark class={part.class === 'wording' ? 'quiet' : undefined} title={part.class}>
      {part.text}
    </mark>
  )
}
