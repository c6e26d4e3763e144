import type { Member } from '../../ledger/nouns.ts'
import { fill } from '../layout.ts'
import { markOf, marks, step } from '../marks.ts'

const rungs = ['binding', 'agreed', 'intent', 'ready', 'should'] as const
const left = 12
const cell = 11

/**
 * The wordings of an undertaking as steps through time: a column each, its sign on the rung of its force. Only commitments stand on it;
 * copies of a text count once. Empty for fewer than two. Where they are more than fit, the middle is left out.
 */
export function ladderLines(members: readonly Member[], width: number): string[] {
  const steps = members.filter((member) => !member.witnessOf && step(member.statement.kind, member.statement.force) > 0)
  if (steps.length < 2) return []
  const room = Math.max(2, Math.floor((width - left - 2) / cell))
  const shown =
    steps.length <= room
      ? steps
      : [...steps.slice(0, Math.ceil((room - 1) / 2)), undefined, ...steps.slice(steps.length - Math.floor((room - 1) / 2))]
  const used = rungs.filter((rung, i) => between(i, steps) || steps.some(({ statement }) => statement.force === rung))
  const lines = used.map((rung) => {
    const cells = shown.map((member) => (member?.statement.force === rung ? markOf('commitment', rung)[0] : member ? ' ' : '…'))
    return `  ${fill(marks[rung]?.[1] ?? rung, left - 4)} │ ${cells.map((sign) => fill(sign, cell)).join('')}`.trimEnd()
  })
  const days = shown.map((member) => fill(member ? (member.date ?? 'no date') : '', cell))
  return [...lines, `  ${' '.repeat(left - 4)} └ ${days.join('')}`.trimEnd()]
}

/** Whether a rung lies between the highest and the lowest that are stood on. */
function between(rung: number, steps: readonly Member[]): boolean {
  const stood = steps.map(({ statement }) => (rungs as readonly string[]).indexOf(statement.force))
  return rung > Math.min(...stood) && rung < Math.max(...stood)
}
