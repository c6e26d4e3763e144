import { group } from '../verb.ts'
import { list } from './list.ts'
import { orphans, reread, stats } from './upkeep.ts'
import { verify } from './verify.ts'

/** The verb `ledger` and those under it. */
export const ledgerVerb = group('ledger', { verify, reread, stats, orphans }, list)
