/**
 * How often the event types that `export --format plover` gives agree with sentences coded by people: `npx tsx bench/event-codes.ts [--misses]`.
 * A record counts as met where one statement of its sentence has one of its types. Records with drift, whose label follows an older codebook,
 * stand apart.
 */
import { join } from 'node:path'
import { codesOf } from '../src/export/events/codes.ts'
import { read } from '../src/index.ts'
import { jsonLines, sharedOrSkip } from './gold.ts'

interface Row {
  readonly kind: string
  readonly text: string
  readonly expected: readonly { readonly code: string; readonly cameo_root_derived?: string; readonly drift?: string }[]
}

const rows = jsonLines<Row>(join(sharedOrSkip('event codes'), 'gold', 'events.dev.jsonl')).filter(({ kind }) => kind === 'gold')
const misses = process.argv.includes('--misses')

for (const drift of [false, true]) {
  const some = rows.filter(({ expected }) => expected.some((event) => event.drift) === drift)
  const tally = { met: 0, root: 0, none: 0, other: 0 }
  for (const { text, expected } of some) {
    const codes = read({ text, language: 'en' }).statements.map(codesOf)
    const types = codes.map(({ plover }) => plover).filter((type) => type)
    if (codes.some(({ cameo }) => cameo && expected.some((e) => e.cameo_root_derived === cameo.slice(0, 2)))) tally.root++
    if (types.some((type) => expected.some(({ code }) => code === type))) tally.met++
    else if (types.length === 0) tally.none++
    else tally.other++
    if (misses && !types.some((type) => expected.some(({ code }) => code === type)))
      console.log(expected.map(({ code }) => code).join(), '|', codes.map((c) => `${c.act}>${c.plover || c.note}`).join('; '), '|', text)
  }
  console.log(
    `${drift ? 'with drift' : 'gold'}: ${some.length} records, type met ${tally.met}, another type ${tally.other}, no type ${tally.none}; CAMEO root met ${tally.root}`,
  )
}
