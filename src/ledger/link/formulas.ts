import type { LinkWords, Matter } from '../../lexicon/linkwords.ts'

/** Whether somebody stays in touch, and names what about, or that alone. */
export type Touch = '' | 'about' | 'alone'

/** How far behind "remain" the contact may stand, and what the words of a matter weigh at most where there is none. */
const STAYED = 4
const NO_MATTER = 25

/** Whether a verb of staying at `i` is followed by being in touch. */
const isInTouch = (forms: readonly string[], i: number, words: LinkWords): boolean =>
  forms.slice(i + 1, i + 1 + STAYED).some((form) => words.has('touch', form))

/** The words before it is told when, why or by what means, behind place `at`: all of them where it is not told. */
function beforeMeanwhile(forms: readonly string[], at: number, words: LinkWords): readonly string[] {
  const end = forms.findIndex((_, i) => i > at && isMeanwhile(forms, i, words))
  return end < 0 ? forms : forms.slice(0, end)
}

/** Whether somebody stays in touch: alone where its words name no matter, since what is not of that weighs next to nothing; and the words before it is told when or why. */
export function staysInTouch(
  forms: readonly string[],
  found: ReadonlyMap<string, number>,
  words: LinkWords,
): { readonly touch: Touch; readonly within: readonly string[] } {
  const at = forms.findIndex((form, i) => words.has('staying', form) && isInTouch(forms, i, words))
  if (at < 0) return { touch: '', within: [] }
  const how = new Set(
    forms
      .filter((form) => words.has('staying', form) || words.has('touch', form) || words.has('manner', form))
      .map((form) => words.stem(form)),
  )
  const within = beforeMeanwhile(forms, at, words)
  const said = new Set(within.map((form) => words.stem(form)))
  let matter = 0
  for (const [stem, weight] of found) if (!how.has(stem) && said.has(stem)) matter += weight
  return { touch: matter <= NO_MATTER ? 'alone' : 'about', within }
}

/** Class of the acts that stand behind somebody, and of those that defend; how far behind the verb he may stand, and what all other words may weigh. */
const BACK = 'support'
const DEFEND = 'uphold'
const BACKED = 7
const BESIDES = 60

/** From here on it is told when, why or by what means: "as it defends itself", "in its fight". */
function isMeanwhile(forms: readonly string[], i: number, words: LinkWords): boolean {
  const [form, next, third] = [forms[i], forms[i + 1], forms[i + 2]]
  if (form === undefined) return false
  if (words.has('whiles', form) && next !== undefined && words.state(next) !== undefined) return true
  return (
    words.has('meanwhile', form, next) ||
    words.has('circumstances', form, next) ||
    (words.has('within', form, next) && isCause(third, words))
  )
}

/** What a state is supported in when it is supported as such: its defence, its fight. */
const isCause = (form: string | undefined, words: LinkWords): boolean => form !== undefined && words.has('causes', form)

/** Where what follows a state at `k` makes it no end: "R's plan", "R in opening its ports"; not "R's defence", "R as it defends itself", "R is firm". */
function isTowards(forms: readonly string[], k: number, words: LinkWords): boolean {
  const next = forms[k + 1] === 's' ? k + 2 : k + 1
  const form = forms[next]
  if (form === undefined || words.has('folk', form) || words.has('copulas', form) || isMeanwhile(forms, next, words)) return false
  if (isCause(form, words)) return isTowards(forms, next, words)
  if (next > k + 1) return true
  const [second, third] = [forms[next + 1], forms[next + 2]]
  if (form.length < 2 || !words.isEmpty(form)) return true
  return second !== undefined && !words.isEmpty(second) && words.state(second) === undefined && !words.has('circumstances', second, third)
}

/** The first word of an act that stands behind somebody, or defends him; undefined where there is none, or he who does it follows. */
function backingAt(forms: readonly string[], words: LinkWords): { readonly at: number; readonly how: string } | undefined {
  for (const [at, form] of forms.entries()) {
    const name = words.actOf(form, undefined)?.name
    if (name === BACK) return words.has('holders', forms[at + 1] ?? '') ? undefined : { at, how: '' }
    if (name === DEFEND || (words.has('causes', form) && words.has('holders', forms[at + 1] ?? ''))) return { at, how: `${DEFEND} ` }
  }
  return undefined
}

/** The state that is supported as such: "support for R", "supporting the people of R", and not "support for R's plan"; "uphold R" where it is defended. */
export function stateBacked(forms: readonly string[], found: ReadonlyMap<string, number>, words: LinkWords): string {
  const backing = backingAt(forms, words)
  if (!backing) return ''
  const { at, how } = backing
  let k = at + 1
  while (k < at + BACKED && k < forms.length && words.state(forms[k] as string) === undefined) {
    const form = forms[k] as string
    if (!words.isEmpty(form) && !words.has('folk', form)) return ''
    k++
  }
  const state = words.state(forms[k] ?? '')
  if (state === undefined || isTowards(forms, k, words)) return ''
  const own = words.stem(forms[at] as string)
  const said = new Set(
    beforeMeanwhile(forms, k, words)
      .filter((form) => !isCause(form, words))
      .map((form) => words.stem(form)),
  )
  let besides = 0
  for (const [stem, weight] of found) if (stem !== own && said.has(stem)) besides += weight
  return besides <= BESIDES ? `${how}${state}` : ''
}

/** How near to each other the words of a set phrase stand, and within how many content words what a statement begins with. */
const NEAR = 3
const LEADS = 6

/** The set phrase that a statement begins with, and whether it says little besides; undefined where it begins with none. */
export interface Formula {
  readonly id: string
  /** The state of which it is a matter; absent where it is nobody's own. */
  readonly of?: string
  readonly isAll: boolean
}

/** The first set phrase among the content words of a statement, in order, with what each weighs. `forms`: all its words. */
export function matterOf(
  forms: readonly string[],
  stems: readonly string[],
  weights: readonly number[],
  words: LinkWords,
): Formula | undefined {
  let first: Matter | undefined
  let place = LEADS
  for (const [i, stem] of stems.entries())
    for (const matter of words.mattersFrom(stem)) {
      const places = matter.stems.map((one) => stems.indexOf(one))
      if (places.some((one) => one < 0 || Math.abs(one - i) > NEAR)) continue
      const last = Math.max(...places)
      if (last < place) [first, place] = [matter, last]
    }
  if (!first) return undefined
  const within = beforeMeanwhile(forms, 0, words)
  const said = new Set(within.map((form) => words.stem(form)))
  const { id, stems: own, isOfState } = first
  const state = within.map((form) => words.state(form)).findLast((one) => one !== undefined)
  let besides = 0
  for (const [i, stem] of stems.entries()) if (!own.includes(stem) && said.has(stem)) besides += weights[i] as number
  return { id, ...(isOfState && { of: state ?? '' }), isAll: besides <= BESIDES }
}
