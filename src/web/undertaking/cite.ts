import type { UndertakingPage } from './props.ts'

type Cited = Pick<UndertakingPage, 'id' | 'label' | 'asOf' | 'why'>

/** A BibTeX entry; characters that TeX reads as commands are escaped. */
export function bibtex({ id, label, asOf, why }: Cited): string {
  const tex = (text: string) =>
    text.replace(/[\\{}$&#^_%~]/g, (c) => (c === '\\' ? '\\textbackslash{}' : c === '^' || c === '~' ? `\\${c}{}` : `\\${c}`))
  const lines = [
    `title = {${tex(label)}}`,
    `howpublished = {Stocktake ledger, ${tex(id)}}`,
    `note = {Standing as of ${asOf}: ${tex(why)}}`,
    `year = {${asOf.slice(0, 4)}}`,
  ]
  return `@misc{stocktake-${id.replace(/[^A-Za-z0-9]+/g, '-')},\n  ${lines.join(',\n  ')}\n}`
}

/** An item in the JSON of the Citation Style Language (CSL 1.0.2). */
export function csl({ id, label, asOf, why }: Cited): string {
  const [year, month, day] = asOf.split('-').map(Number)
  const item = {
    id,
    type: 'dataset',
    title: label,
    'container-title': 'Stocktake ledger',
    note: why,
    accessed: { 'date-parts': [[year, month, day]] },
  }
  return JSON.stringify([item], null, 2)
}
