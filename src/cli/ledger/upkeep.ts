import { wellFormed } from '../../store/columns.ts'
import type { Store } from '../../store/store.ts'
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
    originals: { about: 'also says of which kept originals the intake of today makes another text; nothing of these is changed' },
    verbose: { about: 'with --originals: names them' },
  },
  after: `Offsets are those of the text in the ledger, which stays as it is. To have the text of today beside it, save the original and add it:
stocktake show ID --original PATH, then stocktake add PATH.`,
})

/** The verb `ledger reread`. JSON: `{texts, statements, carried, orphaned}`, with `--originals` also `{originals, differing: [{document, fault?}]}`. */
export const reread = verb(rereadUsage, ({ values }) =>
  withStore(values.ledger, {}, async (store) => {
    const done = await store.reread()
    const kept = values.originals ? await differing(store) : undefined
    if (values.json) await writeJson({ ...done, ...kept })
    else if (!done.texts) await write('every text was read with the lexicon of today\n')
    else {
      const carried = `${plural(done.carried, 'judgement')} carried over, ${done.orphaned} orphaned`
      await write(`${plural(done.texts, 'text')} read again: ${plural(done.statements, 'statement')} · ${carried}\n`)
    }
    if (kept && !values.json) {
      await write(`${plural(kept.originals, 'original')} taken in again: ${kept.differing.length} would give another text today\n`)
      if (values.verbose) await writeLines(kept.differing.map(({ document, fault }) => harmless(`${document}${fault ? `: ${fault}` : ''}`)))
    }
    return 0
  }),
)

/** Documents whose bytes give another text today than the ledger has. */
async function differing(store: Store): Promise<{ originals: number; differing: { document: string; fault?: string }[] }> {
  const { textAgain } = await import('../../intake/again.ts')
  const ids = await store.originals()
  const found: { document: string; fault?: string }[] = []
  for (const id of ids) {
    const [receipt, bytes, document] = [await store.receipt(id), await store.bytes(id), await store.document(id)]
    if (!receipt || !bytes || !document) continue
    const { ending, type, url } = receipt
    const now = await textAgain(bytes, given({ name: ending && `original${ending}`, type, url }))
    if ('fault' in now) found.push({ document: id, fault: now.fault })
    else if (wellFormed(now.text) !== document.text) found.push({ document: id })
  }
  return { originals: ids.length, differing: found }
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
