import { z } from 'zod'
import { words } from './parts.ts'

/** What happened to accounts, and who judged what. */

export const audit = z
  .strictObject({
    rows: z.array(
      z.strictObject({
        at: words.describe('ISO 8601 in UTC'),
        by: words,
        what: z.enum([
          ...(['signed-in', 'sign-in-failed', 'signed-out', 'user-added', 'user-role', 'user-password', 'user-removed'] as const),
          'judgement',
        ]),
        about: words,
        address: words.optional(),
        note: words.optional(),
        judgement: words.optional(),
      }),
    ),
    kind: z.enum(['accounts', 'judgements']).optional(),
    next: words.optional(),
  })
  .meta({ id: 'AuditPage' })
