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
  if (evidence.some((piece) => piece.shows === 'contradicts' && isFirm(piece))) return 'contradicted'
  return due !== undefined && due < asOf ? 'overdue' : 'nothing-found'
}

/** Evidence that may decide. What is of low certainty, or could not be checked, is shown and counted only. */
function isFirm({ certainty, unverified }: Of<'evidence'>): boolean {
  return certainty !== 'low' && !unverified
}

/** What the evidence shows, deadlines apart. */
function byEvidence({ evidence, searches, hints }: PartyCase): Found {
  const firm = (shows: Shows) => evidence.filter((piece) => piece.shows === shows && isFirm(piece))
  const [delivers, contradicts, progress, restates] = [firm('delivers'), firm('contradicts'), firm('progress'), firm('restates')]
  const found = (standing: Standing, sides: readonly (readonly Of<'evidence'>[])[], note = ''): Found => {
    const rests = sides.flat().map(({ id }) => id)
    return { standing, by: 'evidence', why: sides.flatMap(counted).join(', ') + note, rests, newer: [] }
  }
  const positive = [...delivers, ...progress]
  if (positive.length > 0 && contradicts.length > 0) {
    if (prevails(delivers, contradicts)) return found('delivered', [delivers, contradicts], '; the delivery is later')
    if (prevails(contradicts, positive)) return found('contradicted', [contradicts, delivers, progress], '; what contradicts is later')
    return found('progress', [delivers, progress, contradicts], '; neither side prevails')
  }
  if (contradicts.length > 0) return found('contradicted', [contradicts])
  if (delivers.length > 0) return found('delivered', [delivers])
  if (progress.length > 0) return found('progress', [progress])
  if (restates.length > 0) return found('restated', [restates])
  if (evidence.length > 0) {
    const all = (['delivers', 'progress', 'contradicts', 'restates'] as const).map((shows) =>
      evidence.filter((piece) => piece.shows === shows),
    )
    return found('unverifiable', all, '; none of it firm')
  }
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

const SHOWS: Readonly<Record<Shows, readonly [one: string, more: string]>> = {
  delivers: ['delivers', 'deliver'],
  progress: ['shows progress', 'show progress'],
  contradicts: ['contradicts', 'contradict'],
  restates: ['only restates', 'only restate'],
}

/** `2 pieces of evidence deliver (ID, ID)`; nothing where there are none. Expects pieces that show the same. */
function counted(pieces: readonly Of<'evidence'>[]): string[] {
  const [one, more] = SHOWS[pieces[0]?.shows ?? 'delivers']
  if (pieces.length === 0) return []
  return [`${pieces.length} ${pieces.length === 1 ? `piece of evidence ${one}` : `pieces of evidence ${more}`} (${named(pieces)})`]
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
