import { type Shifted, shiftedFormulas } from '../../compare/phrases/formulas.ts'
import { harmless } from '../harmless.ts'
import { block, plural, styleOf } from '../layout.ts'
import { dim, type Mark } from '../marks.ts'
import { viewing } from '../options.ts'
import { writeJson, writeLines } from '../output.ts'
import { type Screen, screen } from '../screen.ts'
import { usage } from '../usage.ts'
import { verb } from '../verb.ts'
import { textOfFile, textsOfFiles, vocabulary } from './texts.ts'

const phrasesUsage = usage({
  verb: 'phrases',
  calls: [['phrases OLD NEW', 'set phrases of three words and more that appeared or vanished, rare ones first']],
  options: {
    among: { value: 'PATH', about: 'other texts of the series: a phrase that they have too is a set phrase', many: true },
    json: { about: 'as JSON: {phrases: [{change, phrase, rarity, texts, as, spans}]}' },
    ...viewing,
  },
  after: `A phrase is held to be set when it comes again, in one text or in several, or is written as a name.
Exit code: 0, 2 when a file could not be read or the call is wrong.`,
  words: [2, 2],
})

/** The verb `phrases`. Returns the exit code: 0, 2 when a file could not be read. */
export const phrasesVerb = verb(phrasesUsage, async ({ values, words: [older = '', newer = ''] }) => {
  const words = vocabulary()
  const [old, fresh] = [await textOfFile(older, words), await textOfFile(newer, words)]
  const { texts: among, code } = await textsOfFiles(values.among, words)
  const others = among.filter(({ text }) => text !== old.text && text !== fresh.text)
  const found = shiftedFormulas(old, fresh, others)
  if (values.json) await writeJson({ phrases: found.map(({ key: _, ...plain }) => plain) })
  else await writeLines(phrasesLines(found, others.length + 2, screen(values)))
  return code
})

const changes: Readonly<Record<Shifted['change'], Mark>> = { appeared: ['+', 'appeared', '32'], vanished: ['−', 'vanished', '31'] }

function* phrasesLines(found: readonly Shifted[], texts: number, { color, width }: Screen): Generator<string> {
  const style = styleOf({ color })
  for (const { change, phrase, texts: having, as } of found) {
    const known = having > 1 ? ` · in ${having} of ${texts} texts` : as === 'name' ? ' · a name' : ' · more than once'
    yield* block(changes[change], [[harmless(phrase)], [known, dim]], width, style)
  }
  if (found.length) yield ''
  const count = (change: Shifted['change']) => found.filter((one) => one.change === change).length
  yield found.length
    ? `${plural(count('appeared'), 'phrase')} appeared, ${count('vanished')} vanished`
    : 'no set phrase appeared or vanished'
}
