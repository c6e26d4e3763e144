/**
 * Recognition of languages: `npm run bench -- languages`. Sentences of bench/languages.tsv, alone and in the middle of an English text; texts of the
 * gold in Chinese and Russian; and how often an English text of the bulk corpus is taken for another, or a stretch of it is.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { read } from '../src/index.ts'
import { languageOf, languageToRead } from '../src/lexicon/language.ts'
import { bulkSample } from './diff.ts'
import { type Figure, figure } from './figures.ts'
import { jsonLines, sharedFolder } from './gold.ts'

const before = 'France will open a port in the north of Ruritania by the end of 2034.'
const after = 'Germany will train forty pilots a year.'

/** Runs the part; prints its lines and returns its figures. */
export async function languages(): Promise<Figure[]> {
  const rows = readFileSync('bench/languages.tsv', 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split('\t') as [string, string])
  const tags = [...new Set(rows.map(([tag]) => tag))]
  const counts = tags.map((tag) => {
    const own = rows.filter(([one]) => one === tag).map(([, sentence]) => sentence)
    return {
      tag,
      of: own.length,
      alone: own.filter((sentence) => languageOf(sentence).tag === tag).length,
      within: tag === 'en' ? 0 : own.filter((sentence) => isMarked(sentence, tag)).length,
    }
  })
  const sum = (key: 'of' | 'alone' | 'within', some = counts) => some.reduce((total, one) => total + one[key], 0)
  const foreign = counts.filter(({ tag }) => tag !== 'en')
  console.log(
    `languages: ${sum('alone')} of ${sum('of')} own sentences recognised alone (${counts.map(({ tag, alone, of }) => `${tag} ${alone}/${of}`).join(', ')}); ${sum('within', foreign)} of ${sum('of', foreign)} marked whole, and nothing else, between two English ones (${foreign.map(({ tag, within, of }) => `${tag} ${within}/${of}`).join(', ')})`,
  )
  const figures = [
    figure('languages.sentences', sum('alone') / sum('of')),
    figure('languages.stretches', sum('within', foreign) / sum('of', foreign)),
  ]
  return [...figures, ...ofShared()]
}

/** The sentence is the one foreign stretch of a text, whole, and what stands before and after it is read. */
function isMarked(sentence: string, tag: string): boolean {
  const text = `${before} ${sentence} ${after}`
  const { foreign, statements } = read({ text, language: 'en' })
  const [one, ...more] = foreign ?? []
  if (!one || more.length || one.language !== tag) return false
  return text.slice(one.span.from, one.span.to) === sentence && statements.length === 2
}

function ofShared(): Figure[] {
  const shared = sharedFolder()
  if (!shared) {
    console.log('languages: texts of the gold and the bulk corpus skipped, no shared folder')
    return []
  }
  const figures: Figure[] = []
  for (const tag of ['ru', 'zh']) {
    const path = join(shared, 'gold', `statements.${tag}.dev.jsonl`)
    if (!existsSync(path)) continue
    const texts = jsonLines<{ text: string }>(path).map(({ text }) => text)
    const right = texts.filter((text) => languageToRead(text, 'en').tag === tag).length
    console.log(`languages: ${right} of ${texts.length} texts of statements.${tag}.dev are ${tag}`)
    figures.push(figure(`languages.gold.${tag}`, right / texts.length))
  }
  const bulk = bulkSample(shared, 25)
  if (!bulk.length) return figures
  const other = bulk.filter(({ text }) => languageToRead(text, 'en').tag !== 'en').length
  const marked = bulk.filter(({ text }) => read({ text, language: 'en' }).foreign).length
  console.log(
    `languages: of ${bulk.length} releases of the bulk corpus in English ${other} are taken for another language; in ${marked} a foreign stretch is marked`,
  )
  return [...figures, figure('languages.bulk.other', other / bulk.length)]
}
