/** A process of `npm run bench -- copies`: KILOBYTES DOSE ROUNDS; prints its times as JSON. Dose `alone`: light, without jsdiff. */
import { diffWords } from 'diff'
import { collate } from '../src/compare/collate/collate.ts'
import { read, vocabularyOf } from '../src/index.ts'
import type { Vocabulary } from '../src/lexicon/vocabulary.ts'
import type { CopiesRun } from './copies.ts'
import { damage, heavy, light } from './damage.ts'
import { makeText } from './text.ts'

const [kilobytes = '20', dose = 'light', rounds = '5'] = process.argv.slice(2)
const english = vocabularyOf('en') as Vocabulary
const a = makeText(Number(kilobytes) * 1024, 'many')
const b = damage(a, dose === 'heavy' ? heavy : light, 7).text

/** Milliseconds of the processor, which a busy machine does not stretch. */
function timeOf(act: () => unknown): number {
  const before = process.cpuUsage()
  act()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

let [own, jsdiff] = [Number.POSITIVE_INFINITY, dose === 'alone' ? 0 : Number.POSITIVE_INFINITY]
for (let round = 0; round < Number(rounds); round++) {
  const compare = () =>
    collate(
      [a, b].map((text, i) => ({ id: String(i), text, reading: read({ text }) })),
      english,
    )
  own = Math.min(own, timeOf(compare))
  if (dose !== 'alone')
    jsdiff = Math.min(
      jsdiff,
      timeOf(() => diffWords(a, b)),
    )
}
const run: CopiesRun = { own, jsdiff }
process.stdout.write(JSON.stringify(run))
