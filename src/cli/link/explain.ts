import { explain } from '../../ledger/link/explain.ts'
import { scoreLink } from '../../ledger/link/score.ts'
import type { Judgement } from '../../ledger/nouns.ts'
import type { Store } from '../../store/store.ts'
import { CliError } from '../error.ts'
import { given } from '../given.ts'
import { harmless } from '../harmless.ts'
import { judgementLine } from '../judgements.ts'
import { showing, withStore } from '../open.ts'
import { writeJson, writeLines } from '../output.ts'
import { type Side, sideLines } from '../review/view.ts'
import { type Screen, screen } from '../screen.ts'
import { usage } from '../usage.ts'
import { verb } from '../verb.ts'

const explainUsage = usage({
  verb: 'link explain',
  calls: [['link explain A B', 'why the program holds two statements or entries to be the same, or not']],
  options: showing,
  after: '',
  words: [2, 2],
})

/** The verb `link explain`. JSON: `{a, b, score, parts, barriers, verdict, judgements}`. */
export const explainVerb = verb(explainUsage, ({ words: [one = '', other = ''], values }) =>
  withStore(values.ledger, { readOnly: true }, async (store) => {
    const [a, b] = [await sideOf(store, one), await sideOf(store, other)]
    const ids = [a.node.id, b.node.id]
    if (ids[0] === ids[1]) throw new CliError(`link explain: ${one} and ${other}: are the same, ${ids[0]}; name two`)
    const judgements = (await store.judgementsOn(a.node.id)).filter(
      (said) => said.type === 'link' && ids.includes(said.a) && ids.includes(said.b),
    )
    if (values.json) await writeJson({ a: ids[0], b: ids[1], ...scoreLink(a.node.features, b.node.features), judgements })
    else await writeLines(explainLines(a, b, judgements, screen(values)))
    return 0
  }),
)

/** Both wordings, the parts of their score, and what people said of the two. */
function explainLines(a: Side, b: Side, judgements: readonly Judgement[], drawn: Screen): string[] {
  return [
    ...sideLines(a, drawn),
    '',
    ...sideLines(b, drawn),
    '',
    ...explain(a.node.features, b.node.features).map(aligned),
    ...(judgements.length ? ['people said:', ...judgements.map((said) => `  ${judgementLine(said)}`)] : []),
  ]
}

/** A line made harmless that keeps its columns. */
const aligned = (line: string): string =>
  line
    .split(/( {2,})/)
    .map((part, i) => (i % 2 ? part : harmless(part)))
    .join('')

/** The node that an id leads to, with what is shown of it. Throws `CliError` where it leads nowhere. */
async function sideOf(store: Store, id: string): Promise<Side> {
  const node = await store.node(id)
  if (!node) throw new CliError(`${id}: no statement or entry has this id; stocktake show and stocktake search show ids`)
  const undertaking = await store.undertaking(node.undertaking)
  return { node, label: undertaking?.label ?? '', ...given({ document: node.document }) }
}
