import { nameOf } from '../../ledger/documents.ts'
import type { Document, Entry, Member, Part, Undertaking } from '../../ledger/nouns.ts'
import type { Statement } from '../../model.ts'
import { harmless } from '../harmless.ts'
import { block, styleOf, under } from '../layout.ts'
import { bold, dim, markOf, relations } from '../marks.ts'
import type { Screen } from '../screen.ts'
import { changesOf } from './changes.ts'

/** The entries and then the wordings of an undertaking through time: quote, force, relation, who, where, when, why it is linked. */
export function* wordingLines(
  { entries, members }: Undertaking,
  documents: ReadonlyMap<string, Document>,
  screen: Screen,
): Generator<string> {
  for (const entry of entries) yield* entryLines(entry, screen)
  const byId = new Map(members.map((member) => [member.statement.id, member]))
  for (const [i, member] of members.entries()) {
    if (i || entries.length) yield ''
    yield* memberLines(member, byId.get(member.to ?? '')?.statement, documents.get(member.document), screen)
  }
}

function* entryLines({ id, programme, direction, kind, force, parties, date, note }: Entry, screen: Screen): Generator<string> {
  const style = styleOf(screen)
  const about = [date ?? 'no date', `declared by programme ${programme}`, direction, parties.join(', ')].filter(Boolean).join(' · ')
  yield* block(markOf(kind, force), [[harmless(about)]], screen.width, style)
  if (note) yield* under([[harmless(note)]], screen.width, style)
  yield* under([[harmless(id), dim]], screen.width, style)
}

function* memberLines(member: Member, earlier: Statement | undefined, document: Document | undefined, screen: Screen): Generator<string> {
  const style = styleOf(screen)
  const { statement, relation, witnessOf } = member
  const [sign, word, code] = relations[relation]
  const who = statement.parties.length ? statement.parties.join(', ') : '(nobody named)'
  const by = statement.proposers?.length ? `${statement.proposers.join(', ')} asks ` : ''
  yield* block(
    markOf(statement.kind, statement.force),
    [
      [member.date ?? 'no date', bold],
      [' · '],
      [`${sign} ${word}`, code],
      [` · ${harmless(by + who)}`],
      [witnessOf ? ' · copy, counted once' : '', dim],
    ],
    screen.width,
    style,
  )
  yield* under([[`“${harmless(statement.quote)}”`]], screen.width, style)
  if (earlier) {
    const changes = changesOf(earlier, statement)
    if (changes.length)
      yield* under([[harmless(`changed: ${changes.map(({ field, words }) => `${field} ${words}`).join(' · ')}`)]], screen.width, style)
  } else {
    const facts = factsOf(statement)
    if (facts) yield* under([[harmless(facts), dim]], screen.width, style)
  }
  const source = [document ? nameOf(document) : '(no title)', document?.publisher, document?.url].filter(Boolean).join(', ')
  yield* under(
    [
      [harmless(source), dim],
      [` · ${statement.id} · document ${member.document}`, dim],
    ],
    screen.width,
    style,
  )
  if (member.link) yield* under([[harmless(linkWords(member)), dim]], screen.width, style)
}

function factsOf({ deadline, target, condition, hedges, mechanisms, places }: Statement): string {
  return [
    ...(deadline ? [`when: ${deadline.phrase}`] : []),
    ...(target ? [`how much: ${target.phrase}`] : []),
    ...(condition ? [`if: ${condition}`] : []),
    ...(hedges?.length ? [`hedged: ${hedges.join(', ')}`] : []),
    ...(mechanisms.length ? [`named: ${mechanisms.join(', ')}`] : []),
    ...(places.length ? [`where: ${places.join(', ')}`] : []),
  ].join(' · ')
}

function linkWords({ link, to }: Member): string {
  const score = link?.score === undefined ? '' : ` at ${link.score.toFixed(2)}`
  const parts = link?.parts?.length ? `: ${partWords(link.parts)}` : ''
  return `linked by ${link?.by}${score}${to ? ` to ${to}` : ''}${parts}`
}

/** The parts of a link's score that count most, in words. */
export function partWords(parts: readonly Part[], most = 4): string {
  const heavy = [...parts]
    .filter(({ value, weight }) => value && weight)
    .sort((a, b) => Math.abs(b.value * b.weight) - Math.abs(a.value * a.weight))
  return heavy
    .slice(0, most)
    .map(
      ({ name, value, on }) =>
        `${value < 0 ? 'against: ' : ''}${name}${on?.length ? ` (${on.slice(0, 6).join(', ')}${on.length > 6 ? ', …' : ''})` : ''}`,
    )
    .join('; ')
}
