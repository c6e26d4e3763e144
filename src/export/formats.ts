import type { Dump } from '../ledger/dump.ts'
import { annotationsOf } from './annotation.ts'
import { type BriefOptions, briefOf } from './brief/brief.ts'
import { csvOf } from './csv/table.ts'
import { csvFiles } from './csv/tables.ts'
import { cameo } from './events/cameo.ts'
import { ploverOf } from './events/plover.ts'
import { entitiesOf } from './ftm/ftm.ts'
import { jsonOf } from './json.ts'
import type { File } from './rows.ts'

/** One text of its own, or several that belong together. */
type Format = (dump: Dump, options?: BriefOptions) => readonly File[]

/** What `export --format` knows, by name. A format of one file may go to standard output; one of several wants a folder. */
export const formats: Readonly<Record<string, Format>> = {
  json: (dump) => [{ name: 'ledger.json', pieces: jsonOf(dump) }],
  csv: csvFiles,
  annotations: (dump) => [{ name: 'annotations.jsonld', pieces: annotationsOf(dump) }],
  ftm: (dump) => [{ name: 'entities.ftm.json', pieces: entitiesOf(dump) }],
  plover: (dump) => [{ name: 'events.plover.jsonl', pieces: ploverOf(dump) }],
  cameo: (dump) => [{ name: 'events.cameo.csv', pieces: csvOf(cameo, dump) }],
  brief: (dump, options) => [{ name: 'brief.md', pieces: briefOf(dump, options) }],
}
