import { judgementLine } from '../judgements.ts'
import { plural } from '../layout.ts'
import { ledgerOption, withStore } from '../open.ts'
import { write, writeJson, writeLines } from '../output.ts'
import { usage } from '../usage.ts'
import { verb } from '../verb.ts'

const options = { ...ledgerOption, json: { about: 'as JSON' } } as const

const rereadUsage = usage({
  verb: 'ledger reread',
  calls: [['ledger reread', 'reads texts again that were read with an older lexicon; judgements are carried over']],
  options,
  after: '',
})

/** The verb `ledger reread`. JSON: `{texts, statements, carried, orphaned}`. */
export const reread = verb(rereadUsage, ({ values }) =>
  withStore(values.ledger, {}, async (store) => {
    const done = await store.reread()
    if (values.json) await writeJson(done)
    else if (!done.texts) await write('every text was read with the lexicon of today\n')
    else {
      const carried = `${plural(done.carried, 'judgement')} carried over, ${done.orphaned} orphaned`
      await write(`${plural(done.texts, 'text')} read again: ${plural(done.statements, 'statement')} · ${carried}\n`)
    }
    return 0
  }),
)

const statsUsage = usage({ verb: 'ledger stats', calls: [['ledger stats', 'how much is in the ledger']], options, after: '' })

/** The verb `ledger stats`. JSON: counts by name. */
export const stats = verb(statsUsage, ({ values }) =>
  withStore(values.ledger, { readOnly: true }, async (store) => {
    const counts = await store.stats()
    if (values.json) await writeJson(counts)
    else await writeLines(Object.entries(counts).map(([name, count]) => `${String(count).padStart(10)}  ${name}`))
    return 0
  }),
)

const orphansUsage = usage({
  verb: 'ledger orphans',
  calls: [['ledger orphans', 'judgements on statements that are not there any more, to be given again or withdrawn']],
  options,
  after: '',
})

/** The verb `ledger orphans`. JSON: `{judgements}`. */
export const orphans = verb(orphansUsage, ({ values }) =>
  withStore(values.ledger, { readOnly: true }, async (store) => {
    const judgements = await store.orphans()
    if (values.json) await writeJson({ judgements })
    else if (!judgements.length) await write('no judgement is orphaned\n')
    else await writeLines(judgements.map(judgementLine))
    return 0
  }),
)
