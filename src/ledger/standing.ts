import { daysOf } from './days.ts'
import type { Entry, Evidence, Member, NodeId, Of, Shows, Standing } from './nouns.ts'
import { scoresByParty } from './score/versions.ts'
import { type Basis, standingOfParty } from './standing-party.ts'

/** What a standing is judged from: judgements in force on all nodes of one undertaking, in order of appending. */
export interface Case {
  readonly entries: readonly Entry[]
  readonly members: readonly Member[]
  readonly evidence: readonly Of<'evidence'>[]
  readonly searches: readonly Of<'search'>[]
  readonly scores: readonly Of<'score'>[]
  readonly guidelines: readonly Of<'guideline'>[]
  /** Earliest deadline day that some wording sets; those of entries need not be in it. */
  readonly due?: string
  /** The day for which the standing is asked. Evidence of later deeds does not count yet. */
  readonly asOf: string
  /** Who is bound, where neither entries nor wordings name anybody. */
  readonly parties?: readonly string[]
  /** Place of each judgement in the journal as appended. */
  readonly order: ReadonlyMap<string, number>
}

/** How many pieces of evidence show what, low certainty included. */
export type Mix = Readonly<Record<Shows, number>>

/** The standing of one who is bound; `party` is empty where no wording says who that is. */
export interface PartyStanding {
  readonly party: string
  readonly standing: Standing
  readonly by: Basis
  /** Without the party's name. */
  readonly why: string
  readonly mix: Mix
  /** Ids of the judgements that it rests on. */
  readonly rests: readonly string[]
  /** Ids of evidence of deeds after the window of the score that decided. */
  readonly newer: readonly string[]
}

/** What became of an undertaking, and why one may say so. */
export interface Assessment {
  readonly standing: Standing
  /** One line for people; names the judgements that it rests on. */
  readonly why: string
  /** A score decided for some party, not evidence alone. */
  readonly scored: boolean
  /** On what the standing of the party that decided it rests. */
  readonly by: Basis
  /** Somebody added evidence, a search or a score. Only where nobody did is an undertaking not assessed. */
  readonly looked: boolean
  readonly mix: Mix
  /** Ids of evidence of deeds from before the first wording: the state of things then. It is in no mix and counts for no standing. */
  readonly baseline: readonly string[]
  /** By name. */
  readonly parties: readonly PartyStanding[]
  /** Scores that cannot count, one line each. */
  readonly problems: readonly string[]
}

/** From what decides for an undertaking that some party stands so, to what decides only where all do. */
const FIRST: readonly Standing[] = ['contradicted', 'overdue', 'progress', 'delivered', 'restated', 'nothing-found', 'unverifiable']

/**
 * What became of an undertaking by a day. Pure, and the order of judgements matters only where a later one takes the place of an earlier (scores). The rules are
 * printed in `docs/scoring.md`: adjudicated score before agreed scores before one coder's before evidence; evidence of low certainty decides nothing.
 */
export function standingOf(given: Case): Assessment {
  const { evidence, baseline } = inTime(given)
  const due = [given.due, ...given.entries.map((entry) => entry.due)].flatMap((day) => daysOf(day ?? '')?.last ?? []).sort()[0]
  const { parties: scores, refused } = scoresByParty(given.scores, given.guidelines, given.order)
  const bound = [...new Set([...bearersOf(given), ...scores.map(({ party }) => party)])].sort()
  const names = bound.length === 0 ? [''] : bound
  const hints = hintsOf(given.members, baseline.length)
  const parties = names.map((party) => {
    const own = evidence.filter((piece) => concerns(piece, party))
    const searches = given.searches.filter((log) => log.party === undefined || party === '' || log.party === party)
    const score = scores.find((one) => one.party === party)
    const found = standingOfParty({
      evidence: own,
      searches,
      ...(score && { score }),
      ...(due && { due }),
      asOf: given.asOf,
      hints,
    })
    return { party, mix: mixOf(own), ...found }
  })
  const { standing, decisive } = together(parties)
  return {
    standing,
    why: whyOf(parties),
    scored: parties.some(({ by }) => by === 'adjudicated' || by === 'agreed' || by === 'one coder'),
    by: decisive?.by ?? 'nothing',
    looked: evidence.length + given.searches.length + scores.length > 0,
    mix: mixOf(evidence),
    baseline: baseline.map(({ id }) => id),
    parties,
    problems: refused.map(({ why }) => why),
  }
}

/**
 * Who is bound, by name: the actor of an entry, else its parties; failing entries those whom the wordings bind, failing those `parties`. What reports what was done
 * binds nobody, and a copy of a text may have a name wrong.
 */
export function bearersOf({ parties = [], entries, members }: Pick<Case, 'parties' | 'entries' | 'members'>): readonly string[] {
  const declared = entries.flatMap(({ actor, parties: all }) => (actor ? [actor] : all))
  const own = members.filter(({ witnessOf }) => witnessOf === undefined)
  const wordings = own.filter(({ statement }) => statement.kind !== 'report')
  const worded = (wordings.length > 0 ? wordings : own).flatMap(({ statement }) => statement.parties)
  const named = [declared, worded, parties].find((names) => names.length > 0) ?? []
  return [...new Set(named)].sort()
}

function concerns({ parties }: Evidence, party: string): boolean {
  return parties === undefined || party === '' || parties.includes(party)
}

/** Evidence of deeds by the day asked for, and of such as were done before the first wording or declaration. */
function inTime({ entries, members, evidence, asOf }: Case): { evidence: Of<'evidence'>[]; baseline: Of<'evidence'>[] } {
  const dates = [...entries, ...members].flatMap(({ date }) => daysOf(date ?? '')?.first ?? [])
  const begun = dates.sort()[0] ?? ''
  const split = { evidence: [] as Of<'evidence'>[], baseline: [] as Of<'evidence'>[] }
  for (const piece of evidence) {
    const days = daysOf(piece.date ?? '')
    if (days && days.first > asOf) continue
    split[days && days.last < begun ? 'baseline' : 'evidence'].push(piece)
  }
  return split
}

/**
 * One standing for all who are bound. Delivered, not applicable and the like only where all stand so (not applicable ones apart); contradicted where one does;
 * in progress where one delivered and another did not.
 */
function together(parties: readonly PartyStanding[]): { standing: Standing; decisive?: PartyStanding } {
  const subject = parties.filter(({ standing }) => standing !== 'not-applicable')
  const [head] = subject.length > 0 ? subject : parties
  if (!head) return { standing: 'not-assessed' }
  if (subject.every(({ standing }) => standing === head.standing)) return { standing: head.standing, decisive: head }
  const ranked = FIRST.flatMap((standing) => subject.filter((party) => party.standing === standing))
  const decisive = ranked[0] ?? head
  return { standing: decisive.standing === 'delivered' ? 'progress' : decisive.standing, decisive }
}

function mixOf(evidence: readonly Evidence[]): Mix {
  const mix = { delivers: 0, progress: 0, contradicts: 0, restates: 0 }
  for (const { shows } of evidence) mix[shows]++
  return mix
}

/** What the texts themselves say, which nobody has judged: shown where there is nothing better, and counting for nothing. */
function hintsOf(members: readonly Member[], before: number): readonly string[] {
  const own = members.filter(({ witnessOf }) => witnessOf === undefined)
  const reports = own.filter(({ relation }) => relation === 'reports-done').length
  const texts = new Set<NodeId>(own.map(({ hash }) => hash)).size
  return [
    ...(before > 0 ? [`${before} ${before === 1 ? 'piece' : 'pieces'} of evidence from before it was promised`] : []),
    ...(reports > 0 ? [`${reports} later ${reports === 1 ? 'wording reports' : 'wordings report'} it done, not judged`] : []),
    ...(texts > 1 ? [`worded in ${texts} texts`] : []),
  ]
}

function whyOf(parties: readonly PartyStanding[]): string {
  const [head] = parties
  if (head && parties.every(({ why }) => why === head.why)) return head.why
  return parties.map(({ party, why }) => `${party}: ${why}`).join('; ')
}
