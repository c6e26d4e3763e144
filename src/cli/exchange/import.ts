import { importJournal } from '../../store/whole-ledger/folder.ts'
import { CliError } from '../error.ts'
import { isFolder } from '../files.ts'
import { plural } from '../layout.ts'
import { ledgerOption, withStore } from '../open.ts'
import { write, writeJson } from '../output.ts'
import { usage } from '../usage.ts'
import { verb } from '../verb.ts'

const importUsage = usage({
  verb: 'import',
  calls: [['import FOLDER', 'what export --journal wrote, put into the ledger, which is made where there is none']],
  options: { ...ledgerOption, json: { about: 'as JSON' } },
  after: 'What the ledger has already is passed over, so that an import that was stopped can be run again.',
  words: [1, 1],
})

/** The verb `import`. JSON: counts of the ledger after it. */
export const importVerb = verb(importUsage, async ({ words: [folder = ''], values }) => {
  if (!isFolder(folder)) throw new CliError(`${folder}: is no folder; name one that stocktake export --journal wrote`)
  return withStore(values.ledger, { create: true }, async (store) => {
    await importJournal(store, folder)
    const stats = await store.stats()
    if (values.json) await writeJson(stats)
    else
      await write(
        `the ledger has ${plural(stats.documents, 'document')}, ${plural(stats.statements, 'statement')}, ${plural(stats.judgements, 'judgement')}\n`,
      )
    return 0
  })
})
