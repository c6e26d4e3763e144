import { showing, today, withStore } from '../open.ts'
import { writeJson, writeLines } from '../output.ts'
import { screen } from '../screen.ts'
import { fileOf } from '../show/file.ts'
import { evidenceLines, searchLines } from '../show/proofs.ts'
import { usage } from '../usage.ts'
import { group, verb } from '../verb.ts'
import { addEvidence, noEvidence } from './add.ts'

const listUsage = usage({
  verb: 'evidence list',
  calls: [['evidence list ID', 'evidence of an undertaking, and searches that found nothing']],
  options: showing,
  after: '',
  words: [1, 1],
})

/** The verb `evidence list`. JSON: `{evidence, searches}`. */
const list = verb(listUsage, ({ words: [id = ''], values }) =>
  withStore(values.ledger, { readOnly: true }, async (store) => {
    const { evidence, searches, documents } = await fileOf(store, id, today())
    if (values.json) await writeJson({ evidence, searches })
    else if (!evidence.length && !searches.length) await writeLines(['no evidence, and no search for any'])
    else await writeLines([...evidenceLines(evidence, documents, screen(values)), ...searchLines(searches, screen(values))])
    return 0
  }),
)

/** The verbs under `evidence`. */
export const evidenceVerb = group('evidence', { add: addEvidence, none: noEvidence, list })
