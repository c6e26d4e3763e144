import { z } from 'zod'
import { count, counts, day, evidence, force, kind, list, series, standing, words } from './parts.ts'

/** A programme. */

const programmeRow = z.strictObject({
  id: words,
  label: words,
  kind,
  force,
  parties: list,
  standing,
  since: day.optional(),
  why: words,
  statements: count,
  evidence: z.array(evidence),
  telling: words.optional(),
})

export const programme = z
  .strictObject({
    programme: z.looseObject({ name: words, title: words, parties: list, date: day, compiled: day }),
    asOf: day,
    counts,
    directions: z.array(z.strictObject({ id: words, label: words, counts, rows: z.array(programmeRow) })),
    years: z.array(z.strictObject({ day, counts })),
    series: z.array(series),
    places: z.array(
      z.strictObject({
        name: words,
        latitude: z.number(),
        longitude: z.number(),
        undertakings: z.array(z.strictObject({ id: words, label: words, standing })),
      }),
    ),
  })
  .meta({ id: 'ProgrammePage' })
