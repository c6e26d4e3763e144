import type { Dump, End, InForce, Suggestion } from '../../ledger/dump.ts'
import type { Document, Member, Undertaking } from '../../ledger/nouns.ts'
import { stateName } from '../../lexicon/state-names.ts'
import { dated } from '../dates.ts'
import { webAddress } from '../names.ts'
import { gather, type InForceOf, ofType } from '../rows.ts'
import { entity, entityId, fit } from './entity.ts'

/** Codes of ISO 639-3, which the format wants, of the languages that the ledger is made for. */
const languages: Readonly<Record<string, string>> = { en: 'eng', zh: 'zho', ru: 'rus', kk: 'kaz', tr: 'tur' }
/** States that are no more, under whose codes the format knows others or none. */
const gone = ['SU', 'YU', 'CS', 'DD']

const documentId = (id: string): string => entityId('document', id)
const projectId = (id: string): string => entityId('undertaking', id)
const noteId = (id: string): string => entityId('statement', id)
const partyId = (name: string): string => entityId('party', name)
const country = (party: string): string | undefined => (stateName(party) && !gone.includes(party) ? party.toLowerCase() : undefined)
const nameOf = (party: string): string => stateName(party) ?? party

/**
 * The ledger as entities of FollowTheMoney 3.8, one JSON object a line. docs/exports.md says which schema stands for what, and why: documents
 * are `Document`, parties `LegalEntity`, undertakings `Project` with `ProjectParticipant`, wordings `Note`, evidence `Documentation` or `Note`,
 * scores `Note`, waiting links `Similar`.
 */
export async function* entitiesOf(dump: Dump): AsyncGenerator<string> {
  const journal = await gather(dump.journal)
  const titles = new Map(ofType(journal, 'programme').map(({ judgement: { programme } }) => [programme.name, programme.title]))
  for await (const document of dump.documents) yield documentEntity(document)
  const parties = new Set<string>()
  /** The entity that stands for an undertaking: its project, or the note of its first wording. */
  const subjects = new Map<string, string>()
  for await (const row of dump.undertakings) {
    const fresh = [row.parties, ...row.members.map(({ statement }) => statement.parties)]
      .flat()
      .filter((party) => party && !parties.has(party))
    for (const party of new Set(fresh)) yield partyEntity(party)
    for (const party of fresh) parties.add(party)
    const isProject = row.entries.length > 0 || row.kind === 'commitment' || row.kind === 'proposal'
    if (isProject) yield* project(row, titles)
    const [first] = row.members
    subjects.set(row.id, isProject ? projectId(row.id) : noteId(first?.statement.id ?? row.id))
    for (const member of row.members) yield note(member, isProject ? projectId(row.id) : undefined)
  }
  for await (const row of dump.suggestions) yield similar(row)
  yield* judged(journal, subjects)
}

function documentEntity({ id, externalId, title, date, publisher, url, language }: Document): string {
  return entity(documentId(id), 'Document', {
    fileName: fit('string', [externalId, title].find((name) => name?.trim()) ?? id),
    title: fit('string', title),
    publishedAt: dated(date),
    publisher: fit('string', publisher),
    sourceUrl: webAddress(url),
    language: languages[language?.toLowerCase().split('-')[0] ?? ''],
  })
}

const partyEntity = (party: string): string =>
  entity(partyId(party), 'LegalEntity', {
    name: fit('name', nameOf(party)),
    country: country(party),
    alias: stateName(party) ? party : undefined,
  })

function* project(row: Undertaking, titles: ReadonlyMap<string, string>): Generator<string> {
  const { id, label, standing, kind, force, topics, mechanisms, parties, entries, first, due } = row
  const programmes = [...new Set(entries.map(({ programme }) => programme))]
  yield entity(projectId(id), 'Project', {
    name: fit('name', label.trim() || id),
    projectId: id.length <= 64 ? id : undefined,
    status: standing,
    startDate: dated(first),
    notes: due === undefined ? undefined : `due ${due}`,
    keywords: [kind, force, ...topics, ...mechanisms].map((word) => fit('string', word)),
    program: programmes.map((name) => fit('string', titles.get(name) ?? name)),
    country: parties.map(country),
  })
  for (const party of new Set(parties))
    if (party)
      yield entity(entityId('participant', `${id}\n${party}`), 'ProjectParticipant', {
        project: projectId(id),
        participant: partyId(party),
        role: 'party',
      })
}

function note({ statement: s, document, relation, witnessOf }: Member, project: string | undefined): string {
  return entity(noteId(s.id), 'Note', {
    description: fit('text', s.quote),
    entity: [documentId(document), project],
    proof: documentId(document),
    keywords: [s.kind, s.force, s.aspect, relation, s.negated ? 'negated' : undefined, witnessOf && 'copy', ...s.topics].map((word) =>
      fit('string', word),
    ),
    notes: `characters ${s.span.from} to ${s.span.to} of the text, in UTF-16 code units`,
    namesMentioned: [...s.parties, ...s.addressees].map((party) => fit('name', nameOf(party))),
    detectedCountry: s.parties.map(country),
  })
}

function similar({ a, b, score, parts }: Suggestion): string {
  const end = ({ node, document, undertaking }: End): string => (document === undefined ? projectId(undertaking) : noteId(node))
  return entity(entityId('suggestion', `${a.node}\n${b.node}`), 'Similar', {
    candidate: end(a),
    match: end(b),
    confidenceScore: String(score),
    matcher: 'stocktake',
    criteria: parts.map(({ name, value }) => fit('string', `${name} ${value}`)),
  })
}

function* judged(journal: readonly InForce[], subjects: ReadonlyMap<string, string>): Generator<string> {
  for (const row of ofType(journal, 'evidence')) {
    const subject = subjects.get(row.undertaking ?? '')
    if (subject) yield evidence(row, subject)
  }
  for (const { judgement: j, undertaking } of ofType(journal, 'score')) {
    const subject = subjects.get(undertaking ?? '')
    if (!subject) continue
    yield entity(entityId('judgement', j.id), 'Note', {
      description: fit('text', `Score of ${nameOf(j.party)}: ${j.value}, ${j.role}, by ${j.by}`),
      entity: [subject],
      keywords: ['score', String(j.value), j.role],
    })
  }
}

function evidence({ judgement: j }: InForceOf<'evidence'>, subject: string): string {
  const { id, shows, certainty, date, passage, page, observation, note } = j
  const sure = `${certainty} certainty`
  if (passage)
    return entity(entityId('judgement', id), 'Documentation', {
      document: documentId(passage.document),
      entity: subject,
      role: shows,
      status: sure,
      date: dated(date),
      summary: fit('text', passage.quote),
      description: fit('text', note),
    })
  return entity(entityId('judgement', id), 'Note', {
    description: fit('text', page?.paraphrase ?? (observation && `${observation.series}, ${observation.period}`)),
    entity: [subject],
    keywords: ['evidence', shows, sure],
    notes: [date === undefined ? undefined : `date of the deed: ${date}`, note].map((text) => fit('text', text)),
    publisher: fit('string', page?.publisher),
    sourceUrl: webAddress(page?.url),
  })
}
