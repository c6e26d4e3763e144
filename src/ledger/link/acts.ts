import type { ActClass, LinkWords } from '../../lexicon/linkwords.ts'
import { word } from './content.ts'

/** Class of acts that only talk of a matter. */
const TALK = 'talk'

/** Where what a meeting was held to say begins ("met today to underscore their support"); undefined where it was held for something else. */
export function saidIn(quote: string, words: LinkWords): { readonly from: number; readonly act: ActClass } | undefined {
  const all = [...quote.matchAll(word)]
  const forms = all.map(([cased]) => cased.toLowerCase())
  for (const [i, form] of forms.entries()) {
    if (i === 0 || !words.isAim(forms[i - 1] as string) || !words.isSaying(form)) continue
    const act = words.actOf(form, undefined)
    const { index } = all[i] as RegExpExecArray
    if (act?.says && act.name !== TALK) return { from: index, act: expressed(forms.slice(i + 1, i + 1 + NEAR), words) ?? act }
  }
  return undefined
}

/** How far behind the verb may stand what it expresses. */
const NEAR = 3

/** Class of the act that a noun behind a verb of saying names, where it answers a deed: "his appreciation". */
function expressed(forms: readonly string[], words: LinkWords): ActClass | undefined {
  return forms.map((form) => words.actOf(form, undefined)).find((act) => act?.alone)
}

/** Class of the act of a quote: where its verb only says that something goes on, that of what goes on ("continue to support"). */
export function actIn(quote: string, verb: string, words: LinkWords): ActClass {
  const found = words.act(verb)
  if (!words.isOngoing(verb)) return found
  const forms = (quote.match(word) ?? []).map((form) => form.toLowerCase())
  const at = forms.findIndex((form) => words.bare(form) === words.bare(verb))
  const from = at + (words.isAim(forms[at + 1] ?? '') ? 2 : 1)
  const next = at < 0 || forms[from] === undefined ? undefined : words.actOf(forms[from], forms[from + 1])
  return next === undefined || next.says ? found : next
}
