import { wellFormed } from '../../store/database/columns.ts'
import type { Store } from '../../store/store.ts'
import { CliError } from '../error.ts'
import { given } from '../given.ts'
import { harmless } from '../harmless.ts'
import { judgementLine } from '../judgements.ts'
import { plural } from '../layout.ts'
import { ledgerOption, withStore } from '../open.ts'
import { write, writeJson, writeLines } from '../output.ts'
import { usage } from '../usage.ts'
import { verb } from '../verb.ts'

const options = { ...ledgerOption, json: { about: 'as JSON' } } as const

const rereadUsage = usage({
  verb: 'ledger reread',
  calls: [['ledger reread', 'reads texts again that were read with an older lexicon; judgements are carried over']],
  options: {
    ...options,
    originals: { about: 'also says of which kept originals the intake of today makes another text' },
    apply: { about: 'with --originals: puts the text of today in the place of the old one, with what was judged of it' },
    verbose: { about: 'with --originals: names them' },
  },
  after: `Without --apply offsets are those of the text in the ledger, which stays as it is. With it, each judgement on such a text is given again on the same words of the
new one, by its author and of its time, and the old one withdrawn; what has no place there is an orphan: stocktake ledger orphans. One document a step.`,
})

/**
 * The verb `ledger reread`. JSON: `{texts, statements, carried, orphaned}`, with `--originals` also `{originals, differing: [{document, fault?}]}`, with `--apply`
 * also `applied: {texts, moved, orphaned}`.
 */
export const reread = verb(rereadUsage, ({ values }) => {
  if (values.apply && !values.originals) throw new CliError('ledger reread: --apply goes with --originals')
  return withStore(values.ledger, {}, async (store) => {
    const done = await store.reread()
    const kept = values.originals ? await differing(store, values.apply) : undefined
    if (values.json) await writeJson({ ...done, ...kept })
    else if (!done.texts) await write('every text was read with the lexicon of today\n')
    else {
      const carried = `${plural(done.carried, 'judgement')} carried over, ${done.orphaned} orphaned`
      await write(`${plural(done.texts, 'text')} read again: ${plural(done.statements, 'statement')} · ${carried}\n`)
    }
    if (kept && !values.json) {
      const { applied } = kept
      await write(
        `${plural(kept.originals, 'original')} taken in again: ${kept.differing.length} ${applied ? 'gave' : 'would give'} another text today\n`,
      )
      if (applied) {
        const judged = `${plural(applied.moved, 'judgement')} given again, ${applied.orphaned} orphaned`
        await write(`${plural(applied.texts, 'document')} with the text of today now: ${judged}\n`)
      }
      if (values.verbose) await writeLines(kept.differing.map(({ document, fault }) => harmless(`${document}${fault ? `: ${fault}` : ''}`)))
    }
    return 0
  })
})

interface Differing {
  readonly originals: number
  /** `fault`: why it has no text of today, or was left as it is. */
  readonly differing: readonly { readonly document: string; readonly fault?: string }[]
  readonly applied?: { readonly texts: number; readonly moved: number; readonly orphaned: number }
}

/** Documents whose bytes give another text today than the ledger has. @param apply puts it in the place of the old one */
async function differing(store: Store, apply: boolean): Promise<Differing> {
  const { textAgain } = await import('../../intake/again.ts')
  const ids = await store.originals()
  const found: { document: string; fault?: string }[] = []
  const applied = { texts: 0, moved: 0, orphaned: 0 }
  for (const id of ids) {
    const [receipt, bytes, document] = [await store.receipt(id), await store.bytes(id), await store.document(id)]
    if (!receipt || !bytes || !document) continue
    const { ending, type, url } = receipt
    const now = await textAgain(bytes, given({ name: ending && `original${ending}`, type, url }))
    if ('fault' in now) found.push({ document: id, fault: now.fault })
    else if (wellFormed(now.text) !== document.text) {
      const made = apply ? await store.rederive(id, now.text) : undefined
      found.push({ document: id, ...given({ fault: made?.refused }) })
      if (!made?.made) continue
      applied.texts++
      applied.moved += made.moved
      applied.orphaned += made.orphaned
    }
  }
  return { originals: ids.length, differing: found, ...(apply && { applied }) }
}

const statsUsage = usage({ verb: 'ledger stats', calls: [['ledger stats', 'how much is in the ledger']], options, after: '' })

/** The verb `ledger stats`. JSON: counts by name. */
export const stats = verb(statsUsage, ({ values }) =>
  withStore(values.ledger, { readOnly: true }, async (store) => {
    const counts = await store.stats()
    if (values.json) await writeJson(counts)
    else await writeLines(Object.entries(counts).map(([name, count]) => `${String(count).padStart(10)}  ${name}`))
    return 0
  }),
)

const orphansUsage = usage({
  verb: 'ledger orphans',
  calls: [['ledger orphans', 'judgements on statements that are not there any more, to be given again or withdrawn']],
  options,
  after: '',
})

/** The verb `ledger orphans`. JSON: `{judgements}`. */
export const orphans = verb(orphansUsage, ({ values }) =>
  withStore(values.ledger, { readOnly: true }, async (store) => {
    const judgements = await store.orphans()
    if (values.json) await writeJson({ judgements })
    else if (!judgements.length) await write('no judgement is orphaned\n')
    else await writeLines(judgements.map(judgementLine))
    return 0
  }),
)
