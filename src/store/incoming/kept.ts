import type { Reading } from '../../model.ts'

/** A reading with what a ledger looks at alone: its statements, damage, parties, notes and which stretches are furniture. */
export function keptOf(reading: Reading): Reading {
  const segments = reading.segments.filter(({ role }) => role === 'furniture')
  return { ...reading, edits: [], mentions: [], rejections: [], segments }
}
