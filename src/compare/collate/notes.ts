import type { Context } from './context.ts'
import type { Cell, DifferenceClass } from './nouns.ts'

/** Longest wording that a note quotes, in characters. */
const LONGEST = 90

/** One line for people: both wordings and what that changes. */
export function noteOf(kind: DifferenceClass, effect: string, spans: readonly Cell[], contexts: readonly Context[], base: number): string {
  const quote = (k: number): string => {
    const span = spans[k]
    return span ? clip((contexts[k] as Context).leaf.text.slice(span.from, span.to)) : ''
  }
  const own = quote(base)
  const others: string[] = []
  for (let k = 0; k < spans.length; k++) {
    const other = k === base ? own : quote(k)
    if (other !== own && !others.includes(other)) others.push(other)
  }
  const list = others.map((other) => (other ? `“${other}”` : 'nothing')).join(', ')
  const said = kind === 'moved' ? `“${own || others[0]}”` : own ? `“${own}” became ${list || 'nothing'}` : `${list} is added`
  return effect ? `${said}: ${effect}` : said
}

const clip = (text: string): string => {
  const flat = text
    .slice(0, 4 * LONGEST)
    .replace(/\s+/g, ' ')
    .trim()
  return flat.length > LONGEST ? `${flat.slice(0, LONGEST - 1)}…` : flat
}
