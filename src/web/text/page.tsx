import { nameOf } from '../../ledger/documents.ts'
import { Keys } from '../parts/keys.tsx'
import { count, dayName, partyNames } from '../parts/names.ts'
import { Outside } from '../programme/series-chart.tsx'
import { NoDefault, NoteView, RejectionView } from './note.tsx'
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
              <li key={point.at} value={point.number}>
                <a href={`#p-${point.at}`}>{point.label}</a>
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
          {page.received ? (
            <>
              <input type="hidden" name="received-name" value={page.received.name} />
              {page.received.url && <input type="hidden" name="received-url" value={page.received.url} />}
              {page.received.type && <input type="hidden" name="received-type" value={page.received.type} />}
              <input type="hidden" name="received" value={page.received.bytes} />
            </>
          ) : (
            <input type="hidden" name="exact" value={page.unsaved ?? ''} />
          )}
          <button type="submit">Put it into the ledger</button>
        </form>
      )}
    </div>
  )
}

/** What was just written, and what else can be shown. */
function Seeing({ page: { document, rejected, rejections, done, author } }: { readonly page: TextPage }) {
  return (
    <>
      {done && author && (
        <form method="post" action={`/texts/${document.id}/undo`} class="done">
          <input type="hidden" name="of" value={done} />
          {rejected && <input type="hidden" name="rejected" value="1" />}
          Written.{' '}
          <button type="submit" data-key="z">
            Take back
          </button>
        </form>
      )}
      {rejections.length > 0 && (
        <p class="by">
          <a href={rejected ? `/texts/${document.id}` : `/texts/${document.id}?rejected=1`} data-key="x">
            {rejected ? 'Hide what was refused' : 'Show what was refused in the text'}
          </a>
        </p>
      )}
    </>
  )
}

const keys = [
  ['j k', 'next and back'],
  ['a', 'accept'],
  ['r', 'refuse'],
  ['e', 'correct'],
  ['s', 'split'],
  ['o', 'join with the next'],
  ['n', 'add what is selected'],
  ['?', 'why'],
  ['x', 'what was refused'],
  ['z', 'take back'],
] as const

/** The two forms of the reading room: a word on a statement at hand, and words that the reader missed. */
function Words({ page: { document, rejected, author } }: { readonly page: TextPage }) {
  return (
    <div class="words">
      <form method="post" action={`/texts/${document.id}/word`} id="word">
        {rejected && <input type="hidden" name="rejected" value="1" />}
        <NoDefault form="word" />
        <label>
          Why <input name="reason" type="text" maxLength={1000} autocomplete="off" />
        </label>
      </form>
      <form action={`/texts/${document.id}/draw`}>
        <input type="hidden" name="near" value="0" />
        <label>
          Missed words <input name="words" type="text" maxLength={3000} autocomplete="off" required data-key="n" />
        </label>{' '}
        <button type="submit">Add a statement</button>
      </form>
      <p class="by">
        As {author}. <Keys of={keys} />
      </p>
    </div>
  )
}

function Key({ rejected }: { readonly rejected: boolean }) {
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
      {rejected && (
        <li>
          <span class="rejected">refused by the reader</span>
        </li>
      )}
    </ul>
  )
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
