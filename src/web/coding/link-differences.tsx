import { dayName } from '../parts/names.ts'
import { NoDefault } from '../parts/no-default.tsx'
import { NothingWritten } from '../parts/written.tsx'
import { alikeRow, figure, type MeasureRow } from './agreement.tsx'
import { DifferencesFrame } from './frame.tsx'
import { answers, Sides } from './links.tsx'
import type { LinkDifference, LinkDifferencesPage, VerdictLine } from './props.ts'

/** Where two people differ on a link, to be decided by a third, and how well people agree. */
export function LinkDifferencesView({ page }: { readonly page: LinkDifferencesPage }) {
  const { author, differences, refused } = page
  return (
    <DifferencesFrame
      page={page}
      title="Where people differ on links"
      class="coding review"
      says="Two people judged the same pair, the second not knowing what the first had said. Until a third person decides, and says why, the first verdict binds; both stay beside the decision, and in the figures."
      queue={{ path: '/coding/links', label: 'Second verdicts' }}
      measures={measures(page.agreement)}
      none="No pair has been judged by two people yet."
      note="Of a person who judged again the oldest verdict counts."
    >
      {differences.map((one) => (
        <DifferenceView key={one.id} difference={one} author={author} refused={refused?.id === one.id ? refused : undefined} />
      ))}
    </DifferencesFrame>
  )
}

function measures({ pairs, same, kappa, alpha }: LinkDifferencesPage['agreement']): MeasureRow[] {
  return [
    alikeRow(pairs, same),
    ['Cohen’s kappa', figure(kappa), pairs, 'two people; same, different and unsure as three answers without an order'],
    ['Krippendorff’s alpha, nominal', figure(alpha), pairs, 'for any number of people; the same three answers'],
  ]
}

interface DifferenceProps {
  readonly difference: LinkDifference
  readonly author: string | undefined
  readonly refused: LinkDifferencesPage['refused']
}

function DifferenceView({ difference, author, refused }: DifferenceProps) {
  const { id, a, b, first, second } = difference
  const name = `reason-${id.replace(/[^A-Za-z0-9]+/g, '-')}`
  return (
    <li class="pair" data-stop={id}>
      <Sides pair={difference} />
      <div class="sides">
        <VerdictView line={first} />
        <VerdictView line={second} />
      </div>
      {refused && <NothingWritten why={refused.why} />}
      {author === first.by || author === second.by ? (
        <p class="by">You are one of the two: a third person decides.</p>
      ) : (
        author !== undefined && (
          <form method="post" action="/coding/links/decide" class="answers">
            <input type="hidden" name="a" value={a.node} />
            <input type="hidden" name="b" value={b.node} />
            <NoDefault />
            <label class="reason" for={name}>
              Why
            </label>
            <input id={name} name="reason" type="text" maxLength={500} required autocomplete="off" value={refused?.reason ?? ''} />
            {answers.map(({ value, word }) => (
              <button key={value} type="submit" name="verdict" value={value}>
                {word}
              </button>
            ))}
          </form>
        )
      )}
    </li>
  )
}

function VerdictView({ line }: { readonly line: VerdictLine }) {
  return (
    <p class="side">
      <b>{line.verdict}</b>{' '}
      <span class="by">
        {line.by}, {dayName(line.at.slice(0, 10))}
      </span>
      {line.reason && <> {line.reason}</>}
    </p>
  )
}
