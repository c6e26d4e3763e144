import { compare } from '../../ledger/days.ts'
import { lifeLine } from '../../ledger/history.ts'
import { about, type Journal } from '../../ledger/journal.ts'
import type { Document, NodeId, Of, Programme, Score, Undertaking } from '../../ledger/nouns.ts'
import { scoresByParty } from '../../ledger/score/versions.ts'
import { standingOf } from '../../ledger/standing.ts'
import { standingSince } from '../../ledger/telling.ts'
import type { GuidelineLine, PartyLine, ScoreLine, UndertakingPage, VerdictLine, Wording } from '../../web/undertaking/props.ts'
import { evidenceLine, seriesCards } from './programme.ts'

/** What the page of an undertaking is made of. */
export interface UndertakingGiven {
  readonly undertaking: Undertaking
  /** Judgements in force on any of its members, and the series that its targets name. */
  readonly journal: Journal
  /** Documents by id: those of its members. */
  readonly documents: ReadonlyMap<string, Document>
  readonly programmes: readonly Programme[]
  readonly asOf: string
  /** What people answered on its links. */
  readonly verdicts?: readonly VerdictLine[]
  /** What changed from one member to a later one, in words. */
  readonly changes?: (old: NodeId, fresh: NodeId) => string
}

/** The page of one undertaking, as data. */
export function undertakingPage({
  undertaking,
  journal,
  documents,
  programmes,
  asOf,
  changes,
  verdicts = [],
}: UndertakingGiven): UndertakingPage {
  const { id, label, kind, parties, topics, mechanisms, places, due, entries } = undertaking
  // what is dated later has not been said yet on the day asked for
  const members = undertaking.members.filter(({ date = '' }) => date <= asOf)
  const dossier = about(journal, [...entries.map((entry) => entry.id), ...members.map(({ statement }) => statement.id)])
  const on = (day: string) => standingOf({ entries, members, ...dossier, ...(due && { due }), asOf: day, order: journal.order })
  const found = on(asOf)
  const since = standingSince(asOf, [due, ...dossier.evidence.map(({ date }) => date)], (day) => on(day).standing)
  const { steps } = lifeLine({ entries, members, ...dossier })
  const worded = steps.findLast((step) => step.what === 'wording' || step.what === 'declared')
  // of what is dated later the force is not known yet either
  const force = worded && members.length < undertaking.members.length ? worded.force : undertaking.force
  const evidence = dossier.evidence.map(evidenceLine).sort((a, b) => compare(a.date ?? '~', b.date ?? '~') || compare(a.id, b.id))
  const scores = scoresByParty(dossier.scores, dossier.guidelines, journal.order).parties
  return {
    id,
    label,
    kind,
    force,
    parties,
    topics,
    mechanisms,
    places,
    asOf,
    ...(due && { due }),
    entries: entries.map((entry) => {
      const programme = programmes.find(({ name }) => name === entry.programme)
      const directionLabel = programme?.directions.find((one) => one.id === entry.direction)?.label ?? entry.direction
      return { ...entry, title: programme?.title ?? entry.programme, directionLabel }
    }),
    standing: found.standing,
    ...(since && { since }),
    why: numbered(found.why, evidence, dossier.scores),
    byParty: found.parties.map((one): PartyLine => {
      const score = scores.find(({ party }) => party === one.party)
      return {
        party: one.party,
        standing: one.standing,
        why: numbered(one.why, evidence, dossier.scores),
        ...(score && { score: scoreLine(score) }),
      }
    }),
    steps,
    later: undertaking.members.length - members.length,
    wordings: members.filter(({ witnessOf }) => !witnessOf).map((member) => wordingOf(member, undertaking, documents, changes)),
    evidence,
    searches: dossier.searches.map(({ id: search, query, where, until, by }) => ({ id: search, query, where, until, by })),
    series: seriesCards(
      [...new Set(dossier.targets.map(({ series }) => series))].flatMap((name) => journal.series.get(name)?.series ?? []),
      dossier.targets,
      new Map([[id, label]]),
      journal,
      asOf,
    ),
    verdicts,
    guidelines: dossier.guidelines.map(guidelineLine),
    seen: [...dossier.evidence, ...dossier.searches, ...dossier.guidelines, ...dossier.scores, ...dossier.targets].map((one) => one.id),
  }
}

function wordingOf(
  member: Undertaking['members'][number],
  undertaking: Undertaking,
  documents: ReadonlyMap<string, Document>,
  changes: UndertakingGiven['changes'],
): Wording {
  const { statement, relation, link, hash } = member
  const { members } = undertaking
  const document = documents.get(member.document) ?? { id: member.document, hash, ...(member.date && { date: member.date }) }
  const note = member.to === undefined ? undefined : changes?.(member.to, statement.id)
  const copies = members.filter(({ witnessOf, relation: as, to }) => witnessOf === hash && (to === statement.id || as === 'repeats'))
  return {
    id: statement.id,
    document,
    span: statement.span,
    quote: statement.quote,
    kind: statement.kind,
    force: statement.force,
    parties: statement.parties,
    relation,
    ...(statement.condition && { condition: statement.condition }),
    ...(statement.hedges?.length && { hedges: statement.hedges }),
    ...(note && { changes: note }),
    witnesses: copies.flatMap((copy) => documents.get(copy.document) ?? []),
    ...(statement.doubt && { doubt: statement.doubt }),
    ...(link && linkedTo(member, undertaking)),
    ...(link && {
      link: {
        by: link.by,
        ...(link.score !== undefined && { score: link.score }),
        parts: (link.parts ?? []).map(({ name, value, weight, on }) => ({ name, value, weight, on: on ?? [] })),
      },
    }),
  }
}

function linkedTo({ to, statement }: Undertaking['members'][number], { entries, members }: Undertaking): { linkedTo?: string } {
  const other = to ?? entries[0]?.id ?? members.find((one) => one.statement.id !== statement.id)?.statement.id
  return other === undefined ? {} : { linkedTo: other }
}

function scoreLine(score: ReturnType<typeof scoresByParty>['parties'][number]): NonNullable<PartyLine['score']> {
  const { guideline, state, value, stage, first, second, adjudication, versions } = score
  const coders = [first, second, adjudication].filter((one): one is Of<'score'> => one !== undefined)
  return {
    value: value === undefined ? 'coders differ' : valueName(value),
    state,
    coders: [...new Set(coders.map((one) => one.by))],
    guideline: guidelineLine(guideline),
    versions: versions.length,
    given: versions.map((version) => ({ ...scoreGiven(version), counts: version.counts })),
    ...(stage !== undefined && { stage }),
  }
}

/** A guideline as pages show it. */
export function guidelineLine({ id, full, partial, none, contrary, window, parties = [], by, at }: Of<'guideline'>): GuidelineLine {
  return { id, full, partial, none, ...(contrary && { contrary }), from: window.from, ...(window.to && { to: window.to }), parties, by, at }
}

/** One score as pages show it. */
export function scoreGiven({ id, value, stage, role, by, at, reason, evidence = [] }: Of<'score'>): Omit<ScoreLine, 'counts'> {
  return { id, value: valueName(value), ...(stage !== undefined && { stage }), role, by, at, ...(reason && { reason }), evidence }
}

/** A value as people write it. */
export function valueName(value: Score['value']): string {
  return value === 1 ? '+1' : String(value).replace('-a', ' a')
}

/** A reason that names pieces of evidence by the numbers that they have on the page, and scores by their coders, instead of their ids. */
function numbered(why: string, evidence: readonly { readonly id: string }[], scores: readonly Of<'score'>[]): string {
  return why.replace(/\b[0-9a-f]{16}\b/g, (id) => {
    const place = evidence.findIndex((line) => line.id === id)
    return place < 0 ? (scores.find((score) => score.id === id)?.by ?? id) : `no. ${place + 1}`
  })
}
