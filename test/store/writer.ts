import { openStore } from '../../src/store/store.ts'

/**
 * A program that adds documents and judges them, one of each a turn, and says each time what the ledger has acknowledged:
 * `writer.ts ADDRESS NAME TURNS [FROM]`. Killed at any moment, what it said must be there.
 */
const [address = '', who = '', turns = '1', from = '0'] = process.argv.slice(2)
const store = await openStore(address, { create: true })
for (let turn = Number(from); turn < Number(from) + Number(turns); turn++) {
  const text = `Canada will train ${turn + 2} soil experts in Kumasi.\n\nGhana agreed to build a solar park near Tamale, said ${who}.\n`
  const [added] = await store.add([{ source: { text, date: '2030-01-01', language: 'en' }, externalId: `${who}-${turn}` }])
  process.stdout.write(`document ${added?.document.id}\n`)
  const found = await store.document(added?.document.id ?? '')
  const on = found?.statements[0]?.statement.id ?? ''
  const at = new Date(Date.UTC(2031, 0, 1, 0, 0, turn)).toISOString()
  const [judgement] = await store.append(
    [
      {
        body: { type: 'evidence', on, shows: 'progress', certainty: 'high', page: { paraphrase: `seen by ${who}` } },
        by: who,
        reason: `turn ${turn}`,
      },
    ],
    { at },
  )
  process.stdout.write(`judgement ${judgement?.id}\n`)
}
await store.close()
