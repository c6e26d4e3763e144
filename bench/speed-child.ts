/**
 * Measures in one process, and prints JSON: the reader beside wink-nlp (sentences and part of speech) and a bare regex
 * for words, in turn over the same texts. Arguments: path of the bulk corpus, step of the sample, rounds, `whole` to
 * read everything once too, or `reader` to read the sample only (for a profile).
 */
import winkModel from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { read } from '../src/index.ts'
import { bulkDocuments } from './bulk.ts'

/** Megabytes (10^6 bytes of UTF-8) a second, of the time of the processor (all threads of the process) and by the clock. */
export interface Rate {
  cpu: number
  clock: number
}
/** Rates of each in every round, and of the reader over the whole corpus. */
export interface SpeedRun {
  megabytes: number
  documents: number
  reader: Rate[]
  wink: Rate[]
  winkOut: Rate[]
  regex: Rate[]
  whole?: { megabytes: number; documents: number; rate: Rate }
}

const [path = '', step = '10', rounds = '3', mode = ''] = process.argv.slice(2)

interface Items {
  length(): number
  out(its?: unknown): unknown[]
}
interface Wink {
  readDoc(text: string): { tokens(): Items; sentences(): Items }
  its: { pos: unknown }
}

function megabytes(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6
}

let kept = 0

/** Rate of `work` over the texts. Every result is counted, so that none can be left out by the compiler. */
function rate(texts: readonly string[], size: number, work: (text: string) => number): Rate {
  const [from, used] = [performance.now(), process.cpuUsage()]
  for (const text of texts) kept += work(text)
  const { user, system } = process.cpuUsage(used)
  return { cpu: (size * 1e6) / (user + system), clock: (size * 1000) / (performance.now() - from) }
}

const readOne = (text: string): number => read({ text, language: 'en' }).statements.length

function countWords(text: string): number {
  let words = 0
  for (const match of text.matchAll(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)) words += +(match.index >= 0)
  return words
}

function measure(): SpeedRun {
  const texts = bulkDocuments(path, Number(step)).map((one) => one.text)
  const size = megabytes(texts)
  const run: SpeedRun = { megabytes: size, documents: texts.length, reader: [], wink: [], winkOut: [], regex: [] }
  if (mode === 'reader') {
    for (let round = 0; round < Number(rounds); round++) run.reader.push(rate(texts, size, readOne))
    return run
  }
  const make = winkNLP as unknown as (model: unknown, pipes: string[]) => Wink
  const nlp = make(winkModel, ['sbd', 'pos'])
  const tag = (text: string): number => nlp.readDoc(text).tokens().length()
  const tagOut = (text: string): number => {
    const document = nlp.readDoc(text)
    return document.sentences().out().length + document.tokens().out(nlp.its.pos).length
  }
  for (const work of [readOne, tag, tagOut, countWords]) rate(texts, size, work) // compiled by now, as over the whole corpus
  for (let round = 0; round < Number(rounds); round++) {
    run.reader.push(rate(texts, size, readOne))
    run.wink.push(rate(texts, size, tag))
    run.winkOut.push(rate(texts, size, tagOut))
    run.regex.push(rate(texts, size, countWords))
  }
  if (mode === 'whole') {
    const all = bulkDocuments(path).map((one) => one.text)
    const allSize = megabytes(all)
    run.whole = { megabytes: allSize, documents: all.length, rate: rate(all, allSize, readOne) }
  }
  return run
}

const result = measure()
if (kept < 0) throw new Error('impossible')
console.log(JSON.stringify(result))
