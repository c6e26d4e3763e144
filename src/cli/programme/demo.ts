import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Source } from '../../model.ts'
import { sourceOf } from '../intake.ts'
import { plural } from '../layout.ts'
import { today, withStore } from '../open.ts'
import { viewing } from '../options.ts'
import { writeLines } from '../output.ts'
import { ownName } from '../own-name.ts'
import { screen } from '../screen.ts'
import { usage } from '../usage.ts'
import { verb } from '../verb.ts'
import { folderOf, packageFolder, readProgramme } from './folder.ts'
import { overviewOf } from './gather.ts'
import { loadProgramme } from './load.ts'
import { programmeLines } from './view.ts'

const founding = 'china-kazakhstan'
const place = 'stocktake-demo.db'

/** Texts that the project wrote itself, with the path by which they are known. */
async function samples(): Promise<{ readonly source: Source; readonly externalId: string }[]> {
  const root = packageFolder()
  const names = readdirSync(join(root, 'samples'), { recursive: true })
    .map((name) => join('samples', String(name)))
    .filter((name) => name.endsWith('.txt'))
    .sort()
  const texts: { readonly source: Source; readonly externalId: string }[] = []
  for (const externalId of names) {
    const { id: _path, ...source } = await sourceOf(join(root, externalId))
    texts.push({ source, externalId })
  }
  return texts
}

/** The verb `demo`: a ledger with the founding programme and the project's own texts, made once, then the programme's standing. */
export const demoVerb = verb(
  usage({
    verb: 'demo',
    calls: [['demo', 'makes a ledger with the founding programme and the samples, and shows what became of the programme']],
    options: { ledger: { value: 'PATH', about: `where to make it; ${place} here without it` }, ...viewing },
    after: `Again, it changes nothing and shows the same. The samples are composed, dated 2031 to 2033: nobody ever said what they say, and
the standing of today does not show them.`,
  }),
  ({ values }) => {
    const path = values.ledger ?? place
    return withStore(path, { create: true }, async (store) => {
      await loadProgramme(store, readProgramme(folderOf(founding)))
      await store.add(await samples())
      const { texts, statements } = await store.stats()
      const overview = await overviewOf(store, founding, today())
      const own = ownName()
      const at = values.ledger === undefined ? ` --ledger ${place}` : ` --ledger ${path}`
      await writeLines([
        ...programmeLines(overview, screen(values), { brief: false, full: false }),
        '',
        `${path}: ${plural(overview.entries.length, 'undertaking')} declared, ${plural(texts, 'text')} of our own with ${plural(statements, 'statement')}. Go on with:`,
        `  ${own} show ${founding}/titr${at}`,
        `  ${own} programme ${founding} --as-of 2034-01-01${at}    with the wordings of our own texts`,
        `  ${own} serve${at}    all of it in a browser`,
        `  ${own} ledger --party KZ${at}`,
      ])
      return 0
    })
  },
)
