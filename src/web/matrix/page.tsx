import { partyName } from '../parts/names.ts'
import { standings } from '../parts/standing.tsx'

export const matrices = {
  'party-topic': { label: 'Parties by topics', row: 'party', column: 'topic' },
  'party-standing': { label: 'Parties by standing', row: 'party', column: 'standing' },
  'party-mechanism': { label: 'Parties by mechanisms', row: 'party', column: 'mechanism' },
  'year-force': { label: 'Years by force', row: 'year', column: 'force' },
} as const

export type MatrixName = keyof typeof matrices

export interface MatrixPage {
  readonly matrix: MatrixName
  readonly rows: readonly { readonly value: string; readonly total: number }[]
  readonly columns: readonly { readonly value: string; readonly total: number }[]
  /** By row, then column; 0 where there is none. */
  readonly counts: readonly (readonly number[])[]
  /** Rows and columns with fewer undertakings that are not drawn. */
  readonly left: { readonly rows: number; readonly columns: number }
}

/** Steps of shade, from none to most. */
const SHADES = 4

/** How undertakings spread: each cell is a link to what it counts. */
export function MatrixView({ page }: { readonly page: MatrixPage }) {
  const { label, row, column } = matrices[page.matrix]
  const most = Math.max(1, ...page.counts.flat())
  return (
    <article class="matrix">
      <header class="lede">
        <h1>{label}</h1>
        <nav class="pages" aria-label="Other tables">
          {Object.entries(matrices).map(([name, one]) => (
            <a key={name} href={`/matrix/${name}`} aria-current={name === page.matrix ? 'page' : undefined}>
              {one.label}
            </a>
          ))}
        </nav>
        <p class="by">Each cell counts undertakings, positions and reports{row !== 'year' && ', and leads to them'}.</p>
        {(page.left.rows > 0 || page.left.columns > 0) && (
          <p class="by">
            The fullest rows and columns; {page.left.rows} rows and {page.left.columns} columns with less are not drawn.
          </p>
        )}
      </header>
      <section class="scroll" tabIndex={0} aria-label={label}>
        <table>
          <thead>
            <tr>
              <th scope="col">{row}</th>
              {page.columns.map(({ value }) => (
                <th scope="col" key={value}>
                  {nameOf(column, value)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.rows.map((line, i) => (
              <tr key={line.value}>
                <th scope="row">{nameOf(row, line.value)}</th>
                {page.columns.map(({ value }, j) => {
                  const n = page.counts[i]?.[j] ?? 0
                  return (
                    <td key={value} class={`number shade-${n === 0 ? 0 : 1 + Math.floor((SHADES - 1) * Math.sqrt(n / most))}`}>
                      {n === 0 ? (
                        ''
                      ) : row === 'year' ? (
                        n.toLocaleString('en')
                      ) : (
                        <a href={address(row, line.value, column, value)}>{n.toLocaleString('en')}</a>
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </article>
  )
}

function nameOf(respect: string, value: string): string {
  if (respect === 'party') return partyName(value)
  return respect === 'standing' && Object.hasOwn(standings, value) ? standings[value as keyof typeof standings].word : value
}

function address(row: string, a: string, column: string, b: string): string {
  return `/ledger?${new URLSearchParams({ [row]: a, [column]: b })}`
}
