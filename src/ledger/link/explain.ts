import type { Features } from './features.ts'
import { neededFor } from './needed.ts'
import { SUGGEST, scoreLink } from './score.ts'

const signed = (value: number): string => `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(2)}`

const verdicts = { same: 'linked without asking', suggest: 'waits for review', apart: 'not linked' } as const

/** Why two nodes are linked or not, as lines of plain text. Words in it come from texts: to be made harmless before they are printed. */
export function explain(a: Features, b: Features): string[] {
  const { score, parts, barriers, verdict } = scoreLink(a, b)
  const lines = parts.map(({ name, value, weight, on }) => {
    const why = on?.length ? `  ${on.join(', ')}` : ''
    return `  ${name.padEnd(14)} ${value.toFixed(2).padStart(5)} x ${weight.toFixed(2)} = ${signed(value * weight)}${why}`
  })
  return [
    `score ${score.toFixed(3)} (linked from ${neededFor(a, b)}, proposed from ${SUGGEST}): ${verdicts[verdict]}`,
    ...barriers.map((barrier) => `  never the same without a person's word: ${barrier}`),
    ...lines,
  ]
}
