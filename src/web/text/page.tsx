import { nameOf } from '../../ledger/documents.ts'
import { count, dayName, partyNames } from '../parts/names.ts'
import { Outside } from '../programme/series-chart.tsx'
import { Copies, Key, Original, Seeing, Unsaved, Words } from './lede.tsx'
import { NoteView, RejectionView } from './note.tsx'
import { type Paragraph, type Piece, paragraphsOf } from './pieces.ts'
import type { TextPage } from './props.ts'

/** The reading room: the text as received, with what was read in it. */
export function TextView({ page }: { readonly page: TextPage }) {
  const { document } = page
  const title = nameOf(document)
  return (
    <article class="reading" data-island="reading">
      <header class="lede">
        <p class="over">
          Text · {partyNames(page.parties)} {document.date && <>· {dayName(document.date)}</>}
        </p>
        <h1>{title}</h1>
        <p class="by">
          {document.publisher && `${document.publisher} `}
          {document.url && <Outside url={document.url} />}
          {(document.publisher || document.url) && ' · '}
          {count(page.notes.length, 'statement')}, {count(page.damage.length, 'damaged stretch', 'damaged stretches')},{' '}
          {count(page.rejections.length, 'clause')} refused
        </p>
        <Copies page={page} />
        {page.original && <Original id={document.id} original={page.original} />}
        {page.remarks.map((remark) => (
          <p class="by" key={remark}>
            {remark}
          </p>
        ))}
        {page.unsaved !== undefined && <Unsaved page={page} />}
        {page.unsaved === undefined && <Seeing page={page} />}
        <Key rejected={page.rejected} />
      </header>
      {page.author && <Words page={page} />}
      {page.points.length > 0 && (
        <nav class="outline" aria-label="Points of the text">
          <ol>
            {page.points.map((point) => (
              <li key={point.at}>
                <a href={`#p-${point.at}`}>{nameOfPoint(point)}</a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div class="leaves">
        {paragraphsOf(page).map((paragraph) => (
          <Leaf key={paragraph.from} paragraph={paragraph} page={page} />
        ))}
      </div>
      <Refused page={page} />
      <TakenAway page={page} />
    </article>
  )
}

/** A point by its number and heading; by its number alone where the text has no more. */
function nameOfPoint({ number, label }: TextPage['points'][number]): string {
  if (/^[\p{N}.()]+$/u.test(label.trim())) return `Point ${number}`
  return /^\P{L}*\p{N}/u.test(label) ? label : `${number}. ${label}`
}

function Leaf({ paragraph, page }: { readonly paragraph: Paragraph; readonly page: TextPage }) {
  const { points, notes, document } = page
  const setting = { document: document.id, unsaved: page.unsaved !== undefined, judging: page.author !== undefined }
  const to = paragraph.from + paragraph.pieces.reduce((sum, piece) => sum + piece.text.length, 0)
  return (
    <div class="leaf">
      <p class="text" data-from={paragraph.from}>
        {points
          .filter(({ at }) => at >= paragraph.from && at < to)
          .map(({ at }) => (
            <span key={at} id={`p-${at}`} />
          ))}
        {paragraph.pieces.map((piece, i) => (
          <PieceView key={i} piece={piece} />
        ))}
      </p>
      {paragraph.notes.length + paragraph.rejections.length > 0 && (
        <ol class="notes">
          {paragraph.notes.map((note) => (
            <NoteView key={note.id} note={note} next={notes[notes.indexOf(note) + 1]} setting={setting} />
          ))}
          {paragraph.rejections.map((one) => (
            <RejectionView key={`${one.span.from}-${one.span.to}-${one.rule}`} rejection={one} setting={setting} />
          ))}
        </ol>
      )}
    </div>
  )
}

function PieceView({ piece }: { readonly piece: Piece }) {
  const inner = piece.notes.at(-1)
  const classes = [
    inner && `s kind-${inner.kind} force-${inner.force}`,
    piece.damage && 'damaged',
    piece.furniture && 'furniture',
    piece.heading && 'heading',
    piece.rejected && 'rejected',
  ].filter(Boolean)
  const anchors = [...piece.opens.map(({ id }) => id), ...piece.rejects].map((id) => <span key={id} class="anchor" id={`s-${id}`} />)
  if (classes.length === 0) return <>{piece.text}</>
  return (
    <span
      class={classes.join(' ')}
      title={piece.damage}
      data-notes={[...piece.notes.map((note) => note.id), ...(piece.rejected ? [piece.rejected] : [])].join(' ') || undefined}
    >
      {anchors}
      {piece.text}
    </span>
  )
}

function Refused({ page }: { readonly page: TextPage }) {
  if (page.rejections.length === 0) return null
  return (
    <section aria-labelledby="refused">
      <h2 id="refused">What was refused</h2>
      <details>
        <summary>{count(page.rejections.length, 'clause')} that looked like a statement, with the gate that each failed</summary>
        <ol class="refused">
          {page.rejections.map((one) => (
            <li key={`${one.span.from}-${one.span.to}-${one.rule}`}>
              <q>{clip(page.text.slice(one.span.from, one.span.to))}</q>{' '}
              <span class="by">
                {one.gate} ({one.rule})
              </span>{' '}
              {page.author && <a href={`/texts/${page.document.id}/draw?from=${one.span.from}&to=${one.span.to}`}>add it</a>}
            </li>
          ))}
        </ol>
      </details>
    </section>
  )
}

/** Statements that people took away, each with who did and why; taken back in one step. */
function TakenAway({ page: { away, document, author, undoes } }: { readonly page: TextPage }) {
  if (away.length === 0) return null
  return (
    <section aria-labelledby="away">
      <h2 id="away">What people took away</h2>
      {author && <form method="post" action={`/texts/${document.id}/undo`} id="undo" />}
      <ol class="refused">
        {away.map(({ id, quote, what, word }) => (
          <li key={id} id={`n-${id}`} data-stop={id}>
            <q>{clip(quote)}</q>{' '}
            <span class="by">
              {what} by {word.by}, {dayName(word.at.slice(0, 10))}
              {word.reason && `: ${word.reason}`}
            </span>{' '}
            {author && (undoes || author === word.by) && (
              <button type="submit" form="undo" name="of" value={word.id}>
                take back
              </button>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The list names each clause by its opening; the whole of it stands in the text above. */
function clip(text: string): string {
  return text.length > 160 ? `${text.slice(0, 157)}…` : text
}
