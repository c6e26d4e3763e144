import { CliError } from '../error.ts'
import { showing, today, withStore } from '../open.ts'
import { writeJson, writeLines } from '../output.ts'
import { screen } from '../screen.ts'
import { day, usage } from '../usage.ts'
import { verb } from '../verb.ts'
import { documentLines } from './document.ts'
import { type File, fileOf } from './file.ts'
import { fileLines } from './view.ts'

const showUsage = usage({
  verb: 'show',
  calls: [['show ID', 'all about an undertaking, or about a document and its statements']],
  options: {
    'as-of': { value: 'DATE', about: 'standing on this day instead of today', check: day },
    blind: { about: 'as if nobody had scored it, for a second coder' },
    journal: { about: 'also every judgement with its id' },
    ...showing,
  },
  after: `ID: of an undertaking, a statement, an entry of a programme or a document; its beginning is enough where no other begins so.`,
  words: [1, 1],
})

/** The verb `show`. JSON: the file of the undertaking, or `{document, statements}`. */
export const showVerb = verb(showUsage, ({ words: [id = ''], values }) =>
  withStore(values.ledger, { readOnly: true }, async (store) => {
    const asOf = values['as-of'] ?? today()
    const { blind, journal, json } = values
    if (await store.undertaking(id, { asOf })) {
      const file = await fileOf(store, id, asOf, blind)
      if (json) await writeJson(fileJson(file))
      else await writeLines(fileLines(file, screen(values), { asOf, journal }))
      return 0
    }
    const document = await store.document(id)
    if (!document) throw new CliError(`${id}: nothing in the ledger has this id; stocktake ledger and stocktake search show ids`)
    if (json) await writeJson({ document: document.document, statements: document.statements })
    else await writeLines(documentLines(document, screen(values)))
    return 0
  }),
)

/** A file as JSON: documents as a list. */
const fileJson = ({ documents, ...file }: File): object => ({ ...file, documents: [...documents.values()] })
