import { type Manners, Polite } from '../intake/fetch/polite.ts'
import { loopbackToo } from './intake.ts'

/** Milliseconds between two requests to one host. */
const GAP = 2000

/** A guest of the web as this program is one. Tests, which ask only themselves, may be in more of a hurry. */
export function politeOf(manners: Pick<Manners, 'hosts' | 'signal'> = {}): Polite {
  const loopback = loopbackToo()
  return new Polite({ gap: loopback ? Number(process.env['STOCKTAKE_TEST_GAP'] ?? GAP) : GAP, loopback, ...manners })
}
