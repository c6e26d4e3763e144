import type { LinkWords } from '../../lexicon/linkwords.ts'

/** Whether somebody stays in touch, and names what about, or that alone. */
export type Touch = '' | 'about' | 'alone'

/** How far behind "remain" the contact may stand, and what the words of a matter weigh at most where there is none. */
const STAYED = 4
const NO_MATTER = 25

/** Where a verb of staying at `i` is followed by being in touch, and by no "of" of something else; -1 where it is not. */
function touchAfter(forms: readonly string[], i: number, words: LinkWords): number {
  for (let k = i + 1; k <= Math.min(i + STAYED, forms.length - 1); k++) if (words.has('touch', forms[k] as string)) return k
  return -1
}

/** Whether somebody stays in touch: alone where its words name no matter, since what is not of that weighs next to nothing. */
export function staysInTouch(forms: readonly string[], found: ReadonlyMap<string, number>, words: LinkWords): Touch {
  const at = forms.findIndex((form, i) => words.has('staying', form) && touchAfter(forms, i, words) > 0)
  if (at < 0) return ''
  const how = new Set(
    forms
      .filter((form) => words.has('staying', form) || words.has('touch', form) || words.has('manner', form))
      .map((form) => words.stem(form)),
  )
  let matter = 0
  for (const [stem, weight] of found) if (!how.has(stem)) matter += weight
  return matter <= NO_MATTER ? 'alone' : 'about'
}

/** Class of the acts that stand behind somebody, how far behind the verb he may stand, and what all other words may weigh. */
const BACK = 'support'
const BACKED = 7
const BESIDES = 60

/** What follows a state makes it no end: "R's plan", "R in opening its ports". */
function isTowards([next, second, third]: readonly string[], words: LinkWords): boolean {
  if (next === undefined || words.has('folk', next)) return false
  if (next.length < 2 || !words.isEmpty(next)) return true
  return second !== undefined && !words.isEmpty(second) && words.state(second) === undefined && !words.has('circumstances', second, third)
}

/** The state that is supported as such: "support for R", "supporting the people of R", and not "support for R's plan". */
export function stateBacked(forms: readonly string[], found: ReadonlyMap<string, number>, words: LinkWords): string {
  const at = forms.findIndex((form) => words.actOf(form, undefined)?.name === BACK)
  if (at < 0 || words.has('holders', forms[at + 1] ?? '')) return ''
  let k = at + 1
  while (k < at + BACKED && k < forms.length && words.state(forms[k] as string) === undefined) {
    const form = forms[k] as string
    if (!words.isEmpty(form) && !words.has('folk', form)) return ''
    k++
  }
  const state = words.state(forms[k] ?? '')
  if (state === undefined || isTowards(forms.slice(k + 1, k + 4), words)) return ''
  const own = words.stem(forms[at] as string)
  let besides = 0
  for (const [stem, weight] of found) if (stem !== own) besides += weight
  return besides <= BESIDES ? state : ''
}
