/**
 * Damages a text as real copies are damaged, and keeps the truth: which word stands for which, and which changes alter the sense.
 * Deterministic: same text, seed and dose, same copy.
 */

export interface Stretch {
  readonly from: number
  readonly to: number
}

/** What was done to a text. Offsets are into the original (`a`) and the copy (`b`). */
export interface Damaged {
  readonly text: string
  /** Words of the original with what stands for each in the copy; null where nothing does. */
  readonly words: readonly { readonly a: Stretch; readonly b: Stretch | null }[]
  readonly meaning: readonly { readonly kind: string; readonly a: Stretch | null; readonly b: Stretch | null }[]
}

/** How often each thing is done, by words or by sentences. */
export interface Dose {
  readonly spin: number
  readonly article: number
  readonly mark: number
  readonly meaning: number
  readonly sentence: number
}

export const light: Dose = { spin: 0.04, article: 0.02, mark: 0.03, meaning: 0.015, sentence: 0.04 }
export const heavy: Dose = { spin: 0.25, article: 0.08, mark: 0.08, meaning: 0.03, sentence: 0.12 }

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** What a thesaurus spinner puts for common words: whole families, so that the copy's word is often one that no table pairs with it. */
const spins: readonly (readonly string[])[] = [
  ['cooperation', 'collaboration', 'teamwork', 'interplay'],
  ['important', 'significant', 'weighty', 'vital'],
  ['strengthen', 'reinforce', 'fortify', 'toughen'],
  ['support', 'back', 'prop', 'sustain'],
  ['development', 'growth', 'advancement', 'unfolding'],
  ['economic', 'monetary', 'financial', 'commercial'],
  ['countries', 'nations', 'lands', 'states'],
  ['leaders', 'chiefs', 'bosses', 'heads'],
  ['discussed', 'debated', 'talked over', 'addressed'],
  ['efforts', 'endeavors', 'exertions', 'attempts'],
  ['global', 'worldwide', 'planetary', 'universal'],
  ['regional', 'territorial', 'local', 'zonal'],
  ['partnership', 'alliance', 'association', 'fellowship'],
  ['relationship', 'bond', 'connection', 'tie'],
  ['meeting', 'gathering', 'encounter', 'assembly'],
  ['people', 'folks', 'persons', 'population'],
  ['continue', 'proceed', 'persist', 'carry on'],
  ['work', 'labor', 'toil', 'operate'],
  ['health', 'wellness', 'wellbeing', 'fitness'],
  ['technology', 'tech', 'know-how', 'engineering'],
  ['energy', 'power', 'vigor', 'vitality'],
  ['ensure', 'guarantee', 'make sure', 'assure'],
  ['promote', 'advance', 'foster', 'push'],
  ['address', 'tackle', 'handle', 'confront'],
  ['challenges', 'difficulties', 'hurdles', 'tests'],
  ['including', 'counting', 'incorporating', 'comprising'],
  ['welcomed', 'greeted', 'hailed', 'saluted'],
  ['common', 'shared', 'mutual', 'joint'],
  ['shared', 'common', 'joint', 'mutual'],
  ['need', 'necessity', 'want', 'requirement'],
  ['public', 'open', 'communal', 'civic'],
  ['new', 'fresh', 'novel', 'modern'],
  ['through', 'via', 'by way of', 'across'],
  ['underscored', 'underlined', 'stressed', 'emphasized'],
  ['trade', 'commerce', 'exchange', 'business'],
  ['systems', 'frameworks', 'structures', 'networks'],
  ['access', 'entry', 'admission', 'approach'],
  ['commitment', 'dedication', 'pledge', 'devotion'],
  ['community', 'society', 'neighborhood', 'public'],
  ['provide', 'give', 'supply', 'furnish'],
]
const spun = new Map(spins.map(([word, ...others]) => [word as string, others]))
const states = ['Kenya', 'India', 'Japan', 'Brazil', 'Poland', 'Mexico', 'Angola', 'Malaysia', 'Norway', 'Chile', 'Peru', 'Canada']
const months = ['January', 'February', 'March', 'April', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const additions = [
  'Chile will also send a mission of nine experts to the harbour in spring.',
  'A choir from the mountains sang two songs before the guests left the hall.',
  'Norway has promised to restore the old lighthouse by the end of 2044.',
]
const furniture = ['READ ALSO: Ten beaches that you cannot miss this summer', 'Share this: Twitter  Facebook  LinkedIn', 'Leave a Comment']

const wordPattern = /[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*/gu

/** A damaged copy of a text. */
export function damage(original: string, dose: Dose, seed: number): Damaged {
  return new Damager(original, dose, random(seed)).run()
}

class Damager {
  private readonly original: string
  private readonly dose: Dose
  private readonly next: () => number
  private out = ''
  private readonly words: { a: Stretch; b: Stretch | null }[] = []
  private readonly meaning: { kind: string; a: Stretch | null; b: Stretch | null }[] = []

  constructor(original: string, dose: Dose, next: () => number) {
    this.original = original
    this.dose = dose
    this.next = next
  }

  run(): Damaged {
    const sentences = this.sentences()
    for (let i = 0; i < sentences.length; i++) {
      const [from, to] = sentences[i] as [number, number]
      const chance = this.next()
      const long = [...this.original.slice(from, to).matchAll(wordPattern)].length >= 8
      if (!long || chance > this.dose.sentence) this.sentence(from, to)
      else if (chance < this.dose.sentence * 0.25) this.drop(from, to)
      else if (chance < this.dose.sentence * 0.45) {
        this.sentence(from, to)
        this.insert(this.pick(additions), 'added')
      } else if (chance < this.dose.sentence * 0.6) this.furnished(from, to)
      else if (chance < this.dose.sentence * 0.8 && i + 1 < sentences.length) {
        const [nextFrom, nextTo] = sentences[++i] as [number, number]
        const start = this.out.length
        this.sentence(nextFrom, nextTo)
        this.sentence(from, to)
        // which of the two moved nobody can say
        this.meaning.push({ kind: 'moved', a: { from, to: nextTo }, b: { from: start, to: this.out.length } })
      } else this.sentence(from, to, 'split')
    }
    return { text: this.out, words: this.words, meaning: this.meaning }
  }

  /** A line of the site before a sentence. */
  private furnished(from: number, to: number): void {
    this.out += `\n\n${this.pick(furniture)}\n\n`
    this.sentence(from, to)
  }

  private pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)] as T
  }

  /** Stretches that end in a full stop and a space, or in a break of lines. */
  private sentences(): [number, number][] {
    const out: [number, number][] = []
    let from = 0
    for (const match of this.original.matchAll(/[.!?][”"’)]?(?=\s+[\p{Lu}“"])|\n{2,}/gu)) {
      const to = match.index + match[0].length
      out.push([from, to])
      from = to
    }
    out.push([from, this.original.length])
    return out.filter(([start, end]) => end > start)
  }

  private drop(from: number, to: number): void {
    const words = [...this.original.slice(from, to).matchAll(wordPattern)]
    for (const match of words) this.words.push({ a: stretch(from + match.index, match[0]), b: null })
    this.meaning.push({ kind: 'missing', a: { from: from + (words[0]?.index ?? 0), to }, b: null })
  }

  private insert(text: string, kind: string): void {
    this.out += ' '
    const from = this.out.length
    this.out += text
    this.meaning.push({ kind, a: null, b: { from, to: this.out.length } })
  }

  private sentence(from: number, to: number, how: 'plain' | 'split' = 'plain'): void {
    const source = this.original.slice(from, to)
    const matches = [...source.matchAll(wordPattern)]
    let at = 0
    matches.forEach((match, k) => {
      let gap = source.slice(at, match.index)
      at = match.index + match[0].length
      if (how === 'split' && k > 4 && k === Math.floor(matches.length / 2)) gap = gap.replace(/^[,;]?\s+/, '. ')
      if (this.next() < this.dose.mark) gap = gap.replace(/,/g, '').replace(/[“”]/g, '"').replace(/ /g, '  ')
      this.out += gap
      this.word(match[0], stretch(from + match.index, match[0]))
    })
    this.out += source.slice(at)
  }

  /** One word of the original, as it is or damaged. */
  private word(text: string, a: Stretch): void {
    if (this.next() < this.dose.meaning && this.altered(text, a)) return
    // a word with a capital may be part of a name, and a name has no synonym
    const others = spun.get(text)
    if (others && this.next() < this.dose.spin * 4) this.put(this.pick(others), a)
    else if (/^(?:the|a|an)$/.test(text) && this.next() < this.dose.article) {
      this.words.push({ a: a, b: null })
      this.out = this.out.replace(/ $/, '')
    } else {
      if (/^[a-z]{5,}$/.test(text) && !/\bthe\s+$/i.test(this.out) && this.next() < this.dose.article / 4) this.out += 'the '
      this.put(text, a)
    }
  }

  private put(text: string, a: Stretch): Stretch {
    const b = { from: this.out.length, to: this.out.length + text.length }
    this.out += text
    this.words.push({ a, b })
    return b
  }

  /** A change of sense at a word that allows one; undefined where none fits. */
  private altered(text: string, a: Stretch): true | undefined {
    const change = (kind: string, other: string): true => {
      this.meaning.push({ kind, a, b: this.put(other, a) })
      return true
    }
    if (/^(?:19|20)\d\d$/.test(text))
      return change('date', `${text.slice(0, 2)}${text[3] === text[2] ? (Number(text[3]) + 1) % 10 : text[3]}${text[2]}`)
    if (/^\d+$/.test(text)) return change('number', `${text}0`)
    if (months.includes(text)) return change('date', months[(months.indexOf(text) + 4) % months.length] as string)
    if (states.includes(text)) return change('party', states[(states.indexOf(text) + 5) % states.length] as string)
    if (text === 'will') {
      this.put(text, a)
      this.insert('not', 'negation')
      return true
    }
    if (text === 'shall') return change('force', 'may')
    if (/^(?:increase|expand)$/.test(text)) return change('act', 'reduce')
    if (/^[a-z]{6,}$/.test(text) && this.next() < 0.25) {
      this.put(text, a)
      if (this.next() < 0.5) this.insert(text, 'broken')
      else this.insert(this.pick(states), 'party')
      return true
    }
    return undefined
  }
}

const stretch = (from: number, text: string): Stretch => ({ from, to: from + text.length })
