import type { Judgement, Of } from '../ledger/nouns.ts'
import { cut } from './flow.ts'
import { harmless } from './harmless.ts'

/** One line for a judgement: id, day, author, what it says, reason. */
export function judgementLine(judgement: Judgement): string {
  const { id, at, by, reason } = judgement
  return harmless(`${id} ${at.slice(0, 10)} ${by}: ${saying(judgement)}${reason ? ` (${cut(reason, 200)})` : ''}`)
}

/** What a judgement says, in few words. */
function saying(given: Judgement): string {
  switch (given.type) {
    case 'link':
      return `${given.a} and ${given.b}: ${given.verdict}${given.relation ? `, ${given.relation}` : ''}${given.role ? `, ${given.role}` : ''}`
    case 'correction':
      return `${given.on}: ${given.field} is ${cut(JSON.stringify(given.value) ?? '', 80)}`
    case 'acceptance':
      return `${given.on}: accepted`
    case 'recast':
      return recast(given)
    case 'entry':
      return `declares ${given.entry.id}`
    case 'evidence':
      return `${given.on}: evidence, ${given.shows}, certainty ${given.certainty}`
    case 'search':
      return `${given.on}: searched ${given.where.join(', ')} until ${given.until}, nothing found`
    case 'guideline':
      return `${given.on}: guideline, ${given.window.from} to ${given.window.to ?? 'open'}`
    case 'score':
      return `${given.on}: score of ${given.party} by ${given.guideline}`
    case 'series':
      return `declares series ${given.series.id}`
    case 'observation':
      return `${given.series}, ${given.period}: ${given.value}`
    case 'target':
      return `${given.on}: ${given.direction} ${given.value} of ${given.series}${given.until ? ` by ${given.until}` : ''}`
    case 'programme':
      return `declares programme ${given.programme.name}`
    case 'withdrawal':
      return `withdraws ${given.of}`
  }
}

/** What a recast does, by the word that people have for it. */
function recast({ text, away, drawn }: Of<'recast'>): string {
  const made = drawn.map(({ span: { from, to } }) => `${text.slice(0, 12)}-${from}-${to}`).join(', ')
  if (drawn.length === 0) return `refuses ${away.join(', ')}`
  if (away.length === 0) return `adds ${made}`
  return `${away.length > 1 ? 'joins' : 'splits'} ${away.join(', ')} into ${made}`
}
