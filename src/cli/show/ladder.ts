import type { DeclaredStep, LifeLine, WordingStep } from '../../ledger/history.ts'
import { fill } from '../layout.ts'
import { marks } from '../marks.ts'

/** From firm to loose. */
const rungs = ['binding', 'agreed', 'intent', 'ready', 'should'] as const
const left = 12
const cell = 11

/**
 * The wordings of an undertaking as steps through time: a column each, its sign on the rung of its force. What binds nobody does not stand
 * on it. Empty for fewer than two steps. Where they are more than fit, the middle is left out.
 */
export function ladderLines({ steps }: LifeLine, width: number): string[] {
  const stood = steps.filter(
    (step): step is WordingStep | DeclaredStep => (step.what === 'wording' || step.what === 'declared') && step.rank > 0,
  )
  if (stood.length < 2) return []
  const room = Math.max(3, Math.floor((width - left) / cell))
  const ends = [Math.ceil((room - 1) / 2), Math.floor((room - 1) / 2)] as const
  const shown = stood.length <= room ? stood : [...stood.slice(0, ends[0]), undefined, ...stood.slice(-ends[1])]
  const highest = Math.max(...stood.map(({ rank }) => rank))
  const lowest = Math.min(...stood.map(({ rank }) => rank))
  const lines = rungs.slice(5 - highest, 6 - lowest).map((rung) => {
    const [sign = '', word = ''] = marks[rung] ?? []
    const cells = shown.map((step) => fill(step ? (step.force === rung ? sign : '') : '…', cell))
    return `  ${fill(word, left - 4)} │${cells.join('')}`.trimEnd()
  })
  const days = shown.map((step) => fill(step ? (step.date ?? 'no date') : '', cell))
  return [...lines, `  ${' '.repeat(left - 4)} └${days.join('')}`.trimEnd()]
}
