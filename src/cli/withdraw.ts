import { judge } from './judge.ts'
import { judging } from './open.ts'
import { usage } from './usage.ts'
import { verb } from './verb.ts'

const withdrawUsage = usage({
  verb: 'withdraw',
  calls: [['withdraw JUDGEMENT --reason TEXT', 'takes a judgement back: it stays in the journal and counts no more']],
  options: judging,
  after: 'show ID --journal prints the ids of judgements. A withdrawal can itself be withdrawn.',
  words: [1, 1],
})

/** The verb `withdraw`. */
export const withdrawVerb = verb(withdrawUsage, ({ words: [of = ''], values }) =>
  judge(values, async () => ({ bodies: [{ type: 'withdrawal', of }] })),
)
