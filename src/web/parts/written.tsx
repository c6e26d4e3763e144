import type { ComponentChildren } from 'preact'

interface WrittenProps {
  /** Where the form that takes it back is sent. */
  readonly action: string
  /** Id of the judgement just made. */
  readonly of: string
  /** The page to come back to, where the address serves several. */
  readonly from?: string
}

/** What was just written, and the way back. */
export function Written({ action, of, from }: WrittenProps) {
  return (
    <form method="post" action={action} class="done">
      <input type="hidden" name="of" value={of} />
      {from && <input type="hidden" name="from" value={from} />}
      Written.{' '}
      <button type="submit" data-key="z">
        Take back
      </button>
    </form>
  )
}

interface NothingWrittenProps {
  readonly why: string
  /** What changed since the form was opened, a line each. */
  readonly meanwhile?: readonly { readonly id: string; readonly line: ComponentChildren }[]
}

/** Why a form was not taken, and what changed since it was opened. */
export function NothingWritten({ why, meanwhile = [] }: NothingWrittenProps) {
  return (
    <div class="done" role="alert">
      <p>
        <b>Nothing was written.</b> {why}
      </p>
      {meanwhile.length > 0 && (
        <ul>
          {meanwhile.map(({ id, line }) => (
            <li key={id}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
