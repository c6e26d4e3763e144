import { verbs } from '../../src/cli/verbs.ts'

/**
 * A program that scores one undertaking again and again by the verb itself, in one process: `scorer.ts ADDRESS ID WHO`. Each answer of the verb names
 * the judgement that it wrote; killed at any moment, what it said must be there.
 */
const [ledger = '', id = '', who = ''] = process.argv.slice(2)
const score = await verbs['score']?.load()
for (let turn = 0; turn < 100_000; turn++)
  await score?.(['give', id, '--party', 'CA', '--value', ['+1', '0', '-1'][turn % 3] as string, '--ledger', ledger, '--by', who])
