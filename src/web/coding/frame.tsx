import type { ComponentChildren } from 'preact'
import { Keys } from '../parts/keys.tsx'
import { count } from '../parts/names.ts'
import { NothingWritten, Written } from '../parts/written.tsx'
import { AgreementTable, type MeasureRow } from './agreement.tsx'

/** What pages of differences have in common. */
interface Differing {
  readonly total: number
  readonly differences: readonly { readonly id: string }[]
  readonly done?: string
  readonly refused?: { readonly id: string; readonly why: string }
}

interface FrameProps {
  readonly page: Differing
  readonly title: string
  readonly class: string
  /** What the page is for. */
  readonly says: string
  /** The queue from which differences come. */
  readonly queue: { readonly path: string; readonly label: string }
  readonly measures: readonly MeasureRow[]
  /** Said where nobody has judged anything twice, and what counts of somebody who judged again. */
  readonly none: string
  readonly note: string
  /** The differences, an item of a list each. */
  readonly children: ComponentChildren
}

/** A page of differences between two people, to be decided by a third, and how well people agree. */
export function DifferencesFrame({ page, title, class: name, says, queue, measures, none, note, children }: FrameProps) {
  const { total, differences, done, refused } = page
  return (
    <article class={name}>
      <header class="lede">
        <h1>{title}</h1>
        <p class="measure">{says}</p>
        <p class="by" role="status">
          {count(total, 'difference')} to be decided. <Keys of={[['j k', 'next and back']]} />
          <a href={queue.path}>{queue.label}</a>
        </p>
        {done && <Written action={`${queue.path}/undo`} of={done} from="differences" />}
      </header>
      {refused && !differences.some(({ id }) => id === refused.id) && <NothingWritten why={refused.why} />}
      <ol class="pairs">{children}</ol>
      {total > differences.length && <p class="by">The first {differences.length} are shown; decide them to see the others.</p>}
      <AgreementTable rows={measures} none={none} note={note} />
    </article>
  )
}
