import type { NodeId } from '../../ledger/nouns.ts'
import type { Statement } from '../../model.ts'
import type { Store } from '../../store/store.ts'
import { CliError } from '../error.ts'
import { judge } from '../judge.ts'
import { plural } from '../layout.ts'
import { judging } from '../open.ts'
import { usage } from '../usage.ts'
import { verb } from '../verb.ts'

const most = 100

const refuseUsage = usage({
  verb: 'statement refuse',
  calls: [['statement refuse STATEMENT... --reason TEXT', 'what was read as a statement is none: it is in no undertaking any more']],
  options: judging,
  after: 'withdraw takes it back.',
  words: [1, most],
})

/** The verb `statement refuse`: one judgement a text. */
export const refuse = verb(refuseUsage, ({ words, values }) =>
  judge(values, async (store) => {
    const byText = new Map<string, NodeId[]>()
    for (const word of words) {
      const { statement, hash } = await statementOf(store, word)
      byText.set(hash, [...(byText.get(hash) ?? []), statement.id])
    }
    return { bodies: [...byText].map(([text, away]) => ({ type: 'recast', text, away, drawn: [] })), say: () => orphaned(store) }
  }),
)

const acceptUsage = usage({
  verb: 'statement accept',
  calls: [['statement accept STATEMENT...', 'the statement is as it stands in the ledger: nothing speaks against using it']],
  options: judging,
  after: 'What made it doubtful is gone from it. withdraw takes it back.',
  words: [1, most],
})

/** The verb `statement accept`. */
export const accept = verb(acceptUsage, ({ words, values }) =>
  judge(values, async () => ({ bodies: words.map((on) => ({ type: 'acceptance', on })) })),
)

/** A statement of the ledger, with the hash of its text. Throws `CliError` where there is none, and says who took it away where somebody did. */
export async function statementOf(store: Store, id: string): Promise<{ statement: Statement; hash: string }> {
  const gone = await store.gone(id)
  if (gone && gone.now !== id) {
    const { by, at, reason, id: judgement } = gone.by
    throw new CliError(`${id}: was taken away by ${by} on ${at.slice(0, 10)} (judgement ${judgement}${reason ? `: ${reason}` : ''})`)
  }
  const { statement, hash } = (await store.node(id)) ?? {}
  if (!statement || hash === undefined)
    throw new CliError(`${id}: no statement of the ledger has this id; show DOCUMENT lists those of a text`)
  return { statement, hash }
}

/** Says that judgements have nothing to be about, where there are some. */
export async function orphaned(store: Store): Promise<string[]> {
  const { length } = await store.orphans()
  return length ? [`${plural(length, 'judgement')} without a statement: see stocktake ledger orphans`] : []
}
