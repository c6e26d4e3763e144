/** Phrases that begin with one word, by their second, longest first: the keys of all their words. */
export type PhrasesBySecond = ReadonlyMap<string, readonly (readonly string[])[]>

/** Longest phrase that is looked for, in words. */
const LONGEST = 6

/** Phrases of several words by their first two, while the tables are read. */
export class PhraseTable {
  private readonly byFirst = new Map<string, Map<string, (readonly string[])[]>>()

  /** Takes in a phrase, its words parted by spaces; one word alone is none. */
  add(key: string): void {
    const words = key.split(' ')
    if (words.length < 2 || words.length > LONGEST) return
    const [first, second] = words as [string, string]
    const seconds = this.byFirst.get(first) ?? new Map<string, (readonly string[])[]>()
    this.byFirst.set(first, seconds)
    const list = seconds.get(second)
    if (!list) seconds.set(second, [words])
    else if (!list.some((other) => other.join(' ') === key)) list.push(words)
  }

  /** All phrases, by their first word. */
  sorted(): ReadonlyMap<string, PhrasesBySecond> {
    for (const seconds of this.byFirst.values()) for (const list of seconds.values()) list.sort((a, b) => b.length - a.length)
    return this.byFirst
  }
}
