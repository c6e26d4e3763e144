import { cells } from './cells.ts'
import type { Row } from './lexicon.ts'
import { Flag } from './word.ts'

/** What one row says of one form; a form may have several, in the order of the tables. */
export interface Share {
  readonly flags: number
  readonly lemma: string
  readonly kind: string
  /** Takes the verb classes off what stood before: "has" is no form of an ordinary verb. */
  readonly clears: boolean
}

interface Rule {
  readonly form: string
  readonly endings: readonly string[]
  readonly drop: number
  readonly add: string
  /** What was dropped: the different tails of `endings`; one empty tail where nothing was. */
  readonly tails: readonly string[]
}

interface Verb {
  readonly order: number
  readonly base: string
  readonly noun: number
  readonly kind: string
  readonly past: string
  readonly participle: string
  readonly ing: string
}

function addOnce(found: Verb[], verb: Verb | undefined): void {
  if (verb && !found.includes(verb)) found.push(verb)
}

const flagOf: Record<string, number> = {
  present: Flag.PRESENT,
  past: Flag.PAST,
  participle: Flag.PARTICIPLE,
  ing: Flag.ING,
  adverb: Flag.ADVERB,
}

/**
 * The verbs of a language. Regular forms are not spelled out: a form is taken apart by the inflection table read
 * backwards, and put together again to check, so that building costs nothing a form.
 */
export class Verbs {
  private readonly verbs = new Map<string, Verb>()
  private readonly irregular = new Map<string, Verb[]>()
  private readonly rules: Rule[] = []
  private readonly suffixes: { ending: string; flag: number }[] = []
  private readonly singular: string[] = []
  private readonly adjectival: string[] = []
  private readonly adjectives = new Set<string>()
  private readonly abstract: string[] = []
  private readonly notAdjectival = new Set<string>()

  constructor(verbs: readonly Row[], inflection: readonly Row[]) {
    for (const row of inflection) {
      const form = row['form'] ?? ''
      const endings = cells(row['ending'])
      const unknown = row['id']?.startsWith('unknown') ? flagOf[form] : undefined
      if (form === 'singular') this.singular.push(...endings)
      else if (form === 'abstract') this.abstract.push(...endings)
      else if (form === 'adjectival') this.adjectival.push(...endings)
      else if (form === 'adjective') for (const word of endings) this.adjectives.add(word)
      else if (form === 'not-adjectival') for (const word of endings) this.notAdjectival.add(word)
      else if (unknown) for (const ending of endings) this.suffixes.push({ ending, flag: unknown })
      else {
        const drop = Number(row['drop'] || 0)
        const tails = drop ? [...new Set(endings.map((ending) => ending.slice(-drop)))] : ['']
        this.rules.push({ form, endings, drop, add: row['add'] ?? '', tails })
      }
    }
    for (const row of verbs) this.add(row)
  }

  private add(row: Row): void {
    const base = row['id'] as string
    const also = row['also'] ?? ''
    const verb: Verb = {
      order: this.verbs.size,
      base,
      noun: also ? Flag.ALSO_NOUN : 0,
      kind: also === 'mostly-noun' || also === 'adjective' ? also : '',
      past: row['past'] ?? '',
      participle: row['participle'] ?? '',
      ing: row['ing'] ?? '',
    }
    this.verbs.set(base, verb)
    for (const column of [verb.past, verb.participle, verb.ing]) {
      if (!column) continue
      for (const form of cells(column)) {
        const list = this.irregular.get(form)
        if (!list) this.irregular.set(form, [verb])
        else if (list.at(-1) !== verb) list.push(verb)
      }
    }
  }

  /** What the verbs say of a form in lower case, in the order of the table. */
  shares(form: string): Share[] {
    const found: Verb[] = []
    const irregular = this.irregular.get(form)
    if (irregular) for (const verb of irregular) addOnce(found, verb)
    addOnce(found, this.verbs.get(form))
    for (const rule of this.rules) this.apart(form, rule, found)
    if (found.length > 1) found.sort((a, b) => a.order - b.order)
    const out: Share[] = []
    for (const verb of found) this.sharesOf(verb, form, out)
    return out
  }

  /** Adds the verbs of which `form` may be a regular form by `rule`. */
  private apart(form: string, rule: Rule, found: Verb[]): void {
    if (!form.endsWith(rule.add)) return
    const stem = form.slice(0, form.length - rule.add.length)
    for (const tail of rule.tails) addOnce(found, this.verbs.get(stem + tail))
  }

  private sharesOf(verb: Verb, form: string, out: Share[]): void {
    const give = (is: boolean, flags: number, kind: string): void => {
      if (is) out.push({ flags, lemma: verb.base, kind, clears: false })
    }
    const listed = (column: string, regular: string): boolean =>
      column ? cells(column).includes(form) : this.inflect(verb.base, regular) === form
    give(verb.base === form, Flag.BASE | verb.noun, verb.kind)
    give(this.inflect(verb.base, 'present') === form, Flag.PRESENT | verb.noun, verb.kind)
    give(listed(verb.past, 'past'), Flag.PAST, '')
    give(listed(verb.participle, 'past'), Flag.PARTICIPLE, '')
    give(listed(verb.ing, 'ing'), Flag.ING, '')
  }

  private inflect(base: string, form: string): string {
    const rule = this.rules.find((r) => r.form === form && (!r.endings.length || r.endings.some((ending) => base.endsWith(ending))))
    return rule ? base.slice(0, base.length - rule.drop) + rule.add : base
  }

  /** The form ends like a plural and is none ("ambitious"). */
  isSingular(form: string): boolean {
    return this.singular.some((ending) => form.endsWith(ending))
  }

  /** The form ends like a noun for what is done or is so ("discussions"). */
  isAbstract(form: string): boolean {
    return this.abstract.some((ending) => form.length > ending.length + 2 && form.endsWith(ending))
  }

  /** The form ends like an adjective ("disruptive"), and is none of the nouns that do. */
  isAdjectival(form: string): boolean {
    return !this.notAdjectival.has(form) && this.adjectival.some((ending) => form.length > ending.length + 2 && form.endsWith(ending))
  }

  /** An adjective by itself. */
  isAdjective(form: string): boolean {
    return this.adjectives.has(form)
  }

  /** Classes of a form that no table knows, by its ending. */
  guess(form: string): number {
    let flags = 0
    for (const { ending, flag } of this.suffixes) if (form.length > ending.length + 2 && form.endsWith(ending)) flags |= flag
    return flags
  }
}
