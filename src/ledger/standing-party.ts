import { daysOf } from './days.ts'
import type { Certainty, Of, Shows, Standing } from './nouns.ts'
import type { PartyScore } from './score/versions.ts'

/** On what a standing rests. */
export type Basis = 'adjudicated' | 'agreed' | 'one coder' | 'evidence' | 'search' | 'deadline' | 'nothing'

/** What is known of one who is bound. */
export interface PartyCase {
  readonly evidence: readonly Of<'evidence'>[]
  readonly searches: readonly Of<'search'>[]
  readonly score?: PartyScore
  readonly due?: string
  readonly asOf: string
  /** What the texts say themselves; for the line only. */
  readonly hints: readonly string[]
}

interface Found {
  readonly standing: Standing
  readonly by: Basis
  readonly why: string
  readonly rests: readonly string[]
  readonly newer: readonly string[]
}

/** The standing of one who is bound, by the rules of `docs/scoring.md`. */
export function standingOfParty(given: PartyCase): Found {
  const { score } = given
  if (score && score.value !== undefined) return byScore(given, score, score.value)
  const found = byDeadline(given, byEvidence(given))
  if (!score) return found
  const ids = [score.first, score.second].flatMap((one) => (one ? [one.id] : []))
  return { ...found, why: `coders disagree (${ids.join(', ')}), nobody has decided; ${found.why}` }
}

const ROLE: Readonly<Record<PartyScore['state'], string>> = {
  adjudicated: 'decided score',
  agreed: 'score of two coders',
  'one coder': 'score of one coder',
  disagreed: 'scores that differ',
}

function byScore(given: PartyCase, score: PartyScore, value: NonNullable<PartyScore['value']>): Found {
  const { state, guideline, stage, interim } = score
  const rests = score.versions.filter(({ counts }) => counts).map(({ id }) => id)
  const end = guideline.window.to
  const newer = end === undefined ? [] : given.evidence.filter(({ date }) => (daysOf(date ?? '')?.first ?? '') > end).map(({ id }) => id)
  const number = typeof value === 'string' ? value : value > 0 ? `+${value}` : String(value)
  const why = [
    `${ROLE[state]} ${number}${stage === undefined ? '' : `, stage ${stage} of 3`} (${rests.join(', ')})`,
    `for ${guideline.window.from} to ${end ?? 'no end set'}`,
    ...(interim ? ['interim'] : []),
    ...(newer.length > 0 ? [`younger evidence: ${newer.join(', ')}`] : []),
  ].join(', ')
  const by = state === 'disagreed' ? 'nothing' : state
  return { standing: standingOfScore(given, value), by, why, rests, newer }
}

function standingOfScore({ evidence, due, asOf }: PartyCase, value: NonNullable<PartyScore['value']>): Standing {
  if (typeof value === 'string') return value
  if (value === 1) return 'delivered'
  if (value === 0) return 'progress'
  // -1 is either a contrary act or nothing done; the evidence says which
  if (evidence.some(({ shows, certainty }) => shows === 'contradicts' && certainty !== 'low')) return 'contradicted'
  return due !== undefined && due < asOf ? 'overdue' : 'nothing-found'
}

/** What the evidence shows, deadlines apart. */
function byEvidence({ evidence, searches, hints }: PartyCase): Found {
  const firm = (shows: Shows) => evidence.filter((piece) => piece.shows === shows && piece.certainty !== 'low')
  const [delivers, contradicts, progress, restates] = [firm('delivers'), firm('contradicts'), firm('progress'), firm('restates')]
  const found = (standing: Standing, rests: readonly Of<'evidence'>[], note = ''): Found => {
    const why = `${rests.length} of ${evidence.length} pieces of evidence (${named(rests)})${note}`
    return { standing, by: 'evidence', why, rests: rests.map(({ id }) => id), newer: [] }
  }
  if (delivers.length > 0 && contradicts.length > 0) {
    if (prevails(delivers, contradicts)) return found('delivered', [...delivers, ...contradicts], '; the delivery is later')
    if (prevails(contradicts, delivers)) return found('contradicted', [...contradicts, ...delivers], '; what contradicts is later')
    return found('progress', [...delivers, ...contradicts], '; some deliver, some contradict, and neither prevails')
  }
  if (contradicts.length > 0) return found('contradicted', contradicts)
  if (delivers.length > 0) return found('delivered', delivers)
  if (progress.length > 0) return found('progress', progress)
  if (restates.length > 0) return found('restated', restates, '; restating only')
  if (evidence.length > 0) return found('unverifiable', evidence, '; of low certainty only')
  if (searches.length > 0) {
    const logs = searches.map(({ id, until }) => `${id} until ${until}`).join(', ')
    return {
      standing: 'nothing-found',
      by: 'search',
      why: `searched (${logs}), nothing found`,
      rests: searches.map(({ id }) => id),
      newer: [],
    }
  }
  const why = ['nobody has looked', ...hints].join('; ')
  return { standing: 'not-assessed', by: 'nothing', why, rests: [], newer: [] }
}

/** A line holds three ids; `rests` has them all. */
function named(judgements: readonly { readonly id: string }[]): string {
  const ids = judgements.slice(0, 3).map(({ id }) => id)
  return [...ids, ...(judgements.length > 3 ? [`${judgements.length - 3} more`] : [])].join(', ')
}

const SURE: Readonly<Record<Certainty, number>> = { high: 2, medium: 1, low: 0 }

/** Whether some piece of `side` is later than every piece of `other` and no less certain than the most certain of them. */
function prevails(side: readonly Of<'evidence'>[], other: readonly Of<'evidence'>[]): boolean {
  const need = Math.max(...other.map(({ certainty }) => SURE[certainty]))
  return side.some((piece) => SURE[piece.certainty] >= need && other.every((one) => isLater(piece, one)))
}

/** Later for sure: dates that overlap ("2022" and "2022-07") and absent ones have no order. */
function isLater(a: Of<'evidence'>, b: Of<'evidence'>): boolean {
  const [own, others] = [daysOf(a.date ?? ''), daysOf(b.date ?? '')]
  return own !== undefined && others !== undefined && own.first > others.last
}

/** A deadline before the day asked for makes what is not delivered overdue; one to come makes "nothing yet" no reproach. */
function byDeadline({ due, asOf }: PartyCase, found: Found): Found {
  const { standing, why } = found
  if (due === undefined) return found
  if (due < asOf) {
    if (standing === 'delivered' || standing === 'contradicted' || standing === 'unverifiable') return found
    return { ...found, standing: 'overdue', by: 'deadline', why: `was due ${due}, no delivery known; ${why}` }
  }
  if (standing !== 'not-assessed' && standing !== 'nothing-found') return found
  return { ...found, standing: 'not-yet-due', by: 'deadline', why: `due ${due}; ${why}` }
}
