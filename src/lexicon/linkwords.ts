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
}

const MOST = 50_000
/** Longer words are not kept: hostile texts would fill the memory. */
const LONGEST = 40
const cells = (value: string | undefined): string[] => (value ? value.split('|') : [])
const nothing: ActClass = { name: '', sign: 0, says: false }

/** Weight of a stem that the rarity table does not list, in tenths: rarer than all that it lists. */
export const RAREST = 60

/** What linking asks of a language: stems, words that say the same, how rare a word is, classes of acts. Look-ups are pure; memos only save time. */
export class LinkWords {
  readonly version: string
  private readonly endings: readonly (readonly Ending[])[]
  private readonly kin = new Map<string, string>()
  private readonly weights = new Map<string, number>()
  private readonly acts = new Map<string, ActClass>()
  private readonly states = new Map<string, string>()
  private readonly empty = new Set<string>()
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
    for (const row of rows('kin')) for (const form of cells(row['forms'])) this.kin.set(this.bare(form), row['id'] as string)
    for (const row of rows('rarity')) for (const stem of cells(row['stems'])) this.weights.set(stem, Number(row['id']))
    for (const table of ['functionwords', 'framing'])
      for (const row of rows(table)) for (const form of cells(row['forms'])) this.empty.add(form.toLowerCase())
    for (const row of rows('acts')) {
      const found = { name: row['id'] as string, sign: Number(row['sign'] || 0), says: row['says'] === 'yes' }
      for (const form of cells(row['forms'])) this.acts.set(form, found)
    }
    for (const row of rows('statewords')) for (const form of cells(row['forms'])) this.states.set(form, row['id'] as string)
  }

  /** True of a word in lower case that says nothing of what a statement is about. */
  isEmpty(form: string): boolean {
    return this.empty.has(form)
  }

  /** What a word in lower case is compared by: the id of its kin, else its stem. */
  stem(form: string): string {
    const known = this.memo.get(form)
    if (known !== undefined) return known
    const bare = this.bare(form)
    const stem = this.kin.get(bare) ?? bare
    if (form.length <= LONGEST) {
      if (this.memo.size >= MOST) this.memo.clear()
      this.memo.set(form, stem)
    }
    return stem
  }

  /** How much a stem tells, in tenths of the natural logarithm of how many statements hold one that has it: 0 for the commonest. */
  weight(stem: string): number {
    return this.weights.get(stem) ?? RAREST
  }

  /** Class of an act, by the base form of its verb; an act that no class lists is a class of its own. */
  act(verb: string): ActClass {
    return this.acts.get(verb) ?? { ...nothing, name: this.stem(verb) }
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
