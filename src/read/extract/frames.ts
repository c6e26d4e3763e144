import type { Frame, Vocabulary } from '../../lexicon/vocabulary.ts'
import { Code, Flag, VERB } from '../../lexicon/word.ts'
import { type Unit, unitAt } from '../recognise/units.ts'
import { isDoer, limitsNoun, opensAnew } from './groups/governs.ts'
import { pastListMarks } from './groups/skip.ts'
import { type Group, type GroupIndex, governs, has, isComma, isStrongMark } from './groups.ts'
import { nounCueAt, startsNoun } from './nouns.ts'
import { askedActAt, objectAt } from './objects.ts'
import type { FrameMatch } from './predicates/node.ts'
import { marksSum, sumAt } from './sums.ts'

/** Lemma that the words table gives to all forms of its class "be". */
const COPULA = 'be'
/** How far an adverbial may stand between a verb and what it asks for. */
const ADVERBIAL = 9
const ASIDE = 14
/** Words of a row before which something may be put in between commas. */
const prepositions: ReadonlySet<string> = new Set(['to', 'on', 'in', 'for', 'with'])

/** The frames of the verbs of one sentence. What stands at a unit is looked for once, when it is first asked for. */
export class Frames {
  private readonly units: readonly Unit[]
  private readonly end: number
  private readonly groups: GroupIndex
  /** By unit: what was found there, null where no frame fits, undefined where nothing was asked yet. */
  private readonly known: (FrameMatch | null | undefined)[] = []

  /** `end`: unit after the sentence; `groups`: its verb groups. */
  constructor(units: readonly Unit[], end: number, groups: GroupIndex) {
    this.units = units
    this.end = end
    this.groups = groups
  }

  /** The first frame row whose words and form fit at the verb of a group; passives by the frames of "be" alone. */
  of(group: Group): FrameMatch | undefined {
    // "are going to": what "be" governs comes before what the -ing form does
    const periphrasis = !group.passive && group.tense === 'progressive' ? this.at(this.beOf(group)) : undefined
    if (!group.passive)
      return periphrasis?.frame.words.length && this.adjoins(group.head, periphrasis.at) ? periphrasis : this.at(group.head)
    const own = this.at(this.beOf(group))
    if (own) return own
    const inner = this.at(group.head)
    if (!inner || (inner.frame.form !== 'to' && inner.frame.form !== 'that')) return undefined
    return unitAt(this.units, group.start - 1)?.word.kind === 'it' ? inner : undefined
  }

  /** No object stands between: "is standing here today to", not "is asking those here to". */
  private adjoins(head: number, at: number): boolean {
    for (let k = head + 1; k < at; k++) if (has(this.units[k], Flag.DETERMINER | Flag.NAME)) return false
    return true
  }

  /** The frame at any verb, whatever its form: for the verbs of a chain ("work to continue to …"). */
  at(head: number): FrameMatch | undefined {
    let found = this.known[head]
    if (found === undefined) {
      found = this.find(head)
      this.known[head] = found
    }
    return found ?? undefined
  }

  /** The frame of the copula that a sentence without one opens with: "Mindful of …", "Determined to …". */
  opening(from: number, vocabulary: Vocabulary): FrameMatch | undefined {
    return this.openingAt(from, vocabulary.framesBy(COPULA)?.opening(this.units, from) ?? [])
  }

  private find(head: number): FrameMatch | null {
    const { framesBy } = (this.units[head] as Unit).word
    if (!framesBy) return null
    for (const frame of framesBy.at(this.units, head + 1)) {
      const at = this.words(frame.words, head + 1)
      if (at < 0) continue
      const verb = this.form(frame.form, at)
      if (verb >= 0) return { frame, at, verb }
    }
    return null
  }

  private openingAt(from: number, frames: readonly Frame[]): FrameMatch | undefined {
    for (const frame of frames) {
      const words = frame.words[0] === '~' ? frame.words.slice(1) : frame.words
      const at = words.length ? this.words(words, from) : -1
      const verb = at < 0 ? -1 : this.form(frame.form, at)
      if (verb >= 0) return { frame, at, verb }
    }
    return undefined
  }

  private beOf(group: Group): number {
    for (let k = group.head; k >= group.start; k--) if (has(this.units[k], Flag.BE)) return k
    return group.start
  }

  private is(k: number, word: string): boolean {
    const unit = this.units[k]
    if (!unit) return false
    if (word === 'self') return unit.word.kind === 'reflexive'
    return unit.word.text === word || unit.word.lemma === word
  }

  /** Unit after the words of a row, -1 where they do not stand: `~` allows modifiers, `NP` a short noun phrase. */
  private words(words: readonly string[], at: number): number {
    const { units, end } = this
    let k = at
    for (let w = 0; w < words.length; w++) {
      const word = words[w] as string
      const next = words[w + 1]
      if (word === '~') {
        for (let skipped = 0; skipped < 6 && k < end; skipped++, k++) {
          const goes = next === undefined ? has(units[k], Flag.ADVERB) : !this.is(k, next)
          if (!goes || has(units[k], Flag.PUNCTUATION | Flag.THAT | Flag.BE | Flag.HAVE | Flag.MODAL)) break
          // "there is somebody willing to help"
          if (has(units[k], Flag.PRONOUN) && !has(units[k], Flag.DETERMINER)) break
          if (next !== undefined && has(units[k], Flag.PREPOSITION | Flag.TO)) break
        }
        continue
      }
      if (word === 'NP') {
        while (
          k < end &&
          k < at + 24 &&
          !has(units[k], Flag.PUNCTUATION | Flag.THAT) &&
          (!has(units[k], Flag.TO) || this.comes(next, k)) &&
          (next === undefined || !this.is(k, next))
        )
          k++
        continue
      }
      if (isComma(units[k]) && prepositions.has(word)) k = this.pastInsertion(k, word)
      while (has(units[k], Flag.ADVERB) && !this.is(k, word)) k++
      if (k >= end || !this.is(k, word)) return -1
      k++
    }
    while (has(units[k], Flag.ADVERB) && !has(units[k], VERB)) k++
    return k
  }

  /** "committed, where applicable and subject to law, to": past what stands between commas right before a preposition of the row. */
  private pastInsertion(k: number, word: string): number {
    for (let j = k + 2; j < Math.min(k + ASIDE, this.end); j++) {
      if (isComma(this.units[j]) && this.is(j + 1, word)) return j + 1
      if (this.groups[j]?.form === 'finite' || isStrongMark(this.units[j]?.word.code)) return k
    }
    return k
  }

  /** "described the steps to cut trade as …": the next word of the row comes before any mark. */
  private comes(word: string | undefined, from: number): boolean {
    if (word === undefined) return false
    for (let k = from + 1; k < Math.min(this.end, from + ASIDE); k++) {
      if (has(this.units[k], Flag.PUNCTUATION | Flag.THAT | Flag.RELATIVE)) return false
      if (this.is(k, word)) return true
    }
    return false
  }

  /** Unit of the complement's verb, or of what stands there; -1 when the form does not fit. */
  private form(form: string, at: number): number {
    const { units, end } = this
    let k = this.pastAside(at)
    while (has(units[k], Flag.NOT | Flag.ADVERB) && (!has(units[k], VERB) || has(units[k + 1], VERB))) k++
    const unit = units[k]
    switch (form) {
      case 'any':
        return at
      case 'sum':
      case 'money':
        return sumAt(units, k, end, form === 'money')
      case 'none':
        return !unit || k >= end || has(unit, Flag.PUNCTUATION) ? at : -1
      case 'to':
        return this.infinitive(k)
      case 'ing':
        return this.gerund(k)
      case 'base':
        return has(unit, Flag.BASE) && governs(units, k) ? k : -1
      case 'that':
        return has(unit, Flag.THAT) ? k + 1 : this.overAdverbial(k, true) || this.bareThat(k)
      case 'object-to':
        return askedActAt(units, this.groups, k, end)
      case 'noun-cue':
        return nounCueAt(units, k, Math.min(k + 7, end)) ? k : -1
      case 'for':
        return unit?.word.text === form ? k : -1
      default:
        return objectAt(units, k, end)
    }
  }

  /** Past an adverbial between commas right after the verb: "recall, in this regard, …". */
  private pastAside(k: number): number {
    if (!isComma(this.units[k]) || (!has(this.units[k + 1], Flag.ADVERB | Flag.PREPOSITION) && this.units[k + 1]?.word.kind !== 'weak'))
      return k
    for (let j = k + 2; j < Math.min(k + 8, this.end); j++) {
      if (this.groups[j] || has(this.units[j], Flag.COORDINATOR)) return k
      if (isComma(this.units[j])) return j + 1
    }
    return k
  }

  /** "committed to opening", "committed to: – opening": the -ing form, past the marks of a list. */
  private gerund(k: number): number {
    const at = isStrongMark(this.units[k]?.word.code) && has(this.units[k - 1], Flag.TO) ? pastListMarks(this.units, k) : k
    return has(this.units[at], Flag.ING) && !has(this.units[at], Flag.PREPOSITION) ? at : -1
  }

  private infinitive(at: number): number {
    const { units } = this
    let k = units[at]?.word.code === Code.BOTH && has(units[at + 1], Flag.TO) ? at + 1 : at
    // "agreed: (a) to open": the marks of a list stand between
    if (isStrongMark(units[k]?.word.code))
      while (k < at + 5 && !has(units[k], Flag.TO) && (has(units[k], Flag.PUNCTUATION) || has(units[k + 1], Flag.PUNCTUATION))) k++
    const group = this.groups[k]
    if (group?.form === 'to') return group.head
    const listed = has(units[k], Flag.TO) ? this.listed(k + 1) : -1
    if (listed >= 0) return listed
    const over = this.overAdverbial(k, false)
    if (over) return over
    // "forward to further talks": an adverb there, where no verb group begins
    const afterTo =
      has(units[k - 1], Flag.TO) && has(units[k], Flag.BASE) && (!has(units[k], Flag.ADVERB) || this.groups[k - 1] !== undefined)
    return afterTo && (!has(units[k], Flag.ALSO_NOUN) || governs(units, k)) ? k : -1
  }

  /** "agreed to: – increase …": the first verb after the marks of a list. */
  private listed(k: number): number {
    if (!isStrongMark(this.units[k]?.word.code)) return -1
    const j = pastListMarks(this.units, k)
    return j < this.end && this.groups[j]?.form === 'loose' && has(this.units[j], Flag.BASE) ? j : -1
  }

  /** Past an adverbial ("agreed on Monday to", "decided, after talks, that"); 0 when nothing is found. */
  private overAdverbial(k: number, that: boolean): number {
    const { units } = this
    const comma = isComma(units[k])
    if (!comma && !has(units[k], Flag.PREPOSITION | Flag.TIME | Flag.ADVERB)) return 0
    for (let j = k + 1; j < Math.min(k + (comma ? ASIDE : ADVERBIAL), this.end); j++) {
      // "agreed with Z on a plan that will": a "that" which is itself the subject limits the noun before it
      if (that && has(units[j], Flag.THAT) && this.groups[j + 1]?.form !== 'finite') return j + 1
      // "reached an agreement in May as they met"
      if (that && !comma && has(units[j], Flag.SUBORDINATOR) && has(units[j + 1], Flag.PRONOUN | Flag.DETERMINER)) return 0
      const group = this.groups[j]
      if (!that && group?.form === 'to' && (!comma || isComma(units[j - 1]))) return group.head
      // "committed in the near term to: open a port; …"
      const listed = !that && !comma && has(units[j], Flag.TO) ? this.listed(j + 1) : -1
      if (listed >= 0) return listed
      // "said on Monday they would": the clause begins at its pronoun
      const clause = that && !comma && group?.form === 'finite' && has(units[j - 1], Flag.PRONOUN) && j - 1 > k
      // "considers further cuts for goods it makes"
      if (clause && has(units[k], Flag.ADVERB) && limitsNoun(units, j - 1, k)) return 0
      if (clause) return j - 1
      // "said in a statement the two sides will": a noun phrase right after the noun of the adverbial, with a verb of its own
      if (that && !comma && j > k + 1 && opensAnew(units, j) && this.bareThat(j) === j) return j
      // ", noting that": another verb of speech takes the clause
      if (comma && that && group?.form === 'ing' && j === k + 1) return 0
      if ((group && group.form !== 'ing' && group.form !== 'loose') || has(units[j], Flag.COORDINATOR | Flag.RELATIVE)) return 0
      if (!comma && has(units[j], Flag.PUNCTUATION)) return 0
      if (!comma && !that && has(units[j], Flag.NOUN_CUE)) return 0
    }
    return 0
  }

  private bareThat(k: number): number {
    // "announced $40 million will be spent"
    if (!marksSum(this.units, k) && !startsNoun(this.units[k])) return -1
    let and = -1
    for (let j = k + 1; j < Math.min(k + 12, this.end); j++) {
      // "said a further $40 million will be spent"
      if (j <= k + 2 && has(this.units[k], Flag.DETERMINER) && marksSum(this.units, j)) continue
      if (has(this.units[j], Flag.PUNCTUATION | Flag.RELATIVE | Flag.THAT | Flag.TO)) return -1
      if (has(this.units[j], Flag.COORDINATOR) && has(this.units[j + 1], Flag.PRONOUN)) return -1
      if (has(this.units[j], Flag.COORDINATOR)) and = j
      else if (has(this.units[j], Flag.SUBORDINATOR | Flag.PREPOSITION)) and = -1
      // "welcomes the plan and the two ministers will meet": those who act do not stand in one subject with a thing
      if (and > 0 && this.groups[j]?.form === 'finite' && isDoer(this.units[j - 1]) && !this.units.slice(k, and).some(isDoer)) return -1
      // "thanks Z for its help and is ready": the verb after "and" has the subject of the first
      if (this.groups[j]?.form === 'finite') return has(this.units[j - 1], Flag.COORDINATOR) || limitsNoun(this.units, j - 1, k) ? -1 : k
    }
    return -1
  }
}
