import type { Statement } from '../../model.ts'

/** One field of a wording that differs from an earlier one: `by 2030 → by 2032`, `+ Almaty`. */
export interface Change {
  readonly field: string
  readonly words: string
}

/** What a wording has otherwise than an earlier one, field by field; the words themselves are for the reader to compare. */
export function changesOf(earlier: Statement, later: Statement): Change[] {
  const single = (field: string, before: string | undefined, after: string | undefined): Change[] =>
    before === after ? [] : [{ field, words: `${before ?? 'none'} → ${after ?? 'none'}` }]
  const many = (field: string, before: readonly string[], after: readonly string[]): Change[] => {
    const gone = before.filter((value) => !after.includes(value)).map((value) => `− ${value}`)
    const come = after.filter((value) => !before.includes(value)).map((value) => `+ ${value}`)
    return gone.length || come.length ? [{ field, words: [...gone, ...come].join(', ') }] : []
  }
  return [
    ...single('kind', earlier.kind, later.kind),
    ...single('force', earlier.force, later.force),
    ...many('parties', earlier.parties, later.parties),
    ...single('negated', yes(earlier.negated), yes(later.negated)),
    ...single('aspect', earlier.aspect, later.aspect),
    ...single('when', earlier.deadline?.phrase, later.deadline?.phrase),
    ...single('how much', earlier.target?.phrase, later.target?.phrase),
    ...single('if', earlier.condition, later.condition),
    ...many('hedged', earlier.hedges ?? [], later.hedges ?? []),
    ...many('named', earlier.mechanisms, later.mechanisms),
    ...many('where', earlier.places, later.places),
  ]
}

const yes = (value: boolean | undefined): string => (value ? 'yes' : 'no')
