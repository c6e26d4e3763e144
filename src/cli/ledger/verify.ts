import { harmless } from '../harmless.ts'
import { ledgerOption, withStore } from '../open.ts'
import { write, writeJson, writeLines } from '../output.ts'
import { usage } from '../usage.ts'
import { verb } from '../verb.ts'

const verifyUsage = usage({
  verb: 'ledger verify',
  calls: [['ledger verify', 'builds the ledger anew from readings and journal, and reports what is stored differently']],
  options: { ...ledgerOption, json: { about: 'as JSON' } },
  after: 'Exit code: 0, 1 where something differs.',
})

/** The verb `ledger verify`. JSON: `{differences: string[]}`. */
export const verify = verb(verifyUsage, ({ values }) =>
  withStore(values.ledger, { readOnly: true }, async (store) => {
    const differences = await store.verify()
    if (values.json) await writeJson({ differences })
    else if (!differences.length) await write('the ledger is what its readings and its journal make of it\n')
    else await writeLines(differences.map(harmless))
    return differences.length ? 1 : 0
  }),
)
