import { join } from 'node:path'
import { formats } from '../../export/formats.ts'
import { exportJournal } from '../../store/whole-ledger/folder.ts'
import { CliError } from '../error.ts'
import { isFolder, makeFolder, writeFileWhole } from '../files.ts'
import { given } from '../given.ts'
import { ledgerOption, today, withStore } from '../open.ts'
import { write, writeJson } from '../output.ts'
import { day, usage, wrong } from '../usage.ts'
import { verb } from '../verb.ts'

const names = Object.keys(formats)

const exportUsage = usage({
  verb: 'export',
  calls: [
    ['export --format FORMAT', 'the ledger in a form that other programs read'],
    ['export --journal FOLDER', 'everything as JSON lines and texts, from which import makes the same ledger'],
  ],
  options: {
    format: { value: 'FORMAT', about: names.join(', '), oneOf: names },
    out: { value: 'PATH', about: 'file, or folder for a format of several files; without it standard output' },
    journal: { value: 'FOLDER', about: 'where to put the journal, the documents and the texts' },
    originals: { about: 'with --journal: also the bytes of documents as received' },
    by: { value: 'WHAT', about: 'for brief: direction (without it) or party', oneOf: ['direction', 'party'] },
    programme: { value: 'NAME', about: 'for brief: only what this programme declares' },
    party: { value: 'PARTY', about: 'for brief: only what binds or is asked of this party' },
    'as-of': { value: 'DATE', about: 'standings on this day instead of today', check: day },
    json: { about: 'as JSON, what was written' },
    ...ledgerOption,
  },
  after: 'A file is whole or not there, whenever the program ends.',
})

/** The verb `export`. With `--json` and files written: `{files: string[]}`. */
export const exportVerb = verb(exportUsage, async ({ values }) => {
  const { format, journal, out } = values
  if ((format === undefined) === (journal === undefined)) throw new CliError('export: wants one of --format and --journal')
  if (values.originals && journal === undefined) throw wrong(exportUsage, '--originals', 'goes with --journal')
  if (journal !== undefined) {
    await withStore(values.ledger, { readOnly: true }, (store) => exportJournal(store, journal, { originals: values.originals }))
    await (values.json ? writeJson({ files: [journal] }) : write(`journal, documents and texts are in ${journal}\n`))
    return 0
  }
  return withStore(values.ledger, { readOnly: true }, (store) =>
    store.reading(async () => {
      const options = given({ by: values.by as 'direction' | 'party' | undefined, programme: values.programme, party: values.party })
      const files = formats[format as string]?.(store.dump({ asOf: values['as-of'] ?? today() }), options) ?? []
      const [only] = files
      if (out === undefined) {
        if (!only || files.length > 1) throw wrong(exportUsage, `--format ${format}`, `is ${files.length} files; give a folder with --out`)
        for await (const piece of only.pieces) await write(piece)
        return 0
      }
      const written: string[] = []
      const folder = files.length > 1 || isFolder(out)
      if (folder) makeFolder(out)
      for (const { name, pieces } of files) {
        const path = folder ? join(out, name) : out
        await writeFileWhole(path, pieces)
        written.push(path)
      }
      await (values.json ? writeJson({ files: written }) : write(`${written.join('\n')}\n`))
      return 0
    }),
  )
})
