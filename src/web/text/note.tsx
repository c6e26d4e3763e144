import { partyNames } from '../parts/names.ts'
import type { Note, TextPage } from './props.ts'

/** How a statement is known, in words: "stated", "implied by a rule", "judged: drawn by anna". */
export function basisWords({ basis, drawn, accepted, grounds }: Note): string {
  const judged = grounds
    .filter((ground) => ground.basis === 'judged' && ground.field !== 'span' && ground.field !== 'doubt')
    .map(({ field }) => field)
  const known = { stated: 'stated', implied: 'implied by a rule', judged: `judged: drawn by ${drawn?.by ?? 'a person'}` }[basis]
  return [known, !drawn && judged.length > 0 && `corrected: ${judged.join(', ')}`, accepted && `accepted by ${accepted.by}`]
    .filter(Boolean)
    .join(' · ')
}

/** How each field is known: the rule, and the words that it goes by. */
export function Grounds({ note }: { readonly note: Note }) {
  return (
    <ul class="why">
      {note.grounds.map((ground) => (
        <li key={ground.field}>
          {ground.field}: {ground.basis} <span class="by">({ground.rule})</span>
          {ground.words && (
            <>
              {' '}
              <q>{ground.words}</q>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

/** What the reading room does with a note. */
export interface NoteSetting {
  readonly document: string
  /** The text is in no ledger: nothing can be said of it. */
  readonly unsaved: boolean
  readonly judging: boolean
}

/** A statement in the margin. */
export function NoteView({ note, next, setting }: { readonly note: Note; readonly next: Note | undefined; readonly setting: NoteSetting }) {
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
        {note.force !== 'none' && <span class="force"> {note.force}</span>} · {partyNames(note.parties)}
        {note.act && (
          <>
            {' '}
            · <i>{note.act}</i>
          </>
        )}
        {said.length > 0 && ` · ${said.join(' · ')}`}
      </p>{' '}
      <details>
        <summary aria-label="why">?</summary>
        <Grounds note={note} />
        {note.place && 'path' in note.place && (
          <p class="by">
            in the original: <code>{note.place.path}</code>, characters {note.place.from} to {note.place.to}
          </p>
        )}
      </details>
      {limits.length > 0 && <p class="by">{limits.join(' · ')}</p>}
      {note.place && 'page' in note.place && (
        <p class="by">
          on {note.place.toPage === undefined ? `page ${note.place.page}` : `pages ${note.place.page} to ${note.place.toPage}`} of the
          original
        </p>
      )}
      {note.doubt && <p class="doubt">to be looked at: {note.doubt}</p>}
      <p class="by">
        {basisWords(note)}
        {note.undertaking && (
          <>
            {' · '}
            {note.undertaking.unsure && 'perhaps '}
            <a href={`/undertakings/${encodeURIComponent(note.undertaking.id)}`}>{note.undertaking.label || 'its undertaking'}</a>
          </>
        )}
      </p>
      {!setting.unsaved && <Actions note={note} next={next} setting={setting} />}
    </li>
  )
}

function Actions({
  note,
  next,
  setting: { document, judging },
}: {
  readonly note: Note
  readonly next: Note | undefined
  readonly setting: NoteSetting
}) {
  const draw = (ids: readonly string[]) => `/texts/${document}/draw?${ids.map((id) => `away=${id}`).join('&')}`
  return (
    <p class="by acts">
      {judging && (
        <>
          <button type="submit" form="word" name="accept" value={`${note.id} ${note.state}`} data-key="a">
            accept
          </button>
          <button type="submit" form="word" name="refuse" value={`${note.id} ${note.state}`} data-key="r">
            refuse
          </button>
        </>
      )}
      <a href={`/statements/${note.id}`} data-key="e">
        correct
      </a>
      {judging && (
        <a href={draw([note.id])} data-key="s">
          split
        </a>
      )}
      {judging && next && (
        <a href={draw([note.id, next.id])} data-key="o">
          join with next
        </a>
      )}
    </p>
  )
}

/** A clause that the reader refused, in the margin. */
export function RejectionView({
  rejection: { span, gate, rule },
  setting: { document, judging },
}: {
  readonly rejection: TextPage['rejections'][number]
  readonly setting: NoteSetting
}) {
  const id = `r-${span.from}-${span.to}`
  return (
    <li class="note rejection" id={`n-${id}`} data-stop={id}>
      <p>
        <a href={`#s-${id}`}>no statement</a> · {gate}
      </p>{' '}
      <span class="by">({rule})</span>
      {judging && (
        <p class="by acts">
          <a href={`/texts/${document}/draw?from=${span.from}&to=${span.to}`} data-key="n">
            add it
          </a>
        </p>
      )}
    </li>
  )
}
