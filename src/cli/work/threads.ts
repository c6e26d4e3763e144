import { availableParallelism } from 'node:os'
import { whole } from '../usage.ts'

/** The option `--threads` of verbs that read many texts. */
export const threading = {
  threads: {
    value: 'N',
    about: 'threads that read, from 1 (none beside the main one) to 64; as many as there are cores',
    check: whole(1, 64, 'threads'),
  },
} as const

/** The number that a call asks for; without one, that of the cores. */
export const threadsOf = (value: string | undefined): number => (value === undefined ? Math.min(64, availableParallelism()) : Number(value))

/** Characters or bytes of input from which threads are started: before, starting them takes longer than what they save. */
export const WORTHWHILE = 256_000

/** What may be under way for each thread, and at all. */
export const roomFor = (threads: number): { readonly things: number; readonly weight: number } => ({
  things: 48 * threads,
  weight: 4_000_000,
})

/** What is said of a text over which a thread ended. */
export const TOO_LARGE =
  'takes more memory than a thread may have; split the document, or give Node more (NODE_OPTIONS=--max-old-space-size=8000)'
