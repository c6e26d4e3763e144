import type { Damage, Edit, RuleId } from '../../model.ts'

/** What cleaning proposes: edits that undo exactly, sorted and disjoint, and marks. All offsets are into the text as received. */
export interface Cleaned {
  readonly edits: Edit[]
  readonly damage: Damage[]
}

interface Ranked<T> {
  readonly rank: number
  readonly value: T
}

/** Collects what the cleaners propose. Where two claim the same characters, the earlier cleaner of the table wins. */
export class Proposals {
  /** Place in the table of the cleaner at work; lower wins. */
  rank = 0
  private readonly text: string
  private readonly edits: Ranked<Edit>[] = []
  private readonly marks: Ranked<Damage>[] = []

  constructor(text: string) {
    this.text = text
  }

  /** Proposes that `text[from, to)` reads as `insert`. */
  edit(from: number, to: number, insert: string, rule: RuleId): void {
    if (to > from || insert !== '') this.edits.push({ rank: this.rank, value: { span: { from, to }, insert, rule } })
  }

  /** Marks `text[from, to)` as broken; an empty stretch is left aside. */
  mark(from: number, to: number, rule: RuleId, what: string): void {
    if (to > from) this.marks.push({ rank: this.rank, value: { span: { from, to }, quote: this.text.slice(from, to), rule, what } })
  }

  /** Sorted and disjoint: takes one sort and one sweep. */
  settle(): Cleaned {
    return { edits: disjoint(this.edits), damage: disjoint(this.marks) }
  }
}

function disjoint<T extends Edit | Damage>(list: Ranked<T>[]): T[] {
  list.sort((a, b) => a.value.span.from - b.value.span.from || a.rank - b.rank || a.value.span.to - b.value.span.to)
  const kept: Ranked<T>[] = []
  for (const one of list) {
    let wins = true
    for (let last = kept.at(-1); last && meets(last.value, one.value); last = kept.at(-1)) {
      if (last.rank <= one.rank) {
        wins = false
        break
      }
      kept.pop()
    }
    if (wins) kept.push(one)
  }
  return kept.map((one) => one.value)
}

/** Two insertions at one place meet too: their order would be a matter of chance. */
const meets = (a: Edit | Damage, b: Edit | Damage): boolean =>
  b.span.from < a.span.to || (b.span.from === a.span.from && b.span.to === a.span.to)
