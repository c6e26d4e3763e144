import type { Suggestion } from '../../ledger/dump.ts'
import type { Store } from '../../store/store.ts'
import { type Author, authorLine, authorOf } from '../author.ts'
import { given } from '../given.ts'
import { harmless } from '../harmless.ts'
import { append } from '../judge.ts'
import { plural } from '../layout.ts'
import { judging, withStore } from '../open.ts'
import { viewing } from '../options.ts'
import { writeJson, writeLines } from '../output.ts'
import { type Screen, screen } from '../screen.ts'
import { usage, whole } from '../usage.ts'
import { verb } from '../verb.ts'
import { type Keys, keysOf } from './keys.ts'
import { pairLines, type Side } from './view.ts'

const reviewUsage = usage({
  verb: 'review',
  calls: [['review', 'asks about the links that the program is not sure of, the surest first; one key answers']],
  options: {
    limit: { value: 'COUNT', about: 'stop after so many answers', check: whole(1, 100_000, 'count') },
    ...judging,
    json: { about: 'as JSON: the queue, without asking' },
    ...viewing,
  },
  after: `a accept: the same · r reject: different, for good · u unsure: not asked again · s skip: asked another time · z undo · q quit · ? help
Each answer is in the journal before the next pair is shown. From a pipe, one letter a line.`,
})

const help = 'a accept · r reject · u unsure · s skip · z undo · q quit · ? help'
const verdicts: Readonly<Record<string, Verdict>> = { a: 'same', r: 'different', u: 'unsure' }

/** The verb `review`. JSON: `{suggestions, total}`. */
export const reviewVerb = verb(reviewUsage, ({ values }) => {
  if (values.json)
    return withStore(values.ledger, { readOnly: true }, async (store) => {
      const { rows, total, more } = await store.suggestions({ limit: Number(values.limit ?? 1000) })
      await writeJson({ suggestions: rows, total, more })
      return 0
    })
  const author = authorOf(values.by)
  return withStore(values.ledger, {}, async (store) => {
    const keys = keysOf(process.stdin)
    try {
      const limit = values.limit === undefined ? Number.POSITIVE_INFINITY : Number(values.limit)
      return await new Review(store, keys, author, values.reason, screen(values)).run(limit)
    } finally {
      keys.close()
    }
  })
})

/** Pairs of the queue that are read at once. */
const PAGE = 50

type Verdict = 'same' | 'different' | 'unsure'
/** A step that can be undone: an answer by withdrawing it, a skip by asking again. */
type Step = { readonly pair: string; readonly answer?: { readonly judgement: string; readonly verdict: Verdict } }

class Review {
  private readonly store: Store
  private readonly keys: Keys
  private readonly author: Author
  private readonly reason: string | undefined
  private readonly screen: Screen
  private readonly skipped = new Set<string>()
  private readonly steps: Step[] = []
  private readonly counts = { same: 0, different: 0, unsure: 0 }
  /** The pair to be asked again after an undo. */
  private again: string | undefined
  /** Where the queue begins that is not all skipped. */
  private from: string | undefined

  constructor(store: Store, keys: Keys, author: Author, reason: string | undefined, drawn: Screen) {
    this.store = store
    this.keys = keys
    this.author = author
    this.reason = reason
    this.screen = drawn
  }

  async run(limit: number): Promise<number> {
    await writeLines([`answers are written ${authorLine(this.author)}`, help].map(harmless))
    while (this.steps.filter(({ answer }) => answer).length < limit) {
      const found = await this.pick()
      if (!(await (found ? this.ask(found.pair, found.total) : this.end()))) break
    }
    const { same, different, unsure } = this.counts
    await writeLines([`${same} accepted, ${different} rejected, ${unsure} unsure, ${this.skipped.size} skipped`])
    return 0
  }

  /**
   * The next pair: one to be asked again, else the surest that was not skipped. Pages of the queue that were skipped whole are not read again before
   * its end, where an answer may have put something into them.
   */
  private async pick(): Promise<{ pair: Suggestion; total: number } | undefined> {
    const again = this.again
    let after = again === undefined ? this.from : undefined
    let isWhole = after === undefined
    for (;;) {
      const { rows, total, next } = await this.store.suggestions({ limit: PAGE, ...given({ after }) })
      const pair = rows.find((row) => (again === undefined ? !this.skipped.has(nameOf(row)) : nameOf(row) === again))
      if (pair) return { pair, total: total - this.skipped.size }
      after = next
      if (next !== undefined) {
        if (again === undefined) this.from = next
        continue
      }
      this.from = undefined
      if (again !== undefined) {
        this.again = undefined
        return this.pick()
      }
      if (isWhole) return undefined
      isWhole = true
    }
  }

  /** Nothing is left to ask. False: nor is there anything that somebody undoes. */
  private async end(): Promise<boolean> {
    const skipped = this.skipped.size ? `; ${plural(this.skipped.size, 'pair')} skipped` : ''
    await writeLines(['', `nothing else is waiting${skipped}${this.steps.length ? ' · z undo · any other key ends' : ''}`])
    return this.steps.length > 0 && (await this.keys.next()) === 'z' && this.undo()
  }

  /** Shows a pair and takes keys until one moves on. False: somebody quits. */
  private async ask(pair: Suggestion, total: number): Promise<boolean> {
    const { score, parts, barriers } = pair
    const [a, b] = [await this.side(pair.a.node), await this.side(pair.b.node)]
    await writeLines(['', ...pairLines({ a, b, score, parts, barriers }, `${plural(total, 'pair')} waiting`, this.screen)])
    for (;;) {
      const key = await this.keys.next()
      if (key === undefined || key === 'q') return false
      if (key === 'z') {
        if (await this.undo()) return true
        continue
      }
      if (key === 's') {
        this.skipped.add(nameOf(pair))
        this.steps.push({ pair: nameOf(pair) })
        this.again = undefined
        await writeLines(['  skipped'])
        return true
      }
      const verdict = verdicts[key]
      if (verdict) {
        await this.answer(pair, verdict)
        return true
      }
      await writeLines([key === '?' ? help : `  ${harmless(key)}: is no answer; ${help}`])
    }
  }

  private async answer(pair: Suggestion, verdict: Verdict): Promise<void> {
    const body = { type: 'link', a: pair.a.node, b: pair.b.node, verdict } as const
    const [judgement] = await append(this.store, this.author, [body], this.reason)
    this.counts[verdict]++
    this.again = undefined
    if (!judgement) throw new Error('the store wrote no judgement')
    this.steps.push({ pair: nameOf(pair), answer: { judgement: judgement.id, verdict } })
    await writeLines([`  ${verdict} · ${judgement.id}`])
  }

  private async undo(): Promise<boolean> {
    const step = this.steps.pop()
    if (!step) {
      await writeLines(['  nothing to undo'])
      return false
    }
    this.skipped.delete(step.pair)
    this.from = undefined
    this.again = step.pair
    if (step.answer) {
      await append(this.store, this.author, [{ type: 'withdrawal', of: step.answer.judgement }], undefined)
      this.counts[step.answer.verdict]--
    }
    await writeLines(['  undone'])
    return true
  }

  private async side(id: string): Promise<Side> {
    const node = await this.store.node(id)
    if (!node) throw new Error(`${id} waits for review and is not in the ledger`)
    const undertaking = await this.store.undertaking(node.undertaking)
    return { node, label: undertaking?.label ?? '', ...given({ document: node.document }) }
  }
}

const nameOf = ({ a, b }: Suggestion): string => `${a.node} ${b.node}`
