/** A measure of agreement: its name, its value, of how many pairs, what it says. */
export type MeasureRow = readonly [name: string, value: string, n: number, says: string]

/** A figure of agreement as it is printed. */
export const figure = (value: number | undefined): string => (value === undefined ? 'not defined' : value.toFixed(3))

/** How often two people gave the same. */
export const alikeRow = (pairs: number, same: number): MeasureRow => [
  'Alike',
  pairs > 0 ? `${((100 * same) / pairs).toFixed(0)} %` : 'not defined',
  pairs,
  'how often both gave the same value, chance not counted out',
]

interface AgreementProps {
  readonly rows: readonly MeasureRow[]
  /** Said where nobody has judged anything twice. */
  readonly none: string
  /** What counts of somebody who judged again. */
  readonly note: string
}

/** How well people agree, with how to read it. The first row is of all pairs. */
export function AgreementTable({ rows, none, note }: AgreementProps) {
  return (
    <section aria-labelledby="agreement">
      <h2 id="agreement">How well coders agree</h2>
      {rows[0]?.[2] ? (
        <>
          <section class="scroll" tabIndex={0} aria-label="Agreement">
            <table class="plain">
              <thead>
                <tr>
                  <th scope="col">Measure</th>
                  <th scope="col">Value</th>
                  <th scope="col">n</th>
                  <th scope="col">What it says</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(([name, value, n, says]) => (
                  <tr key={name}>
                    <th scope="row">{name}</th>
                    <td class="number">{value}</td>
                    <td class="number">{n}</td>
                    <td>{says}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <p class="measure by">
            Kappa and alpha are 1 where coders agree throughout, 0 where they agree no more often than chance would have it, and below 0
            where less. Krippendorff asks for an alpha of .800, and of .667 where conclusions may be tentative. They are not defined where
            nothing varies. {note}
          </p>
        </>
      ) : (
        <p>{none}</p>
      )}
    </section>
  )
}
