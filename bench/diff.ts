/**
 * Gains and losses against a git revision: `npm run bench -- diff REV [--show N] [--step N] [--docs]`. The revision's
 * reader and this one read the gold documents and a fixed sample of the bulk corpus.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Source, Statement } from '../src/model.ts'
import { newFolder } from '../test/folder.ts'
import { accuracyFigures } from './accuracy.ts'
import { bulkDocuments, bulkPath } from './bulk.ts'
import { type Change, changeKinds, compareStatements } from './changes.ts'
import { differences } from './figures.ts'
import { type GoldDocument, type GoldStatement, heldBack, jsonLines, root, sharedFolder } from './gold.ts'
import { goldPath, type Scored, scoreSets, sets } from './gold-run.ts'
import { loadRead, type Read } from './reader.ts'
import { match, setF1 } from './score.ts'
import { UsageError } from './usage.ts'

const options = { show: { type: 'string', default: '60' }, step: { type: 'string', default: '100' } } as const

/** Unpacks a revision into a folder of its own, gives the folder to `use`, and removes it whatever happens. Throws when git does not know the revision. */
export async function withRevision<T>(revision: string, use: (checkout: string) => Promise<T>): Promise<T> {
  const folder = newFolder()
  try {
    const archive = spawnSync('git', ['archive', '--format=tar', revision], { cwd: root, maxBuffer: 1 << 30 })
    if (archive.status !== 0) throw new UsageError(`diff ${revision}: git has no such revision; name a branch, a tag or a commit`)
    execFileSync('tar', ['-xf', '-', '-C', folder], { input: archive.stdout })
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Verdict = 'right' | 'right place'

/** What the gold says of each statement: all of kind, force and parties right, place and kind right, or nothing of it. */
function verdicts(doc: GoldDocument, statements: readonly Statement[]): Map<Statement, Verdict> {
  const found = new Map<Statement, Verdict>()
  for (const [g, p] of match(doc, statements).coded) {
    const [gold, mine] = [doc.statements[g] as GoldStatement, statements[p] as Statement]
    found.set(mine, gold.force === mine.force && setF1(gold.parties, mine.parties) === 1 ? 'right' : 'right place')
  }
  return found
}

const flat = (text: string) => text.replace(/\s+/g, ' ').slice(0, 220)
const brief = (s: Statement) => `${s.kind}/${s.force} [${s.parties.join(' ')}]`

function line({ type, before, after }: Change, judged?: ReadonlyMap<Statement, Verdict>): string {
  const show = (s: Statement | undefined) => (s ? [`${brief(s)}${judged ? ` (${judged.get(s) ?? 'wrong'})` : ''}`] : [])
  const quote =
    before && after && before.quote !== after.quote
      ? `«${flat(before.quote)}» -> «${flat(after.quote)}»`
      : `«${flat((after ?? before)?.quote ?? '')}»`
  return `  ${type.padEnd(8)} ${[...show(before), ...show(after)].join(' -> ')}  ${(after ?? before)?.grounds.kind?.rule ?? '?'}\n           ${quote}`
}

const countLine = (changes: readonly Change[]): string =>
  changeKinds.map((type) => `${changes.filter((one) => one.type === type).length} ${type}`).join(', ')

/** Changes in the gold documents: sentence by sentence in the work half, counted in the held half. */
function printGold(before: readonly Scored[], after: readonly Scored[], show: number): void {
  let shown = 0
  for (const set of sets)
    for (const held of [false, true]) {
      const all: Change[] = []
      for (const [i, now] of after.entries()) {
        const was = before[i] as Scored
        if (now.set !== set || now.held !== held) continue
        const changes = compareStatements(was.reading.statements, now.reading.statements)
        all.push(...changes)
        if (held || !changes.length || shown >= show) continue
        console.log(`=== ${now.doc.id}`)
        const judged = new Map([...verdicts(was.doc, was.reading.statements), ...verdicts(now.doc, now.reading.statements)])
        for (const change of changes.slice(0, show - shown)) console.log(line(change, judged))
        shown += changes.length
      }
      console.log(`${set}, ${held ? 'held' : 'work'}: ${countLine(all)}`)
    }
}

/** The first letters and digits of a text: enough to know a copy of it by. */
const fingerprint = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, 400)
    .toLowerCase()
const middle = (text: string): string => fingerprint(text.slice(text.length >> 1)).slice(0, 60)

/** A sample of the bulk corpus, every `step`-th document from `first` on, without any copy of a held-back one. */
export function bulkSample(shared: string, step: number, first = 0): Source[] {
  const path = bulkPath(shared)
  if (!path) return []
  const ids = heldBack()
  const held = sets.flatMap((set) => jsonLines<GoldDocument>(goldPath(shared, set))).filter((doc) => ids.has(doc.id))
  const openings = new Set(held.map((doc) => fingerprint(doc.text)))
  const middles = held.map((doc) => middle(doc.text))
  return bulkDocuments(path, step, first).filter(({ text }) => {
    if (openings.has(fingerprint(text))) return false
    const letters = text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase()
    return !middles.some((one) => letters.includes(one))
  })
}

function printBulk(shared: string, before: Read, after: Read, step: number, show: number): void {
  const all: Change[] = []
  const lines: string[] = []
  const documents = bulkSample(shared, step)
  for (const { id, text } of documents) {
    const changes = compareStatements(before({ id: id ?? '', text }).statements, after({ id: id ?? '', text }).statements)
    all.push(...changes)
    if (changes.length) lines.push(`=== ${id}`, ...changes.slice(0, 5).map((one) => line(one)))
  }
  for (const one of lines.slice(0, show)) console.log(one)
  console.log(
    documents.length
      ? `bulk sample of ${documents.length} documents: ${countLine(all)}`
      : 'bulk: skipped, no corpus/bulk-en.jsonl.gz in the shared folder',
  )
}

/** Runs the part; prints statements gained, lost and changed, and what became of each figure. */
export async function diff(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const shared = sharedFolder()
  if (!shared) return console.log('diff: skipped, no gold in the shared folder')
  const revision = positionals[0] ?? 'HEAD'
  await withRevision(revision, async (checkout) => {
    const [theirs, ours] = [await loadRead(checkout), await loadRead()]
    const [before, after] = [scoreSets(shared, theirs), scoreSets(shared, ours)]
    printBulk(shared, theirs, ours, Number(values.step), Number(values.show))
    printGold(before, after, Number(values.show))
    const was = new Map(accuracyFigures(before).map((one) => [one.id, one.value]))
    const lines = differences(accuracyFigures(after), was, ['accuracy'])
    console.log(lines.length ? `figures against ${revision}:\n${lines.join('\n')}` : `no figure differs from ${revision}`)
  })
}
