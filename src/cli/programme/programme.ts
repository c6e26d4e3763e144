import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { reserved } from '../../programme/check.ts'
import type { ParsedProgramme } from '../../programme/parse.ts'
import { CliError } from '../error.ts'
import { given } from '../given.ts'
import { plural } from '../layout.ts'
import { standings } from '../marks.ts'
import { ledgerOption, placeOf, showing, today, withStore } from '../open.ts'
import { write, writeJson, writeLines } from '../output.ts'
import { screen } from '../screen.ts'
import { day, usage } from '../usage.ts'
import { group, verb } from '../verb.ts'
import { folderOf, isFolder, readProgramme, shipped, writeTemplate } from './folder.ts'
import { overviewOf } from './gather.ts'
import { loadProgramme } from './load.ts'
import { type Overview, tally } from './overview.ts'
import { previewOf } from './preview.ts'
import { problemLines, programmeLines } from './view.ts'

const show = verb(
  usage({
    verb: 'programme',
    calls: [
      ['programme NAME', 'what became of a programme, direction by direction'],
      ['programme FOLDER', 'the same of tables that are in no ledger yet'],
    ],
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
  async ({ words: [named = ''], values }) => {
    const overview = await overviewAt(named, values.ledger, values['as-of'] ?? today())
    const { brief, full, direction, standing, json } = values
    const directions = overview.programme.directions.map(({ id }) => id)
    if (direction !== undefined && !directions.includes(direction))
      throw new CliError(`programme: --direction ${direction}: is unknown; use one of ${directions.join(', ')}`)
    if (json) await writeJson({ ...overview, counts: Object.fromEntries(tally(overview.entries)) })
    else await writeLines(programmeLines(overview, screen(values), { brief, full, ...given({ direction, standing }) }))
    return 0
  },
)

/**
 * A programme as the ledger has it; of a folder, or where there is no ledger yet, as its tables alone have it. Throws `CliError` where it
 * is nowhere, or its tables have mistakes.
 */
async function overviewAt(named: string, ledger: string | undefined, asOf: string): Promise<Overview> {
  const place = placeOf(ledger)
  const folder = isFolder(named)
    ? named
    : !/^postgres(?:ql)?:/.test(place) && !existsSync(place) && shipped().includes(named)
      ? folderOf(named)
      : ''
  if (!folder) return withStore(ledger, { readOnly: true }, (store) => overviewOf(store, named, asOf))
  const overview = previewOf(soundProgramme(folder, named), asOf)
  if (!overview) throw new CliError(`${named}: no programme; see stocktake programme check ${named}`)
  return overview
}

/** The tables of a folder. Throws `CliError` with their first mistake. */
function soundProgramme(folder: string, named: string): ParsedProgramme {
  const parsed = readProgramme(folder)
  const [first] = parsed.problems
  if (first === undefined) return parsed
  throw new CliError(`${named}: ${plural(parsed.problems.length, 'mistake')}, the first ${first}; see stocktake programme check ${named}`)
}

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
    const parsed = soundProgramme(folderOf(named), named)
    const { name, appended, withdrawn } = await withStore(values.ledger, { create: true }, (store) => loadProgramme(store, parsed))
    await write(
      `${name}: ${appended + withdrawn ? `${plural(appended, 'judgement')} appended, ${withdrawn} withdrawn` : 'nothing new'}; stocktake programme ${name}\n`,
    )
    return 0
  },
)

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
