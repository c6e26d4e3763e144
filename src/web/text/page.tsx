import { count, dayName, partyNames, titleOf } from '../parts/names.ts'
import { Outside } from '../programme/series-chart.tsx'
import { type Paragraph, type Piece, paragraphsOf } from './pieces.ts'
import type { Note, TextPage } from './props.ts'

/** The reading room: the text as received, with what was read in it. */
export function TextView({ page }: { readonly page: TextPage }) {
  const { document } = page
  const title = titleOf(document)
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
        {page.original && <Original id={document.id} original={page.original} />}
        {page.remarks.map((remark) => (
          <p class="by" key={remark}>
            {remark}
          </p>
        ))}
        {page.unsaved && <Unsaved page={page} />}
        <Key />
      </header>
      {page.points.length > 0 && (
        <nav class="outline" aria-label="Points of the text">
          <ol>
            {page.points.map((point) => (
              <li key={point.at} value={point.number}>
                <a href={`#p-${point.at}`}>{point.label}</a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div class="leaves">
        {paragraphsOf(page).map((paragraph) => (
          <Leaf key={paragraph.from} paragraph={paragraph} points={page.points} unsaved={page.unsaved !== undefined} />
        ))}
      </div>
      <Refused page={page} />
    </article>
  )
}

const forms = { text: 'plain text', html: 'page (HTML)', pdf: 'PDF', docx: 'Word file' } as const

/** The document as received: to be saved, or only its hash where its bytes are not kept. */
function Original({ id, original: { form, hash, size } }: { readonly id: string; readonly original: NonNullable<TextPage['original']> }) {
  return (
    <p class="by">
      {size === undefined ? (
        `The original, a ${forms[form]}, is not kept`
      ) : (
        <>
          <a href={`/texts/${id}/original`} download>
            The original as received
          </a>
          , {forms[form]}, {bytes(size)}
        </>
      )}{' '}
      <span title={`SHA-256 ${hash}`}>({hash.slice(0, 12)}…)</span>
    </p>
  )
}

const bytes = (size: number): string =>
  size < 1000 ? count(size, 'byte') : size < 1e6 ? `${Math.round(size / 1000)} KB` : `${(size / 1e6).toFixed(1)} MB`

/** What the text touches, and the form that puts it into the ledger. */
function Unsaved({ page }: { readonly page: TextPage }) {
  const { title, date, publisher } = page.document
  const known = new Map(page.notes.flatMap(({ undertaking }) => (undertaking ? [[undertaking.id, undertaking] as const] : [])))
  return (
    <div class="done">
      <p>
        Read, not stored.{' '}
        {known.size === 0 ? 'It touches no undertaking that the ledger knows.' : `It touches ${count(known.size, 'known undertaking')}:`}
      </p>
      <ul class="touched">
        {[...known.values()].map(({ id, label, unsure }) => (
          <li key={id}>
            {unsure && 'perhaps '}
            <a href={`/undertakings/${encodeURIComponent(id)}`}>{label}</a>
          </li>
        ))}
      </ul>
      {page.storing && (
        <form method="post" action="/texts" enctype="multipart/form-data">
          <input type="hidden" name="title" value={title ?? ''} />
          <input type="hidden" name="date" value={date ?? ''} />
          <input type="hidden" name="publisher" value={publisher ?? ''} />
          <input type="hidden" name="exact" value={page.unsaved ?? ''} />
          <button type="submit">Put it into the ledger</button>
        </form>
      )}
    </div>
  )
}

function Key() {
  return (
    <ul class="key legend">
      <li>
        <span class="s kind-commitment">commitment</span>
      </li>
      <li>
        <span class="s kind-proposal">proposal</span>
      </li>
      <li>
        <span class="s kind-position">position</span>
      </li>
      <li>
        <span class="s kind-report">report</span>
      </li>
      <li>
        <span class="damaged">damaged</span>
      </li>
      <li>
        <span class="furniture">not part of the text</span>
      </li>
    </ul>
  )
}

function Leaf({
  paragraph,
  points,
  unsaved,
}: {
  readonly paragraph: Paragraph
  readonly points: TextPage['points']
  readonly unsaved: boolean
}) {
  const to = paragraph.from + paragraph.pieces.reduce((sum, piece) => sum + piece.text.length, 0)
  return (
    <div class="leaf">
      <p class="text">
        {points
          .filter(({ at }) => at >= paragraph.from && at < to)
          .map(({ at }) => (
            <span key={at} id={`p-${at}`} />
          ))}
        {paragraph.pieces.map((piece, i) => (
          <PieceView key={i} piece={piece} />
        ))}
      </p>
      {paragraph.notes.length > 0 && (
        <ol class="notes">
          {paragraph.notes.map((note) => (
            <NoteView key={note.id} note={note} unsaved={unsaved} />
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
  ].filter(Boolean)
  const anchors = piece.opens.map((note) => <span key={note.id} class="anchor" id={`s-${note.id}`} />)
  if (classes.length === 0) return <>{piece.text}</>
  return (
    <span class={classes.join(' ')} title={piece.damage} data-notes={piece.notes.map((note) => note.id).join(' ') || undefined}>
      {anchors}
      {piece.text}
    </span>
  )
}

function NoteView({ note, unsaved }: { readonly note: Note; readonly unsaved: boolean }) {
  const said = [note.aspect !== 'new' && note.aspect, note.negated && 'not to', note.attribution && `as ${note.attribution} says`].filter(
    Boolean,
  )
  const limits = [
    note.deadline && `when: ${note.deadline}`,
    note.target && `how much: ${note.target}`,
    note.condition && `if: ${note.condition}`,
    note.hedges.length > 0 && `hedged: ${note.hedges.join(', ')}`,
    note.mechanisms.length > 0 && `through: ${note.mechanisms.join(', ')}`,
  ].filter(Boolean)
  return (
    <li class={`note kind-${note.kind}`} id={`n-${note.id}`} data-stop={note.id}>
      <p>
        <a href={`#s-${note.id}`} class="kind">
          {note.kind}
        </a>
        {note.force !== 'none' && <span class="force"> {note.force}</span>} · {partyNames(note.parties)} · <i>{note.act}</i>
        {said.length > 0 && ` · ${said.join(' · ')}`}
      </p>{' '}
      <details>
        <summary aria-label="why">?</summary>
        <ul class="why">
          {note.grounds.map((ground) => (
            <li key={ground.field}>
              {ground.field}: {ground.basis} <span class="by">({ground.rule})</span>
            </li>
          ))}
          {note.place && 'path' in note.place && (
            <li>
              in the original: <code>{note.place.path}</code>, characters {note.place.from} to {note.place.to}
            </li>
          )}
        </ul>
      </details>
      {limits.length > 0 && <p class="by">{limits.join(' · ')}</p>}
      {note.place && 'page' in note.place && (
        <p class="by">
          on {note.place.toPage === undefined ? `page ${note.place.page}` : `pages ${note.place.page} to ${note.place.toPage}`} of the
          original
        </p>
      )}
      {note.doubt && <p class="doubt">to be looked at: {note.doubt}</p>}
      {(note.undertaking || !unsaved) && (
        <p class="by">
          {note.undertaking?.unsure && 'perhaps '}
          {note.undertaking && (
            <a href={`/undertakings/${encodeURIComponent(note.undertaking.id)}`}>{note.undertaking.label || 'its undertaking'}</a>
          )}
          {!unsaved && (
            <>
              {note.undertaking && ' · '}
              <a href={`/statements/${note.id}`} data-key="e">
                correct
              </a>
            </>
          )}
        </p>
      )}
    </li>
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
              </span>
            </li>
          ))}
        </ol>
      </details>
    </section>
  )
}

/** The list names each clause by its opening; the whole of it stands in the text above. */
function clip(text: string): string {
  return text.length > 160 ? `${text.slice(0, 157)}…` : text
}
