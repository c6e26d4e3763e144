import type { Vocabulary } from '../lexicon/vocabulary.ts'
import type { Foreign, Source } from '../model.ts'
import type { PositionMap } from '../span.ts'
import { toUnits, type Unit } from './recognise/units.ts'
import type { Block } from './segment/blocks.ts'
import { foreignTongue } from './segment/foreign.ts'
import { lostStops, sentences } from './segment/sentences.ts'
import { type Tokens, tokenize } from './tokens.ts'

type Range = readonly [from: number, to: number]

/**
 * Cuts the blocks of a text into sentences and these into units. A sentence is made when it is read: the units of a long text would outlive the young
 * generation together. Those that something needs before are kept until they are read.
 */
export class Supply {
  /** Sentences in other languages, which are left out. */
  readonly foreign: Foreign[] = []
  private readonly source: Source
  private readonly cleaned: string
  private readonly map: PositionMap
  private readonly vocabulary: Vocabulary
  private readonly unstopped: boolean
  private readonly tokens: Tokens = { from: [], to: [], word: [], length: 0 }
  private readonly kept: (Unit[][] | undefined)[] = []

  constructor(source: Source, cleaned: string, map: PositionMap, vocabulary: Vocabulary) {
    this.source = source
    this.cleaned = cleaned
    this.map = map
    this.vocabulary = vocabulary
    this.unstopped = lostStops(cleaned)
  }

  /** The sentences of a block before it is read. `index`: which block it is. */
  before(block: Block, index: number): readonly Unit[][] {
    const known = this.kept[index]
    if (known) return known
    const made = this.cut(block).map((range) => this.unitsOf(range))
    this.kept[index] = made
    return made
  }

  /** Notes what a block that is not read has in other languages. */
  pass(block: Block, index: number): void {
    if (!this.kept[index]) this.cut(block)
  }

  /** The sentences of a block, to be read one by one before the next block is asked for. */
  take(block: Block, index: number): Sentences {
    const known = this.kept[index]
    this.kept[index] = undefined
    if (known) return new Sentences(known.length, known, undefined)
    const ranges = this.cut(block)
    return new Sentences(ranges.length, [], (i) => this.unitsOf(ranges[i] as Range))
  }

  /** The units of a line that is known of the text beside its words. */
  line(line: string | undefined): Unit[] | undefined {
    if (!line) return undefined
    tokenize(line, 0, line.length, this.vocabulary, this.tokens)
    return toUnits(line, this.tokens, 0, this.tokens.length, this.source.date)
  }

  /** The sentences of a block as ranges of tokens, which stand until the next block is cut. */
  private cut(block: Block): Range[] {
    const { cleaned, tokens, vocabulary } = this
    tokenize(cleaned, startOf(block), block.to, vocabulary, tokens)
    const found: Range[] = []
    for (const range of sentences(cleaned, tokens, vocabulary, this.unstopped)) {
      const [start, end] = range
      const language = foreignTongue(cleaned, tokens, start, end, vocabulary.language)
      if (language === undefined) found.push(range)
      else this.foreign.push({ span: this.map.spanToSource(tokens.from[start] as number, tokens.to[end - 1] as number), language })
    }
    return found
  }

  private unitsOf([start, end]: Range): Unit[] {
    return toUnits(this.cleaned, this.tokens, start, end, this.source.date)
  }
}

/** The sentences of one block, each made once. */
export class Sentences {
  readonly count: number
  private readonly units: (Unit[] | undefined)[]
  private readonly make: ((index: number) => Unit[]) | undefined

  constructor(count: number, units: (Unit[] | undefined)[], make: ((index: number) => Unit[]) | undefined) {
    this.count = count
    this.units = units
    this.make = make
  }

  /** A sentence that is still to be read. */
  ahead(index: number): readonly Unit[] {
    const units = this.take(index)
    this.units[index] = units
    return units
  }

  /** A sentence, to be read and given away. */
  take(index: number): Unit[] {
    const units = this.units[index] ?? (this.make as (index: number) => Unit[])(index)
    this.units[index] = undefined
    return units
  }
}

/** The label of a turn says who speaks, and is read with it. */
const startOf = (block: Block): number => (block.role === 'turn' ? block.from : block.content)
