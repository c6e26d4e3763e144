import type { Source } from '../../model.ts'
import type { Store } from '../../store/store.ts'
import type { Added, Incoming, WithBytes } from '../../store/types.ts'
import { CliError } from '../error.ts'
import { given } from '../given.ts'
import { harmless } from '../harmless.ts'
import { plural } from '../layout.ts'
import { showing, withStore } from '../open.ts'
import { aboutOf, feedOnly, languageTag } from '../options.ts'
import { write, writeLines } from '../output.ts'
import { Progress } from '../progress.ts'
import { screen } from '../screen.ts'
import { type Call, day, usage } from '../usage.ts'
import { verb } from '../verb.ts'
import { threading, threadsOf } from '../work/threads.ts'
import { Clearing } from './clear.ts'
import { type Ahead, Hands } from './hands.ts'
import { type Input, type Inputs, inputsOf } from './inputs.ts'
import { type Report, touchesOf } from './touches.ts'
import { reportLines } from './view.ts'

const addUsage = usage({
  verb: 'add',
  calls: [
    ['add FILE... | FOLDER | -', 'read texts and put them into the ledger, which is made where there is none'],
    ['add --jsonl [FILE...]', 'one document a line, as read --jsonl takes them; id stays as external id'],
  ],
  options: {
    jsonl: {
      about:
        'documents as JSON lines {id, text, title?, date?, publisher?, url?, language?}; files *.jsonl and *.jsonl.gz are read so anyway',
    },
    ...feedOnly,
    'no-originals': { about: 'texts alone: the bytes as received are not kept' },
    brief: { about: 'only counts: no line for each document' },
    progress: { about: 'where standard error is no terminal, a line every few seconds' },
    date: { value: 'DATE', about: 'date of the texts, where they do not come with one', check: day },
    language: { value: 'TAG', about: 'language of the texts, where they do not come with one', check: languageTag },
    ...threading,
    ...showing,
  },
  after: `The same text twice changes nothing. Killed or stopped with Ctrl-C, what was reported is in, and the same call again does the rest.
Exit code: 0, 1 when a line was broken, 2 when a file could not be read or the call is wrong, 130 when stopped.`,
  words: [0, Number.POSITIVE_INFINITY],
})

/** Documents, and characters, that are put in at once: nothing of a batch is in before all of it is. */
const batchDocuments = 50
const batchCharacters = 1_000_000

/** Most characters of one text: it is put in as a whole, for which one of ten million took 2.3 GB (docs/measurements.md). */
const MOST = 10_000_000

interface Totals {
  documents: number
  added: number
  known: number
  refused: number
  statements: number
}

/** The verb `add`. JSON: `{documents: Report[], totals, refused: [{name, error}]}`. */
export const addVerb = verb(addUsage, async (call) => {
  const { words, values } = call
  if (!words.length && !values.jsonl) throw new CliError('add: nothing named; name text files or folders, or - for standard input')
  const hands = new Hands(threadsOf(values.threads))
  const about = { language: values.language, feedOnly: values['feed-only'] }
  const inputs = inputsOf(words.length ? words : ['-'], values.jsonl, about, hands)
  return withStore(values.ledger, { create: true }, (store) => new Adding(store, inputs, hands, call).run())
})

/** What stands in a batch, in the order of the inputs. */
type Entry =
  | { readonly name: string; readonly fault: string; readonly code: number }
  | { readonly name: string; readonly source: Source; readonly remarks?: readonly string[]; readonly receipt?: WithBytes }

/** A batch that other threads read while the one before it is put in. */
interface Batch {
  readonly entries: readonly Entry[]
  /** One a document, none for faults. */
  readonly ahead: readonly Promise<Ahead>[]
}

/** One run of `add`: takes inputs in batches until they end or somebody stops it. */
class Adding {
  private readonly store: Store
  private readonly inputs: Inputs
  private readonly values: Call<typeof addUsage.options>['values']
  private readonly about: Partial<Source>
  private readonly progress: Progress
  private readonly totals: Totals = { documents: 0, added: 0, known: 0, refused: 0, statements: 0 }
  private readonly faults: { name: string; error: string }[] = []
  private readonly hands: Hands
  private readonly clearing = new Clearing()
  private batch: Entry[] = []
  private waiting: Batch | undefined
  private characters = 0
  private bytes = 0
  private shown = 0
  /** Texts added that nobody dated. */
  private undated = 0
  private code = 0
  private stopped = false
  private stop: () => void = () => {}

  constructor(store: Store, inputs: Inputs, hands: Hands, call: Call<typeof addUsage.options>) {
    this.store = store
    this.inputs = inputs
    this.values = call.values
    this.about = aboutOf(call.values)
    this.progress = new Progress('documents', call.values.progress)
    this.hands = hands
  }

  async run(): Promise<number> {
    const stop = () => {
      this.stopped = true
      this.stop()
      process.once('SIGINT', () => process.exit(130))
    }
    process.once('SIGINT', stop)
    try {
      if (this.values.json) await write('{"documents":[')
      await this.takeAll()
      process.off('SIGINT', stop)
      this.progress.clear()
      await this.close()
    } finally {
      await this.hands.close()
    }
    return this.stopped ? 130 : this.code
  }

  private async takeAll(): Promise<void> {
    while (!this.stopped) {
      // what threads are at when it is stopped is not waited for
      const next = await this.unlessStopped(this.inputs.documents.next())
      if (!next || next.done) break
      await this.take(next.value)
      if (this.batch.length >= batchDocuments || this.characters >= batchCharacters) await this.put()
    }
    if (this.stopped) process.stdin.destroy()
    await this.put()
    await this.putWaiting()
  }

  /** What comes of some work, or nothing once it is stopped. Not a race: one against a promise that lives as long as the run would keep all that was ever awaited. */
  private async unlessStopped<T>(work: Promise<T>): Promise<T | undefined> {
    if (this.stopped) return undefined
    try {
      return await new Promise<T | undefined>((settle, fail) => {
        this.stop = () => settle(undefined)
        work.then(settle, fail)
      })
    } finally {
      this.stop = () => {}
    }
  }

  private async take(input: Input): Promise<void> {
    const { name } = input
    this.bytes = input.bytes
    if ('fault' in input) this.batch.push({ name, fault: input.fault, code: input.line ? 1 : 2 })
    else if (input.source.text.length > MOST)
      this.batch.push({ name, fault: `is a text of more than ${MOST / 1e6} million characters; split it into its documents`, code: 2 })
    else {
      const { remarks } = input
      const receipt = this.values['no-originals'] ? undefined : input.receipt
      this.batch.push({ name, source: { ...this.about, ...input.source }, ...given({ remarks, receipt }) })
      this.characters += input.source.text.length + (receipt?.bytes?.length ?? 0)
      await this.hands.expect(input.source.text.length)
    }
  }

  private refuse(name: string, error: string, code: number): void {
    this.totals.documents++
    this.totals.refused++
    this.code = Math.max(this.code, code)
    if (this.values.json) this.faults.push({ name, error })
    this.progress.clear()
    process.stderr.write(`stocktake: ${harmless(`${name}: ${error}`)}\n`)
  }

  /** Puts the batch in; where other threads read, the one before it, while they read this one. */
  private async put(): Promise<void> {
    const entries = this.batch
    // a ledger in a file is written without ever coming back to the event loop: let Ctrl-C be heard
    await new Promise(setImmediate)
    if (this.stopped || !entries.length) return
    this.batch = []
    this.characters = 0
    const ahead = await this.hands.readAhead(this.store, entries.flatMap(incomingOf))
    // a failure is thrown when its turn comes
    for (const one of ahead) one.catch(() => {})
    const before = this.waiting
    this.waiting = { entries, ahead }
    if (before) await this.enter(before)
    if (!this.hands.many) await this.putWaiting()
  }

  private async putWaiting(): Promise<void> {
    const { waiting } = this
    this.waiting = undefined
    if (waiting && !this.stopped) await this.enter(waiting)
  }

  /** Puts a batch in, then reports it: what is reported is in. */
  private async enter({ entries, ahead }: Batch): Promise<void> {
    const readings = await this.unlessStopped(Promise.all(ahead))
    if (this.stopped || !readings) return
    const known: Iterator<Ahead> = readings.values()
    const read = entries.map((entry) => ('fault' in entry ? { entry } : { entry, ahead: known.next().value as Ahead }))
    const coming = read.flatMap(({ entry, ahead }) =>
      !ahead || 'fault' in ahead ? [] : incomingOf(entry).map((one) => ({ ...one, ...ahead })),
    )
    const done = await this.store.add(coming)
    const later = new Set(done.map(({ document }) => document.hash))
    const results = done.values()
    for (const { entry, ahead } of read) {
      const { name } = entry
      const fault = 'fault' in entry ? entry : ahead && 'fault' in ahead ? { ...ahead, code: 2 } : undefined
      if (fault || 'fault' in entry) {
        if (fault) this.refuse(name, fault.fault, fault.code)
        continue
      }
      const added = results.next().value as Added
      later.delete(added.document.hash)
      if (added.status === 'refused') {
        this.refuse(name, added.reason ?? 'is refused', 2)
        continue
      }
      this.totals.documents++
      this.totals[added.status]++
      if (added.status === 'added' && added.document.date === undefined) this.undated++
      this.totals.statements += added.statements
      if (!this.values.brief)
        await this.report({ ...added, touches: await touchesOf(this.store, added, later), ...given({ remarks: entry.remarks }) }, name)
    }
    const { added, known: old } = this.totals
    const share = this.inputs.bytes ? this.bytes / this.inputs.bytes : undefined
    this.clearing.between()
    this.progress.show({ done: this.totals.documents, of: this.inputs.count, share, note: `${added} new, ${old} known` })
  }

  private async report(report: Report, name: string): Promise<void> {
    this.progress.clear()
    if (this.values.json) await write(`${this.shown++ ? ',\n' : '\n'}${JSON.stringify(report)}`)
    else await writeLines(reportLines(report, name, screen(this.values)))
  }

  private async close(): Promise<void> {
    const waiting = await this.store.suggestions({ limit: 1 })
    if (this.values.json) {
      const totals = { ...this.totals, waiting: waiting.total }
      await write(`\n],"refused":${JSON.stringify(this.faults)},"totals":${JSON.stringify(totals)},"stopped":${this.stopped}}\n`)
      return
    }
    const { added, known, refused, statements } = this.totals
    const links = `${waiting.more ? 'more than ' : ''}${plural(waiting.total, 'link')} ${waiting.total === 1 ? 'waits' : 'wait'} for stocktake review`
    const passed = [...this.inputs.passed].map(([ending, count]) => `${count} ${ending}`).join(', ')
    const seconds = this.progress.seconds()
    const lines = [
      `${plural(added, 'text')} added, ${known} known already, ${refused} refused · ${plural(statements, 'statement')}`,
      ...(this.undated
        ? [`${this.undated} without a date: counted as the latest wording; the same call with --date says when it was said`]
        : []),
      ...(waiting.total ? [links] : []),
      ...(seconds > 2 ? [`${(this.totals.documents / seconds).toFixed(1)} documents a second`] : []),
      ...(passed ? [`files that are no texts, passed over: ${harmless(passed)}`] : []),
      ...(this.stopped ? ['stopped: what is reported is in; the same call again does the rest'] : []),
    ]
    await writeLines(lines)
  }
}

/** The document of an entry as the store takes it; nothing for a fault. */
function incomingOf(entry: Entry): Incoming[] {
  if ('fault' in entry) return []
  const { id, ...source } = entry.source
  return [{ source, ...given({ externalId: id, receipt: entry.receipt }) }]
}
