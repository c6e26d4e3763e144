import { nameOf } from '../../ledger/documents.ts'
import { Keys } from '../parts/keys.tsx'
import { count, dayName } from '../parts/names.ts'
import { NoDefault } from '../parts/no-default.tsx'
import type { TextPage } from './props.ts'

const forms = { text: 'plain text', html: 'page (HTML)', pdf: 'PDF', docx: 'Word file' } as const

/** The document as received: to be saved, or only its hash where its bytes are not kept. */
export function Original({
  id,
  original: { form, hash, size },
}: {
  readonly id: string
  readonly original: NonNullable<TextPage['original']>
}) {
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

/** Other copies of the text, each with the way to set both side by side. */
export function Copies({ page: { document, copies = [] } }: { readonly page: TextPage }) {
  if (copies.length === 0) return null
  return (
    <ul class="by copies">
      {copies.map((copy) => (
        <li key={copy.id}>
          Another copy: <a href={`/texts/${copy.id}`}>{nameOf(copy)}</a>
          {copy.publisher && `, ${copy.publisher}`}
          {copy.date && `, ${dayName(copy.date)}`} · <a href={`/compare?text=${copy.id}&text=${document.id}`}>what differs</a>
        </li>
      ))}
    </ul>
  )
}

const bytes = (size: number): string =>
  size < 1000 ? count(size, 'byte') : size < 1e6 ? `${Math.round(size / 1000)} KB` : `${(size / 1e6).toFixed(1)} MB`

/** What the text touches, and the form that puts it into the ledger. */
export function Unsaved({ page }: { readonly page: TextPage }) {
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
export function Seeing({ page: { document, rejected, rejections, done, author } }: { readonly page: TextPage }) {
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
export function Words({ page: { document, rejected, author } }: { readonly page: TextPage }) {
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

/** What the colours and marks of the text mean. */
export function Key({ rejected }: { readonly rejected: boolean }) {
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
