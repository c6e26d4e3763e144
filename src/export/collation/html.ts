import { apartOf } from '../../compare/apart.ts'
import { around } from '../../compare/around.ts'
import { type Cell, type Collation, type Difference, isQuiet, type Witness } from '../../compare/collate/nouns.ts'
import { letterOf } from '../../compare/letters.ts'
import { escaped } from './markup.ts'

/** The collation as one HTML file that needs nothing else: the differences, then the witnesses side by side with them marked. */
export function* htmlOf(collation: Collation): Generator<string> {
  const { witnesses, differences, rows } = collation
  const loud = differences.filter((one) => !isQuiet(one.class))
  yield `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Comparison of ${witnesses.length} texts</title>\n<style>${style}</style></head><body>\n<h1>Comparison of ${witnesses.length} texts</h1>\n`
  yield '<dl>'
  for (const [k, witness] of witnesses.entries()) yield `<dt>${letterOf(k)}</dt><dd>${about(witness)}</dd>`
  yield '</dl>\n'
  for (const [a, b] of apartOf(witnesses)) yield `<p class="note"><b>${letterOf(a)} and ${letterOf(b)} are no copies of one text.</b></p>\n`
  for (const note of collation.notes) yield `<p class="note">${escaped(note)}</p>\n`
  const sense = loud.length === 1 ? 'difference changes' : 'differences change'
  yield `<p>${loud.length} ${sense} the sense, ${loud.filter((one) => one.touches.length).length} of them in statements; ${differences.length - loud.length} do not.</p>\n<ol>\n`
  const names = new Map(loud.map((one, i) => [one, i + 1]))
  for (const [one, number] of names) yield item(one, number, collation)
  yield `</ol>\n<table><thead><tr>${witnesses.map(({ id }, k) => `<th scope="col">${letterOf(k)} · ${escaped(id)}</th>`).join('')}</tr></thead><tbody>\n`
  const marks = witnesses.map((_, k) => marksOf(names, k))
  for (const { cells, furniture, moved } of rows) {
    yield `<tr${furniture ? ' class="furniture"' : moved ? ' class="moved"' : ''}>`
    for (let k = 0; k < cells.length; k++) yield `<td>${marked(witnesses[k]?.text ?? '', cells[k] ?? null, marks[k] as Mark[])}</td>`
    yield '</tr>\n'
  }
  yield '</tbody></table></body></html>\n'
}

/** What a witness is called, whose text it is, and of which day. */
function about({ id, reading }: Witness): string {
  const { title, publisher, date } = reading.source
  return [id, title, publisher, date]
    .filter((part) => part !== undefined)
    .map(escaped)
    .join(' · ')
}

const style = `:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;margin:2rem auto;max-width:90rem;padding:0 1rem}
table{border-collapse:collapse;width:100%;table-layout:fixed}td,th{border:1px solid #8886;padding:.4rem .6rem;vertical-align:top;white-space:pre-wrap;overflow-wrap:anywhere}
mark{background:#fd08;color:inherit;border-bottom:2px solid}mark sup{font-size:.7em}.furniture{opacity:.55}.moved td{border-style:dashed}
dl{display:grid;grid-template-columns:max-content 1fr;gap:0 .6rem}dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}
.class{font-weight:600}.around{opacity:.8}.why,.note{opacity:.8}li{margin:.5rem 0}q{quotes:"⟦" "⟧"}`

function item(one: Difference, number: number, { witnesses }: Collation): string {
  const readings = one.groups.map((group) => {
    const first = group[0] as number
    return `<b>${group.map(letterOf).join(' ')}</b> ${said(witnesses[first]?.text ?? '', one.spans[first] ?? null)}`
  })
  const why = one.why ? `<br><span class="why">Likelier: the first; ${escaped(one.why)}.</span>` : ''
  return `<li id="d${number}" value="${number}"><span class="class">${one.class}</span> ${escaped(one.note)}<br>${readings.join('<br>')}${why}</li>\n`
}

/** Characters of a text that are shown on either side of a wording. */
const AROUND = 60

function said(text: string, span: Cell): string {
  if (!span) return 'nothing'
  const { before, after } = around(text, span, AROUND)
  const line = (words: string): string => (words ? `<span class="around">${escaped(words)}</span>` : '')
  // no further than the line, which is mostly the paragraph
  return `${line(before.slice(before.lastIndexOf('\n') + 1))}<q>${escaped(text.slice(span.from, span.to))}</q>${line(after.split('\n', 1)[0] ?? '')}`
}

interface Mark {
  readonly from: number
  readonly to: number
  readonly number: number
}

/** The differences of a witness in the order of its text; one inside another, as in a passage that moved, cuts that in two; else the earlier is marked. */
function marksOf(names: ReadonlyMap<Difference, number>, k: number): Mark[] {
  const all = [...names].flatMap(([one, number]) => {
    const span = one.spans[k]
    return span ? [{ from: span.from, to: span.to, number }] : []
  })
  all.sort((x, y) => x.from - y.from || y.to - x.to)
  const out: Mark[] = []
  for (const mark of all) {
    const last = out.at(-1)
    if (!last || mark.from >= last.to) out.push(mark)
    else if (mark.to < last.to) {
      out[out.length - 1] = { ...last, to: mark.from }
      if (mark.from === last.from) out.pop()
      out.push(mark, { ...last, from: mark.to })
    }
  }
  return out
}

function marked(text: string, cell: Cell, marks: readonly Mark[]): string {
  if (!cell) return ''
  let at = cell.from
  let out = ''
  for (let i = first(marks, cell.from); i < marks.length; i++) {
    const mark = marks[i] as Mark
    if (mark.from >= cell.to) break
    const from = Math.max(at, mark.from)
    const to = Math.min(cell.to, mark.to)
    out += `${escaped(text.slice(at, from))}<mark>${escaped(text.slice(from, to))}<sup><a href="#d${mark.number}">${mark.number}</a></sup></mark>`
    at = to
  }
  return (out + escaped(text.slice(at, cell.to))).trim()
}

/** The first mark that ends past an offset; marks do not overlap. */
function first(marks: readonly Mark[], from: number): number {
  let low = 0
  let high = marks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((marks[middle] as Mark).to <= from) low = middle + 1
    else high = middle
  }
  return low
}
