import type { Undertaking, Window } from '../../ledger/nouns.ts'
import { windowOf } from '../../ledger/score/guideline.ts'
import { CliError } from '../error.ts'
import { given, some } from '../given.ts'
import { judge } from '../judge.ts'
import { judging, today } from '../open.ts'
import { undertakingOf } from '../show/file.ts'
import { day, usage } from '../usage.ts'
import { verb } from '../verb.ts'

const guidelineUsage = usage({
  verb: 'score guideline',
  calls: [['score guideline ID --full WORDS --partial WORDS --none WORDS', 'what counts as what, written before anybody looks']],
  options: {
    from: { value: 'DATE', about: 'first day of the window; without it the day after the first wording', check: day },
    to: { value: 'DATE', about: 'last day of the window; without it the deadline of the undertaking, else open', check: day },
    full: { value: 'WORDS', about: 'what is needed for +1' },
    partial: { value: 'WORDS', about: 'what is needed for 0' },
    none: { value: 'WORDS', about: 'what makes -1' },
    contrary: { value: 'WORDS', about: 'what deed against it makes -1' },
    party: { value: 'CODE', about: 'for whom; without it for all; may be given more than once', many: true },
    ...judging,
  },
  after: '',
  words: [1, 1],
})

/** The verb `score guideline`. */
export const guideline = verb(guidelineUsage, ({ words: [id = ''], values }) => {
  const { full, partial, none, contrary, party } = values
  if (!full || !partial || !none)
    throw new CliError(
      `score guideline: --${full ? (partial ? 'none' : 'partial') : 'full'} is missing; say what counts as full, partial and none`,
    )
  return judge(values, async (store) => {
    const undertaking = await undertakingOf(store, id, today())
    const window = windowGiven(undertaking, values)
    if (window.to !== undefined && window.to < window.from)
      throw new CliError(`score guideline: the window ends on ${window.to}, before it begins on ${window.from}; give --from and --to`)
    return {
      bodies: [{ type: 'guideline', on: undertaking.id, window, full, partial, none, ...given({ contrary, parties: some(party) }) }],
      say: () => [`window: ${window.from} to ${window.to ?? 'open, for no deadline is set and no --to is given'}`],
    }
  })
})

function windowGiven(
  { id, first, due }: Undertaking,
  { from, to }: { readonly from: string | undefined; readonly to: string | undefined },
): Window {
  const end = to ?? due
  if (from !== undefined) return { from, ...given({ to: end }) }
  if (first === undefined || day(first) !== undefined) throw new CliError(`${id}: has no day of its first wording; give --from`)
  return windowOf({ uttered: first, ...given({ due: end }) }).window
}
