import type { Relation } from '../../ledger/nouns.ts'
import { CliError } from '../error.ts'
import { given } from '../given.ts'
import { judge } from '../judge.ts'
import { relations } from '../marks.ts'
import { judging, today } from '../open.ts'
import { usage, wrong } from '../usage.ts'
import { group, verb } from '../verb.ts'
import { explainVerb } from './explain.ts'

const linkUsage = usage({
  verb: 'link',
  calls: [['link A B --same | --different | --unsure', 'whether two statements or entries promise the same']],
  options: {
    same: { about: 'they do' },
    different: { about: 'they do not; what hangs on each can never be joined through others either' },
    unsure: { about: 'it cannot be said; the pair is not asked again' },
    relation: {
      value: 'RELATION',
      about: 'how the later one stands to the earlier, where the program says it wrongly',
      oneOf: Object.keys(relations),
    },
    ...judging,
  },
  after: 'A and B are ids, as show and review print them, or the beginnings of ids.',
  words: [2, 2],
})

/** The verb `link`: a person's word on a pair. */
const make = verb(linkUsage, async ({ words: [a = '', b = ''], values }) => {
  const verdicts = (['same', 'different', 'unsure'] as const).filter((name) => values[name])
  const [verdict] = verdicts
  if (!verdict || verdicts.length > 1) throw new CliError('link: wants one of --same, --different, --unsure')
  if (values.relation && verdict !== 'same') throw wrong(linkUsage, '--relation', 'goes with --same')
  return judge(values, async (store) => ({
    bodies: [{ type: 'link', a, b, verdict, ...given({ relation: values.relation as Relation | undefined }) }],
    say: async () => {
      const [one, other] = [await store.undertaking(a, { asOf: today() }), await store.undertaking(b, { asOf: today() })]
      if (!one || !other) return []
      return one.id === other.id
        ? [`one undertaking now: ${one.id} · ${one.label}`]
        : [`apart: ${one.id} · ${one.label}`, `       ${other.id} · ${other.label}`]
    },
  }))
})

const undoUsage = usage({
  verb: 'link undo',
  calls: [['link undo JUDGEMENT', 'takes a word on a pair back; what the program itself links is parted by link A B --different']],
  options: judging,
  after: '',
  words: [1, 1],
})

const undo = verb(undoUsage, ({ words: [of = ''], values }) => judge(values, async () => ({ bodies: [{ type: 'withdrawal', of }] })))

/** The verb `link` and those under it. */
export const linkVerb = group('link', { explain: explainVerb, undo }, make)
