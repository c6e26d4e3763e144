import { scoreLink } from '../../ledger/link/score.ts'
import type { Store } from '../../store/store.ts'
import type { NodeFound } from '../../store/types.ts'
import { CliError } from '../error.ts'
import { harmless } from '../harmless.ts'
import { showing, withStore } from '../open.ts'
import { writeJson, writeLines } from '../output.ts'
import { usage } from '../usage.ts'
import { verb } from '../verb.ts'

const explainUsage = usage({
  verb: 'link explain',
  calls: [['link explain A B', 'why the program holds two statements or entries to be the same, or not']],
  options: showing,
  after: '',
  words: [2, 2],
})

/** The verb `link explain`. JSON: `{a, b, score, parts, barriers, verdict}`. */
export const explainVerb = verb(explainUsage, ({ words: [one = '', other = ''], values }) =>
  withStore(values.ledger, { readOnly: true }, async (store) => {
    const [a, b] = [await nodeOf(store, one), await nodeOf(store, other)]
    if (a.id === b.id) throw new CliError(`link explain: ${one} and ${other}: are the same, ${a.id}; name two`)
    if (values.json) await writeJson({ a: a.id, b: b.id, ...scoreLink(a.features, b.features) })
    else await writeLines([a.id, b.id, JSON.stringify(scoreLink(a.features, b.features))].map(harmless))
    return 0
  }),
)

/** The node that an id leads to. Throws `CliError` where it leads nowhere. */
async function nodeOf(store: Store, id: string): Promise<NodeFound> {
  const node = await store.node(id)
  if (!node) throw new CliError(`${id}: no statement or entry has this id; stocktake show and stocktake search show ids`)
  return node
}
