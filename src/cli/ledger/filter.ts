import { partyCodes } from '../../lexicon/party-codes.ts'
import { forces, kinds } from '../../model.ts'
import type { Filter } from '../../store/types.ts'
import { CliError } from '../error.ts'
import { given, some } from '../given.ts'
import { standings } from '../marks.ts'
import { day, type Values } from '../usage.ts'

const firmest: readonly string[] = forces.filter((name) => name !== 'none')
const sorts = ['last', 'first', 'due', 'label', 'statements', 'force'] as const

/** Options that choose undertakings; all of them must hold. */
export const filtering = {
  party: { value: 'NAME', about: 'bound: Kazakhstan, or its code: KZ, UN; given twice, both must be', many: true },
  counterpart: { value: 'NAME', about: 'bound too, or addressed' },
  programme: { value: 'NAME', about: 'of this programme' },
  direction: { value: 'NAME', about: 'of this direction of a programme' },
  topic: { value: 'NAME', about: 'about this topic' },
  mechanism: { value: 'NAME', about: 'naming this body, treaty or initiative' },
  place: { value: 'NAME', about: 'naming this place' },
  kind: { value: 'KIND', about: `${kinds.join(', ')}; may be given more than once`, many: true, oneOf: kinds },
  force: { value: 'FORCE', about: `${firmest.join(', ')}; may be given more than once`, many: true, oneOf: firmest },
  'min-force': { value: 'FORCE', about: 'this force or a firmer one', oneOf: firmest },
  standing: {
    value: 'STANDING',
    about: 'overdue, delivered, not-assessed …; may be given more than once',
    many: true,
    oneOf: Object.keys(standings),
  },
  'due-before': { value: 'DATE', about: 'with a deadline on this day or before', check: day },
  'due-after': { value: 'DATE', about: 'with a deadline on this day or after', check: day },
  text: { value: 'WORDS', about: 'with these words in some wording' },
  sort: { value: 'ORDER', about: `${sorts.join(', ')}; without it the latest first`, oneOf: sorts },
  'as-of': { value: 'DATE', about: 'standing on this day instead of today', check: day },
} as const

/** What a call asks of the store; `asOf` where it names no day. */
export function filterOf(values: Values<typeof filtering>, asOf: string): Filter {
  const { programme, direction, mechanism, place, text, sort } = values
  const counterpart = some(partyCodes(values.counterpart ?? ''))
  return {
    ...given({ counterpart, programme, direction, topic: values.topic?.toLowerCase(), mechanism, place, text, sort }),
    ...given({
      party: some(values.party.flatMap(partyCodes)),
      kind: some(values.kind),
      force: some(forcesOf(values)),
      standing: some(values.standing),
    }),
    ...given({ dueBefore: values['due-before'], dueAfter: values['due-after'] }),
    asOf: values['as-of'] ?? asOf,
  } as Filter
}

/** The forces that are asked for: those named, those not looser than the least. */
function forcesOf({ force, 'min-force': least }: Values<typeof filtering>): readonly string[] {
  if (least === undefined) return force
  const firm = firmest.slice(0, firmest.indexOf(least) + 1)
  const both = force.length ? firm.filter((name) => force.includes(name)) : firm
  if (!both.length) throw new CliError(`ledger: --force ${force.join(', ')} and --min-force ${least}: nothing can be both; give one`)
  return both
}
