import type { Vocabulary } from '../lexicon/vocabulary.ts'
import { Flag } from '../lexicon/word.ts'
import type { Damage, Ground, Statement } from '../model.ts'
import { overlaps, type PositionMap } from '../span.ts'
import type { Draft } from './extract/clause.ts'
import type { Unit } from './recognise/units.ts'

interface Place {
  readonly text: string
  readonly cleaned: string
  readonly map: PositionMap
  readonly hash: string
  readonly damage: readonly Damage[]
  readonly vocabulary: Vocabulary
}

/** Fills the fields of a draft from its units; undefined when its span is empty in the source. */
export function toStatement(draft: Draft, units: readonly Unit[], place: Place): Statement | undefined {
  const first = units[draft.from]
  const last = units[draft.to - 1]
  if (!first || !last || draft.to <= draft.from) return undefined
  const span = place.map.spanToSource(first.from, last.to)
  if (span.to <= span.from) return undefined
  const own = units.slice(draft.from, draft.to)
  const speaker = draft.speaker
  const asked = draft.addressed ? draft.addressed.parties : draft.asked ? partiesIn(units.slice(draft.asked[0], draft.asked[1]), place.cleaned, place.vocabulary) : undefined
  const parties = asked ?? draft.subject.parties
  const proposers = draft.kind === 'proposal' ? (speaker?.parties ?? draft.subject.parties) : undefined
  const names = own.filter((u) => u.name)
  const mechanisms = [...new Set(names.filter((u) => u.name?.type === 'mechanism' || u.name?.type === 'body').map((u) => u.name?.ref ?? ''))]
  const places = [...new Set(names.filter((u) => u.name?.type === 'place' || u.name?.type === 'capital').map((u) => place.cleaned.slice(u.from, u.to)))]
  const states = [...new Set(names.filter((u) => u.name?.type === 'state' || u.name?.type === 'adjective').flatMap((u) => u.name?.parties ?? []))]
  const broken = place.damage.filter((d) => overlaps(d.span, span))
  const cue = place.map.spanToSource((units[draft.cue[0]] as Unit).from, (units[draft.cue[1] - 1] as Unit).to)
  const grounds: Record<string, Ground> = { kind: { basis: 'implied', rule: draft.rule, spans: [cue] }, force: { basis: draft.force === 'none' ? 'implied' : 'stated', rule: draft.rule, spans: [cue] } }
  if (parties.length) grounds['parties'] = { basis: draft.subject.rule === 'party/name' ? 'stated' : 'implied', rule: draft.addressed?.rule ?? (asked ? 'party/asked' : draft.subject.rule), spans: [span] }
  const quantity = own.some((u) => (u.flags & Flag.NUMBER) !== 0)
  return {
    id: `${place.hash.slice(0, 12)}-${span.from}-${span.to}`,
    span,
    quote: place.text.slice(span.from, span.to),
    kind: draft.kind,
    force: draft.force,
    parties: [...parties],
    ...(proposers ? { proposers: [...proposers] } : {}),
    addressees: states.filter((party) => !parties.includes(party)),
    ...(speaker?.name ? { attribution: speaker.name } : {}),
    act: draft.act,
    aspect: draft.aspect,
    ...(draft.negated ? { negated: true } : {}),
    mechanisms,
    places,
    topics: [],
    precision: Math.min(5, (own.length > 6 ? 1 : 0) + (quantity ? 1 : 0) + (places.length ? 1 : 0) + (mechanisms.length ? 1 : 0)),
    ...(broken.length ? { doubt: broken.map((d) => `${d.what}: ${d.quote.slice(0, 60)}`).join('; ') } : {}),
    grounds,
  }
}

/** Those who are asked to act: states and bodies by id, else the phrase itself. */
function partiesIn(units: readonly Unit[], text: string, vocabulary: Vocabulary): string[] {
  const stated = units.filter((u, i) => u.name?.parties.length && u.name.type !== 'adjective' && !((units[i + 1]?.flags ?? 0) & Flag.GENITIVE)).flatMap((u) => u.name?.parties ?? [])
  if (stated.length) return [...new Set(stated)]
  const side = units.find((u) => vocabulary.actors.get(u.word.text) === 'side')
  const adjective = units.flatMap((u) => (u.name?.type === 'adjective' ? u.name.parties : []))
  if (side && adjective.length) return [...new Set(adjective)]
  const own = units.filter((u, i) => !(u.flags & (Flag.NOT | Flag.PUNCTUATION)) && !(i === 0 && u.flags & (Flag.DETERMINER | Flag.POSSESSIVE) && !/^(all|both|other)$/.test(u.word.text)))
  return own.length ? [text.slice((own[0] as Unit).from, (own.at(-1) as Unit).to)] : []
}
