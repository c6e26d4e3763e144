import { cells } from './cells.ts'
import { intern } from './intern.ts'
import type { Row } from './lexicon.ts'

interface Ending {
  readonly step: number
  readonly ending: string
  readonly add: string
  readonly least: number
  readonly unless: readonly string[]
}

/** What the class of an act says: its name, and whether it stands for (1) or against (-1) its object, or for neither (0). */
export interface ActClass {
  readonly name: string
  readonly sign: number
  /** The verb only says that something is said or held: it names no act of its own. */
  readonly says: boolean
  /** The verb answers a deed of another: "welcome". */
  readonly alone: boolean
  /** The verb answers one deed: "condemn". */
  readonly deed: boolean
  /** The verb chooses a person: "appoint". */
  readonly appoints: boolean
  /** The verb does what it says, on one occasion: "announce". */
  readonly once: boolean
}

/**
 * What words do that still say what a statement is about: titles stand before the name of a person; staying, touch and manner say that somebody
 * stays in touch, and how; after circumstances it is told when or why; folk stand for their state; after holders stands who does what a noun names. After meanwhile it is told when or by
 * what means, and after within also, where causes follow, in which a state is supported as such; copulas say how something is.
 */
const ROLES = [
  'titles',
  'staying',
  'touch',
  'manner',
  'circumstances',
  'folk',
  'holders',
  'meanwhile',
  'whiles',
  'within',
  'causes',
  'copulas',
] as const
type Role = (typeof ROLES)[number]
const isRole = (id: string): id is Role => (ROLES as readonly string[]).includes(id)

const MOST = 50_000
/** Longer words are not kept: hostile texts would fill the memory. */
const LONGEST = 40
const nothing: ActClass = { name: '', sign: 0, says: false, alone: false, deed: false, appoints: false, once: false }

/** A set phrase that is a matter of its own: its name, and the stems that stand near each other. */
export interface Matter {
  readonly id: string
  readonly stems: readonly string[]
  /** Another matter of another state. */
  readonly isOfState: boolean
}

/** Weight of a stem that the rarity table does not list, in tenths: rarer than all that it lists. */
export const RAREST = 60

/** What linking asks of a language: stems, words that say the same, how rare a word is, classes of acts. Look-ups are pure; memos only save time. */
export class LinkWords {
  readonly version: string
  private readonly endings: readonly (readonly Ending[])[]
  private readonly kin = new Map<string, string>()
  private readonly weights = new Map<string, number>()
  private readonly formulas = new Map<string, number>()
  private readonly matters = new Map<string, Matter[]>()
  private readonly acts = new Map<string, ActClass>()
  /** The same by the stem of the verb, with the words that follow it. */
  private readonly verbs = new Map<string, ActClass>()
  private readonly states = new Map<string, string>()
  private readonly bodies = new Map<string, string>()
  private readonly empty = new Set<string>()
  private readonly pointing = new Set<string>()
  private readonly strong = new Set<string>()
  private readonly talk = new Set<string>()
  private readonly today = new Set<string>()
  private readonly roles = Object.fromEntries(ROLES.map((role) => [role, new Set<string>()])) as Record<Role, Set<string>>
  private readonly until = new Set<string>()
  private readonly aims = new Set<string>()
  private readonly ongoing = new Set<string>()
  private readonly examples = new Set<string>()
  private readonly contrary = new Set<string>()
  private readonly holding = new Set<string>()
  private readonly striving = new Set<string>()
  private readonly saying = new Set<string>()
  private readonly worry = new Set<string>()
  private readonly movements: ReadonlySet<string>
  private readonly ordinals = new Map<string, string>()
  private readonly cardinals = new Map<string, string>()
  private readonly memo = new Map<string, string>()

  constructor(version: string, rows: (table: string) => readonly Row[]) {
    this.version = version
    const endings: Ending[] = rows('stems').map((row) => ({
      step: Number(row['step']),
      ending: row['ending'] ?? '',
      add: row['add'] ?? '',
      least: Number(row['least']),
      unless: cells(row['unless']),
    }))
    const steps = [...new Set(endings.map(({ step }) => step))].sort((a, b) => a - b)
    this.endings = steps.map((step) => endings.filter((one) => one.step === step).sort((a, b) => b.ending.length - a.ending.length))
    for (const row of rows('kin'))
      for (const form of cells(row['forms'])) {
        const stem = this.bare(form.startsWith('!') ? form.slice(1) : form)
        this.kin.set(stem, row['id'] as string)
        if (form.startsWith('!')) this.contrary.add(stem)
      }
    for (const row of rows('rarity')) for (const stem of cells(row['stems'])) this.weights.set(stem, Number(row['id']))
    for (const row of rows('formulas')) for (const pair of cells(row['phrases'])) this.formulas.set(pair, Number(row['id']))
    for (const row of rows('matters'))
      for (const form of cells(row['forms'])) {
        const stems = form.split(' ').map((part) => this.stem(part))
        const first = stems[0] as string
        this.matters.set(first, [...(this.matters.get(first) ?? []), { id: row['id'] as string, stems, isOfState: row['of'] === 'yes' }])
      }
    const kinds: Record<string, Set<string>> = {
      strength: this.strong,
      aim: this.aims,
      talk: this.talk,
      holding: this.holding,
      striving: this.striving,
      saying: this.saying,
      worry: this.worry,
      ongoing: this.ongoing,
      examples: this.examples,
      today: this.today,
    }
    for (const row of [...rows('functionwords'), ...rows('framing')]) {
      const id = row['id'] as string
      const kind = isRole(id) ? this.roles[id] : Object.hasOwn(kinds, id) ? kinds[id] : undefined
      const into = row['until'] ? this.pointing : id === 'today' || id === 'ongoing' || isRole(id) ? undefined : this.empty
      for (const form of cells(row['forms'])) {
        kind?.add(form)
        into?.add(form.toLowerCase())
      }
      for (const form of cells(row['until'])) this.until.add(form)
    }
    for (const row of rows('acts')) {
      const found = {
        name: row['id'] as string,
        sign: Number(row['sign'] || 0),
        says: row['says'] === 'yes',
        alone: row['alone'] === 'yes' || row['alone'] === 'deed',
        deed: row['alone'] === 'deed',
        appoints: row['alone'] === 'person',
        once: row['alone'] === 'once',
      }
      for (const form of cells(row['forms'])) {
        this.acts.set(form, found)
        const [verb, ...rest] = form.split(' ')
        this.verbs.set([this.bare(verb as string), ...rest].join(' '), found)
      }
    }
    for (const row of rows('statebodies')) this.bodies.set(row['id'] as string, row['state'] ?? '')
    this.movements = new Set(rows('movements').map((row) => row['id'] as string))
    for (const row of rows('ordinals')) for (const form of cells(row['forms'])) this.ordinals.set(form, row['id'] as string)
    for (const row of rows('cardinals')) for (const form of cells(row['forms'])) this.cardinals.set(form, row['id'] as string)
    for (const row of rows('statewords')) for (const form of cells(row['forms'])) this.states.set(form, row['id'] as string)
  }

  /** True of a word in lower case that says nothing of what a statement is about. */
  isEmpty(form: string): boolean {
    return this.empty.has(form)
  }

  /** True of a word that points to something said before ("these", "do so"), unless `next` shows that it points to a time ("this year"). */
  points(form: string, next: readonly string[]): boolean {
    if (this.pointing.has(`${form} ${next[0]}`)) return true
    return this.pointing.has(form) && !next.some((word) => this.until.has(word))
  }

  /** True of a word that says how much a thing is meant: "strongly". */
  isStrong(form: string): boolean {
    return this.strong.has(form)
  }

  /** True of a word before the verb of a purpose: "to". */
  isAim(form: string): boolean {
    return this.aims.has(form)
  }

  /** True of a verb (base form) that only says that the act after it goes on: "continue". */
  isOngoing(verb: string): boolean {
    return this.ongoing.has(verb)
  }

  /** True of a word after which examples of the object follow: "including". */
  isExample(form: string): boolean {
    return this.examples.has(form)
  }

  /** True of a word of somebody who speaks for himself or to a hearer: "I", "you". */
  isTalk(form: string): boolean {
    return this.talk.has(form)
  }

  /** True of a word with which somebody says how he stands to a matter: "importance". */
  isHolding(form: string): boolean {
    return this.holding.has(form)
  }

  /** True of a word of what somebody is doing about a matter: "efforts". */
  isStriving(form: string): boolean {
    return this.striving.has(form)
  }

  /** True of a verb that says that something is said: "underscored". */
  isSaying(form: string): boolean {
    return this.saying.has(form)
  }

  /** True of a word of concern: "concerns". */
  isWorry(form: string): boolean {
    return this.worry.has(form)
  }

  /** The number of an ordinal in words: "4" for "fourth". */
  ordinal(form: string): string | undefined {
    return this.ordinals.get(form)
  }

  /** The number that a word counts: "11" for "eleven". */
  cardinal(form: string): string | undefined {
    return this.cardinals.get(form)
  }

  /** True of a word that means the day of the text. */
  isToday(form: string): boolean {
    return this.today.has(form)
  }

  /** True of a word, alone or with the one after it, that has a role. */
  has(role: Role, form: string, next?: string): boolean {
    return this.roles[role].has(form) || (next !== undefined && this.roles[role].has(`${form} ${next}`))
  }

  /** True of a word that is compared by the id of its contrary: "unchanged" by that of "change". */
  isContrary(form: string): boolean {
    return this.contrary.size > 0 && this.contrary.has(this.bare(form))
  }

  /** What a word in lower case is compared by: the id of its kin, else its stem. */
  stem(form: string): string {
    const known = this.memo.get(form)
    if (known !== undefined) return known
    const bare = this.bare(form)
    const stem = this.kin.get(bare) ?? bare
    if (form.length <= LONGEST) {
      if (this.memo.size >= MOST) this.memo.clear()
      // a stretch of a text would keep all of it in memory
      this.memo.set(intern(form), intern(stem))
    }
    return stem
  }

  /** How much a stem tells, in tenths of the natural logarithm of how many statements hold one that has it: 0 for the commonest. */
  weight(stem: string): number {
    return this.weights.get(stem) ?? RAREST
  }

  /** How much two stems tell that stand together, where that is less than each tells alone. */
  formula(first: string, second: string): number | undefined {
    return this.formulas.get(`${first} ${second}`)
  }

  /** Set phrases whose first word has this stem. */
  mattersFrom(stem: string): readonly Matter[] {
    return this.matters.get(stem) ?? []
  }

  /** True of a stem that the rarity table lists. */
  isListed(stem: string): boolean {
    return this.weights.has(stem)
  }

  /** Class of an act, by the base form of its verb; an act that no class lists is a class of its own. */
  act(verb: string): ActClass {
    return this.acts.get(verb) ?? this.verbs.get(this.bare(verb)) ?? { ...nothing, name: this.stem(verb) }
  }

  /** True of a verb in any inflection that is an act with the word after it: "following up". */
  isPhrasal(form: string, next: string | undefined): boolean {
    return next !== undefined && this.verbs.has(`${this.bare(form)} ${next}`)
  }

  /** Class of the act that a word in any inflection names, with the word after it or alone; undefined where no class lists it. */
  actOf(form: string, next: string | undefined): ActClass | undefined {
    const stem = this.bare(form)
    return this.verbs.get(`${stem} ${next}`) ?? this.verbs.get(stem)
  }

  /** Parties of a text as those that can promise each other something: a body of one state stands for its state, and a movement is nobody's counterpart. */
  circle(parties: readonly string[]): string[] {
    const able = parties.length > 1 ? parties.filter((party) => !this.movements.has(party)) : parties
    return [...new Set(able.map((party) => this.bodies.get(party) ?? party))].sort()
  }

  /** The state that a word in lower case names or belongs to. */
  state(form: string): string | undefined {
    return this.states.get(form)
  }

  /** A word in lower case without the endings of the language. */
  bare(form: string): string {
    let stem = form
    for (const step of this.endings) {
      const rule = step.find(({ ending, least }) => stem.length >= ending.length + least && stem.endsWith(ending))
      if (rule && !rule.unless.some((ending) => stem.endsWith(ending))) stem = stem.slice(0, stem.length - rule.ending.length) + rule.add
    }
    return stem
  }
}
