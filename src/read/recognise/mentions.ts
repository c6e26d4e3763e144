import type { NameType, Vocabulary } from '../../lexicon/vocabulary.ts'
import { Code, Flag, More, VERB } from '../../lexicon/word.ts'
import type { Mention } from '../../model.ts'
import { People } from './people.ts'
import { type Name, type Unit, unitAt } from './units.ts'

/** A mention before its span is carried to the source: offsets are the units'. */
export interface Found {
  readonly kind: Mention['kind']
  readonly from: number
  readonly to: number
  readonly ref: string
  readonly rule: string
  readonly parties: readonly string[]
}

const kinds: Readonly<Partial<Record<NameType, Mention['kind']>>> = {
  state: 'party',
  adjective: 'party',
  capital: 'party',
  people: 'person',
  person: 'person',
  role: 'person',
  body: 'body',
  mechanism: 'mechanism',
  place: 'place',
}
const codeAt = (units: readonly Unit[], i: number): number => unitAt(units, i)?.word.code ?? 0

/** Names of one text as mentions: what one sentence says of a name (an acronym, an office) holds in the next. */
export class Mentions {
  readonly people = new People()
  private readonly aliases = new Map<string, Found>()
  private readonly vocabulary: Vocabulary

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary
  }

  /** The mentions of a sentence, in order; notes its officials and acronyms for the sentences after it. */
  of(units: readonly Unit[], text: string): Found[] {
    this.people.note(units, text)
    const out: Found[] = []
    for (let i = 0; i < units.length; i++) {
      const unit = units[i] as Unit
      const quoted = this.quoted(units, i, text)
      if (quoted) {
        out.push(quoted.found)
        i = quoted.next - 1
        continue
      }
      const whole = pairWithHead(units, i, text)
      if (whole) {
        out.push(whole)
        this.alias(units, i + 2, whole, whole.ref)
        i++
        continue
      }
      const stop = isInstrument(unit) ? instrumentEnd(units, i) : i + 1
      if (stop === i + 1 && (!unit.name || unit.name.type === 'blocked')) continue
      const found = stop > i + 1 ? instrument(units, i, stop, text) : this.found(units, i)
      if (!found) continue
      out.push(found)
      this.alias(units, stop, found, text.slice(unitAt(units, i - 1)?.from ?? found.from, found.to))
      i = stop - 1
    }
    return out
  }

  private found(units: readonly Unit[], i: number): Found | undefined {
    const unit = units[i] as Unit
    const name = unit.name as Name
    const { from, to } = unit
    const known = this.aliases.get(name.ref)
    if (known && !name.entry) return { ...known, from, to, rule: 'name/acronym' }
    const official = name.type === 'proper' || name.type === 'role' ? this.people.of(name) : undefined
    if (official) return { kind: 'person', from, to, ref: official.name, rule: 'name/official', parties: official.parties }
    const inside = codeAt(units, i - 1) === Code.IN
    const kind = inside && name.type === 'capital' ? 'place' : kinds[name.type]
    if (kind)
      return {
        kind,
        from,
        to,
        ref: name.parties.length > 1 && !name.entry ? name.parties.join('+') : (name.person ?? name.ref),
        rule: `name/${name.type}`,
        parties: name.parties,
      }
    return inside && !isAcronym(name.ref) ? { kind: 'place', from, to, ref: name.ref, rule: 'name/place-by-form', parties: [] } : undefined
  }

  /** "the Regional Water Commission (RWC)": from here on the acronym is the long name. */
  private alias(units: readonly Unit[], i: number, found: Found, long: string): void {
    const short = units[i + 1]
    if (codeAt(units, i) !== Code.OPEN || !short || codeAt(units, i + 2) !== Code.CLOSE) return
    const acronym = short.name && !short.name.entry ? short.name.ref : ''
    if (isAcronym(acronym) && long.includes(acronym[0] as string) && !this.aliases.has(acronym)) this.aliases.set(acronym, found)
  }

  /** A name in quotation marks before what it is: the “Green Belt” initiative. */
  private quoted(units: readonly Unit[], i: number, text: string): { found: Found; next: number } | undefined {
    if ((units[i]?.word.more ?? 0) === 0 || ((units[i] as Unit).word.more & More.QUOTE) === 0) return undefined
    const first = units[i + 1]
    if (!first || !(first.name || first.flags & Flag.CAPITAL)) return undefined
    for (let k = i + 2; k < Math.min(units.length, i + 9); k++) {
      const unit = units[k] as Unit
      if ((unit.word.more & More.QUOTE) !== 0) {
        const head = units[k + 1]?.word.form ?? ''
        const kind = this.vocabulary.nameHeads.get(head && (head[0] as string).toUpperCase() + head.slice(1))
        const from = first.from
        const to = (units[k - 1] as Unit).to
        if (kind !== 'mechanism' && kind !== 'body') return undefined
        return { found: { kind, from, to, ref: text.slice(from, to), rule: 'name/quoted', parties: [] }, next: k + 1 }
      }
      if ((unit.flags & (Flag.PUNCTUATION | Flag.MODAL | Flag.BE | Flag.HAVE)) !== 0) return undefined
    }
    return undefined
  }
}

/** "R-Z Cooperation Committee": a pair of parties belongs to the name of the body or mechanism right after it. */
function pairWithHead(units: readonly Unit[], i: number, text: string): Found | undefined {
  const unit = units[i] as Unit
  const next = units[i + 1]
  const pair = unit.name && !unit.name.entry && unit.name.type === 'adjective'
  if (!pair || !next?.name || next.name.entry || next.from !== unit.to + 1) return undefined
  const { type } = next.name
  if (type !== 'body' && type !== 'mechanism') return undefined
  return { kind: type, from: unit.from, to: next.to, ref: text.slice(unit.from, next.to), rule: `name/${type}`, parties: unit.name.parties }
}

/** A name of an instrument by its form, or its head alone with a capital: what may go on as a full title. */
export const isInstrument = (unit: Unit): boolean =>
  unit.name
    ? unit.name.type === 'mechanism' && !unit.name.entry
    : (unit.word.more & More.HEAD_MECHANISM) !== 0 && (unit.flags & Flag.CAPITAL) !== 0

function instrument(units: readonly Unit[], i: number, stop: number, text: string): Found {
  const from = (units[i] as Unit).from
  const to = (units[stop - 1] as Unit).to
  const parties = new Set<string>()
  for (let k = i; k < stop; k++) for (const party of units[k]?.name?.parties ?? []) parties.add(party)
  return { kind: 'mechanism', from, to, ref: text.slice(from, to), rule: 'name/instrument', parties: [...parties] }
}

/** "Agreement between the Government of R and the Government of Z on …": the unit after the full name. */
export function instrumentEnd(units: readonly Unit[], i: number): number {
  let k = i + 1
  if (codeAt(units, k) !== Code.BETWEEN && !(codeAt(units, k) === Code.OF && partyAhead(units, k + 1))) return k
  let stop = k
  for (k++; k < units.length; k++) {
    const unit = units[k] as Unit
    const code = unit.word.code
    const name = unit.name
    if (name && (name.parties.length > 0 || name.type === 'body')) stop = k + 1
    else if (!name && code !== Code.THE && code !== Code.AND && code !== Code.OF && code !== Code.COMMA && unit.word.actor !== 'side') break
    else if (name) break
  }
  if (stop === i + 1) return i + 1
  return subjectEnd(units, stop)
}

const partyAhead = (units: readonly Unit[], k: number): boolean => {
  const name = units[codeAt(units, k) === Code.THE ? k + 1 : k]?.name
  return name !== undefined && name.parties.length > 0
}

/** "on the mutual protection of investments" after the parties of an instrument: up to a verb or a mark. */
function subjectEnd(units: readonly Unit[], from: number): number {
  const link = codeAt(units, from)
  if (link !== Code.ON && link !== Code.FOR && link !== Code.ABOUT) return from
  let stop = from
  for (let k = from + 1; k < Math.min(units.length, from + 16); k++) {
    const unit = units[k] as Unit
    const finite = (unit.flags & VERB) !== 0 && (unit.flags & (Flag.ALSO_NOUN | Flag.NOUN_CUE | Flag.ING)) === 0
    if (
      (unit.flags &
        (Flag.PUNCTUATION | Flag.MODAL | Flag.BE | Flag.HAVE | Flag.RELATIVE | Flag.PRONOUN | Flag.TIME | Flag.NUMBER | Flag.TO)) !==
        0 ||
      finite
    )
      break
    if ((unit.word.more & More.MONTH) !== 0) break
    const joins = (unit.flags & (Flag.PREPOSITION | Flag.DETERMINER | Flag.COORDINATOR | Flag.POSSESSIVE)) !== 0
    if (!joins) stop = k + 1
    else if (
      (unit.flags & Flag.PREPOSITION) !== 0 &&
      unit.word.code !== Code.OF &&
      unit.word.code !== Code.AND &&
      unit.word.code !== Code.IN &&
      unit.word.code !== Code.FOR
    )
      break
  }
  return stop
}

const isAcronym = (ref: string): boolean =>
  ref.length >= 2 && ref.length <= 12 && !ref.includes(' ') && ref.slice(0, 2) === ref.slice(0, 2).toUpperCase() && /^\p{L}/u.test(ref)
