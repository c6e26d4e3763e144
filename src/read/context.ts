import type { Vocabulary } from '../lexicon/vocabulary.ts'
import { Flag } from '../lexicon/word.ts'
import type { Unit } from './recognise/units.ts'

/** What the whole text decides once: its parties, its voice, who is who. */
export interface Context {
  readonly parties: readonly string[]
  readonly voice: 'joint' | 'treaty' | 'report'
  /** How often each party is named, weighted; what is named once is easily a splice. */
  readonly counts: ReadonlyMap<string, number>
}

/** Reads the parties and the voice off the first sentences of a text. */
export function decideContext(sentences: readonly (readonly Unit[])[], vocabulary: Vocabulary): Context {
  const count = new Map<string, number>()
  let we = 0
  let shall = 0
  let joint = 0
  let said = 0
  let listAt = 0
  let list: string[] = []
  sentences.forEach((units, n) => {
    let run: string[] = []
    units.forEach((unit, i) => {
      const text = unit.word.text
      if (text === 'we' || text === 'our') we++
      if (text === 'shall') shall++
      if (unit.flags & Flag.PAST && vocabulary.frames.get(unit.word.lemma)?.some((f) => f.outcome === 'speech' && f.words.length === 0)) said++
      if (vocabulary.actors.get(text) === 'joint' && ['sides', 'parties', 'leaders', 'ministers', 'participants'].includes(text)) joint++
      const name = unit.name
      if (name && (name.type === 'state' || name.type === 'body' || name.type === 'person' || name.type === 'adjective' || name.type === 'capital') && name.parties.length) {
        const where = i > 0 && (units[i - 1]?.word.text === 'in' || (units[i - 1]?.word.text === ',' && (units[i - 2]?.name?.type === 'place' || units[i - 2]?.name?.type === 'capital' || units[i - 3]?.word.text === 'in')))
        if (where) return
        if (name.type !== 'body' || !name.parties.some((party) => vocabulary.global.has(party))) for (const party of name.parties) count.set(party, (count.get(party) ?? 0) + (name.type === 'adjective' ? 0.5 : 1) * (n < 4 ? 3 : 1))
        if (name.type === 'state' || name.type === 'body') {
          run.push(...name.parties)
          if (n < 9 && run.length > list.length && run.length > 2) {
            list = [...new Set(run)]
            listAt = n
          }
        }
        return
      }
      const link = text === ',' || text === 'and' || text === 'the' || text === 'of' || text === '(' || text === ')' || text === 'Republic' || unit.name?.type === 'proper'
      if (!link) run = []
    })
  })
  const ranked = [...count].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const best = ranked[0]?.[1] ?? 0
  const two = ranked.slice(0, 2).filter(([, n], i) => i === 0 || n >= best * 0.2).map(([party]) => party)
  const shared = list
  const order = (set: string[]): string[] => [...count.keys()].filter((party) => set.includes(party))
  const size = sentences.length || 1
  const voice = shall / size > 0.25 ? 'treaty' : (we / size > 0.3 || joint / size > 0.25) && said / size < 0.08 ? 'joint' : 'report'
  const parties = shared.length > 2 && (voice !== 'report' || listAt < 3) ? shared : order(two)
  return { parties, voice, counts: count }
}
