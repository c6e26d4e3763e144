import type { UndertakingPage } from './props.ts'

type Cited = Pick<UndertakingPage, 'id' | 'label' | 'asOf' | 'why' | 'origin'>

/** The address at which an undertaking stays; undefined where the server does not know its own. */
export const addressOf = ({ id, origin }: Pick<Cited, 'id' | 'origin'>): string | undefined =>
  origin && `${origin}/undertakings/${encodeURIComponent(id)}`

/** Characters that TeX reads as commands; BibTeX counts braces even behind a backslash. */
const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '^': '\\^{}',
  '~': '\\~{}',
}

/** A BibTeX entry. */
export function bibtex(page: Cited): string {
  const { id, label, asOf, why } = page
  const tex = (text: string) => text.replace(/[\\{}$&#^_%~]/g, (c) => commands[c] ?? `\\${c}`)
  const at = addressOf(page)
  const lines = [
    `title = {${tex(label)}}`,
    `howpublished = {Stocktake ledger, ${tex(id)}}`,
    `note = {Standing as of ${asOf}: ${tex(why)}}`,
    `year = {${asOf.slice(0, 4)}}`,
    // styles print it verbatim: per cent signs stand as they are, and braces do not occur in an address
    ...(at ? [`url = {${at}}`, `urldate = {${asOf}}`] : []),
  ]
  return `@misc{stocktake-${id.replace(/[^A-Za-z0-9]+/g, '-')},\n  ${lines.join(',\n  ')}\n}`
}

/** An item in the JSON of the Citation Style Language (CSL 1.0.2). */
export function csl(page: Cited): string {
  const { id, label, asOf, why } = page
  const at = addressOf(page)
  const item = {
    id,
    type: 'dataset',
    title: label,
    'container-title': 'Stocktake ledger',
    note: why,
    ...(at && { URL: at }),
    accessed: { 'date-parts': [asOf.split('-').map(Number)] },
  }
  return JSON.stringify([item], null, 2)
}
