import { join } from 'node:path'
import { CliError } from '../error.ts'
import { given } from '../given.ts'
import { plural } from '../layout.ts'
import { standings } from '../marks.ts'
import { ledgerOption, showing, today, withStore } from '../open.ts'
import { write, writeJson, writeLines } from '../output.ts'
import { screen } from '../screen.ts'
import { day, usage } from '../usage.ts'
import { group, verb } from '../verb.ts'
import { folderOf, readProgramme, shipped, writeTemplate } from './folder.ts'
import { overviewOf } from './gather.ts'
import { loadProgramme } from './load.ts'
import { tally } from './overview.ts'
import { problemLines, programmeLines } from './view.ts'

const show = verb(
  usage({
    verb: 'programme',
    calls: [['programme NAME', 'what became of a programme, direction by direction']],
    options: {
      'as-of': { value: 'DATE', about: 'standing on this day instead of today', check: day },
      direction: { value: 'ID', about: 'only undertakings under this direction' },
      standing: { value: 'STANDING', about: 'only undertakings that stand so', oneOf: Object.keys(standings) },
      brief: { about: 'only how many stand how' },
      full: { about: 'also terms, sources, searches, every wording, what the compiler made of it' },
      ...showing,
    },
    after: '',
    words: [1, 1],
  }),
  ({ words: [name = ''], values }) =>
    withStore(values.ledger, { readOnly: true }, async (store) => {
      const overview = await overviewOf(store, name, values['as-of'] ?? today())
      const { brief, full, direction, standing, json } = values
      if (direction !== undefined && !overview.programme.directions.some(({ id }) => id === direction))
        throw new CliError(
          `programme: --direction ${direction}: is unknown; use one of ${overview.programme.directions.map(({ id }) => id).join(', ')}`,
        )
      if (json) await writeJson({ ...overview, counts: Object.fromEntries(tally(overview.entries)) })
      else await writeLines(programmeLines(overview, screen(values), { brief, full, ...given({ direction, standing }) }))
      return 0
    }),
)

/** Names of the programmes of a ledger; none where there is no ledger yet. */
async function loadedNames(place: string | undefined): Promise<string[]> {
  try {
    return await withStore(place, { readOnly: true }, async (store) => (await store.programmes()).map(({ name }) => name))
  } catch (error) {
    if (error instanceof CliError) return []
    throw error
  }
}

const list = verb(
  usage({
    verb: 'programme list',
    calls: [['programme list', 'programmes of the ledger, and those that come with Stocktake']],
    options: ledgerOption,
    after: '',
  }),
  async ({ values }) => {
    const names = await loadedNames(values.ledger)
    const lines = names.map((name) => `${name}  in the ledger; stocktake programme ${name}`)
    for (const name of shipped()) if (!names.includes(name)) lines.push(`${name}  comes with Stocktake; stocktake programme load ${name}`)
    await writeLines(lines.length ? lines : ['no programme; stocktake programme new NAME starts one'])
    return 0
  },
)

const check = verb(
  usage({
    verb: 'programme check',
    calls: [['programme check FOLDER', 'looks for mistakes in the tables of a programme']],
    options: {},
    after: 'Exit code: 0 where there is none, 1 where there are some.',
    words: [1, 1],
  }),
  async ({ words: [named = ''] }) => {
    const folder = folderOf(named)
    const { name, judgements, problems } = readProgramme(folder)
    if (problems.length) {
      await writeLines(problemLines(named, problems))
      await write(`${plural(problems.length, 'mistake')}\n`)
      return 1
    }
    const count = (type: string): number => judgements.filter((one) => one.type === type).length
    await write(
      `${name}: no mistake; ${plural(count('entry'), 'entry', 'entries')}, ${plural(count('evidence'), 'piece')} of evidence, ${plural(count('observation'), 'value')} of ${count('series')} series\n`,
    )
    return 0
  },
)

const load = verb(
  usage({
    verb: 'programme load',
    calls: [
      [
        'programme load FOLDER | NAME',
        'puts a programme into the ledger, which is made where there is none; again after its tables change',
      ],
    ],
    options: ledgerOption,
    after: 'Loading the same tables twice changes nothing. A row that is gone is withdrawn; what a person withdrew stays withdrawn.',
    words: [1, 1],
  }),
  async ({ words: [named = ''], values }) => {
    const parsed = readProgramme(folderOf(named))
    const [first] = parsed.problems
    if (first !== undefined)
      throw new CliError(
        `${named}: ${plural(parsed.problems.length, 'mistake')}, the first ${first}; see stocktake programme check ${named}`,
      )
    const { name, appended, withdrawn } = await withStore(values.ledger, { create: true }, (store) => loadProgramme(store, parsed))
    await write(
      `${name}: ${appended + withdrawn ? `${plural(appended, 'judgement')} appended, ${withdrawn} withdrawn` : 'nothing new'}; stocktake programme ${name}\n`,
    )
    return 0
  },
)

const reserved = ['list', 'check', 'load', 'new']

const start = verb(
  usage({
    verb: 'programme new',
    calls: [['programme new NAME', 'writes a folder NAME with tables to fill in']],
    options: { under: { value: 'FOLDER', about: 'the folder to write it in; here without it' } },
    after: 'docs/programme-format.md says what goes where.',
    words: [1, 1],
  }),
  async ({ words: [name = ''], values }) => {
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name) || reserved.includes(name))
      throw new CliError(`programme new: ${name}: is no name for a programme; use small letters and digits with hyphens between`)
    const folder = join(values.under ?? '.', name)
    const files = writeTemplate(folder, name)
    await writeLines([...files, `fill them in, then: stocktake programme check ${folder}`])
    return 0
  },
)

/** The verb `programme` and those under it. */
export const programmeVerb = group('programme', { list, check, load, new: start }, show)
