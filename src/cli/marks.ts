import type { Relation, Shows, Standing } from '../ledger/nouns.ts'
import type { Force, Kind } from '../model.ts'

/** Sign, word and colour: sign and word say it all, the colour only helps the eye. */
export type Mark = readonly [sign: string, word: string, code: string]

const green = '32'
const yellow = '33'
const cyan = '36'
export const bold = '1'
export const dim = '2'
export const red = '31'

/** Marks of forces, and of the kinds that have none, from firm to loose. */
export const marks: Readonly<Record<string, Mark>> = {
  binding: ['■', 'binding', green],
  agreed: ['●', 'agreed', green],
  intent: ['◐', 'intent', green],
  ready: ['○', 'ready', green],
  should: ['◌', 'should', green],
  proposal: ['△', 'proposal', yellow],
  position: ['◇', 'position', cyan],
  report: ['·', 'report', cyan],
}

/** The mark of a commitment's force, or of another kind. */
export const markOf = (kind: Kind, force: Force): Mark => marks[kind === 'commitment' ? force : kind] ?? ['?', kind, dim]

/** What became of an undertaking. */
export const standings: Readonly<Record<Standing, Mark>> = {
  delivered: ['✔', 'delivered', green],
  progress: ['▸', 'in progress', green],
  restated: ['↻', 'restated only', yellow],
  contradicted: ['✘', 'contradicted', red],
  'nothing-found': ['∅', 'nothing found', yellow],
  'not-assessed': ['▫', 'not assessed', dim],
  'not-yet-due': ['◷', 'not yet due', dim],
  overdue: ['!', 'overdue', red],
  'not-applicable': ['–', 'not applicable', dim],
  unverifiable: ['?', 'unverifiable', dim],
}

/** What a piece of evidence shows. */
export const showings: Readonly<Record<Shows, Mark>> = {
  delivers: ['✔', 'delivers', green],
  progress: ['▸', 'progress', green],
  restates: ['↻', 'restates', yellow],
  contradicts: ['✘', 'contradicts', red],
}

/** How a wording stands to the one before. */
export const relations: Readonly<Record<Relation, Mark>> = {
  new: ['*', 'first', dim],
  repeats: ['=', 'repeats', dim],
  'firms-up': ['↑', 'firms up', green],
  softens: ['↓', 'softens', red],
  adds: ['+', 'adds', green],
  narrows: ['<', 'narrows', yellow],
  widens: ['>', 'widens', green],
  resumes: ['↺', 'resumes', yellow],
  'reports-done': ['✓', 'reports done', cyan],
}
