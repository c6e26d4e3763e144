import { type OriginalFound, originalOf } from '../../server/pages/received.ts'
import type { Store } from '../../store/store.ts'
import type { DocumentFound } from '../../store/types.ts'
import { CliError } from '../error.ts'
import { writeFileWhole } from '../files.ts'
import { given } from '../given.ts'
import { showing, today, withStore } from '../open.ts'
import { write, writeJson, writeLines } from '../output.ts'
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
    original: { value: 'PATH', about: 'of a document: writes its bytes as received to this file, or to standard output for -' },
    ...showing,
  },
  after: `ID: of an undertaking, a statement, an entry of a programme or a document; its beginning is enough where no other begins so.`,
  words: [1, 1],
})

/** The verb `show`. JSON: the file of the undertaking, or `{document, statements}`. */
export const showVerb = verb(showUsage, ({ words: [id = ''], values }) =>
  withStore(values.ledger, { readOnly: true }, async (store) => {
    const asOf = values['as-of'] ?? today()
    const { blind, journal, json, original } = values
    if (original !== undefined) {
      await writeOriginal(store, id, original)
      return 0
    }
    if (await store.undertaking(id, { asOf })) {
      const file = await fileOf(store, id, asOf, blind)
      if (json) await writeJson(fileJson(file))
      else await writeLines(fileLines(file, screen(values), { asOf, journal }))
      return 0
    }
    const document = await store.document(id)
    if (!document) throw new CliError(`${id}: nothing in the ledger has this id; stocktake ledger and stocktake search show ids`)
    const spans = document.statements.map(({ statement }) => statement.span)
    const received = await originalOf(store, document, spans, Number.POSITIVE_INFINITY)
    if (json) await writeJson(documentJson(document, received))
    else await writeLines(documentLines(document, received, screen(values)))
    return 0
  }),
)

/** A file as JSON: documents as a list. */
const fileJson = ({ documents, ...file }: File): object => ({ ...file, documents: [...documents.values()] })

/** A document as JSON: each statement with its place in the original, where that is known. */
function documentJson({ document, statements }: DocumentFound, original: OriginalFound | undefined): object {
  const placed = statements.map((one, i) => ({ ...one, ...given({ place: original?.places?.[i] }) }))
  return { document, ...given({ original: original?.receipt }), statements: placed }
}

async function writeOriginal(store: Store, id: string, path: string): Promise<void> {
  const found = await store.document(id)
  if (!found) throw new CliError(`${id}: no document in the ledger has this id; stocktake search shows ids`)
  const bytes = await store.bytes(found.document.id)
  if (!bytes) throw new CliError(`${id}: its bytes are not in the ledger; the text is, and stocktake show prints it`)
  if (path === '-') await write(bytes)
  else await writeFileWhole(path, [bytes])
}
