import { forces, kinds } from '../../model.ts'
import { countOf, dayName, partyNames } from '../parts/names.ts'
import { StandingMark, standingOrder, standings } from '../parts/standing.tsx'
import { columns, columnsNamed, type LedgerColumn, shownAtFirst } from './columns.ts'
import { type LedgerPage, type LedgerQuery, type LedgerRow, sorts } from './props.ts'

/** The ledger as a table. The address is its state. */
export function LedgerView({ page }: { readonly page: LedgerPage }) {
  const { query, rows } = page
  const shown = columnsNamed(query.columns, shownAtFirst)
  return (
    <article class="ledger">
      <header class="lede">
        <h1>Ledger</h1>
        <Filters page={page} />
        <p class="by" role="status">
          {page.more ? 'more than ' : ''}
          {countOf(page.total, query.kind)}; standing as of {dayName(page.asOf)}.{' '}
          <a href={addressOf(query, { after: undefined }, '/ledger.csv')}>CSV</a> ·{' '}
          <a href={addressOf(query, { after: undefined }, '/ledger.xlsx')}>XLSX</a> ·{' '}
          <a href={addressOf(query, {}, '/ledger.json')}>JSON</a> ·{' '}
          <a href={addressOf(query, { after: undefined, columns: undefined }, '/brief')}>Brief</a>
        </p>
      </header>
      {rows.length === 0 ? (
        <p>
          Nothing in the ledger is like that. Take a filter away, or add texts with <code>stocktake add</code>.
        </p>
      ) : (
        <table class="plain undertakings">
          <thead>
            <tr>
              {shown.map(({ name, label }) => (
                <th scope="col" key={name}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.id} row={row} shown={shown} asOf={page.asOf} />
            ))}
          </tbody>
        </table>
      )}
      {(query.after || page.next) && (
        <nav class="pages" aria-label="Pages of the list">
          {query.after && <a href={addressOf(query, { after: undefined })}>First page</a>}
          {page.next && (
            <a href={addressOf(query, { after: page.next })} rel="next">
              Next page
            </a>
          )}
        </nav>
      )}
    </article>
  )
}

function Row({ row, shown, asOf }: { readonly row: LedgerRow; readonly shown: readonly LedgerColumn[]; readonly asOf: string }) {
  return (
    <tr>
      {shown.map((column) => (
        <Cell key={column.name} row={row} column={column} asOf={asOf} dated={shown.some(({ name }) => name === 'last')} />
      ))}
    </tr>
  )
}

interface CellProps {
  readonly row: LedgerRow
  readonly column: LedgerColumn
  readonly asOf: string
  /** The day of the last text stands in the row. */
  readonly dated: boolean
}

function Cell({ row, column: { name, field, label }, asOf, dated }: CellProps) {
  const value = row[field]
  const path = `/undertakings/${encodeURIComponent(row.id)}`
  switch (name) {
    case 'standing':
      return <td>{row.standing && <StandingMark standing={row.standing} />}</td>
    case 'label':
      return (
        <td class="wide">
          <a href={path}>{row.label}</a>
          {row.parties && row.kind && (
            <p class="by">
              {row.kind} · {partyNames(row.parties)}
            </p>
          )}
        </td>
      )
    case 'id':
      return (
        <td class="by">
          <a href={path}>{row.id}</a>
        </td>
      )
    case 'force':
      return (
        <td class="by">
          {row.force === 'none' ? '' : row.force}
          {isAhead(row.last, asOf) && !(dated && isAhead(row.first, asOf)) && row.force !== 'none' && (
            <span class="doubt"> after today</span>
          )}
        </td>
      )
    case 'parties':
      return <td class="by">{row.parties && row.parties.length > 0 && partyNames(row.parties)}</td>
  }
  if (name === 'first' || name === 'last' || name === 'due') {
    return (
      <td class="by number" data-label={label}>
        {value ? dayName(String(value)) : ''}
        {name !== 'due' && isAhead(String(value ?? ''), asOf) && <span class="doubt"> after today</span>}
      </td>
    )
  }
  if (typeof value === 'number')
    return (
      <td class="by number" data-label={label}>
        {value || ''}
      </td>
    )
  return <td class="by">{typeof value === 'object' ? value.join(', ') : value}</td>
}

/** Whether a text bears a day that has not come: a slip in its date, or a sample that nobody should take for a real one. What it says holds from then on alone. */
const isAhead = (day: string | undefined, asOf: string): boolean => (day ?? '') > asOf

/** The columns to choose from; those that are there are chosen. */
function Columns({ query }: { readonly query: LedgerQuery }) {
  const chosen = query.columns.length ? query.columns : shownAtFirst
  return (
    <details class="columns">
      <summary>Columns</summary>
      <fieldset>
        <legend class="hidden">Columns of the table and of files</legend>
        {[...columnsNamed(chosen, []), ...columns.filter(({ name }) => !chosen.includes(name))].map(({ name, label }) => (
          <label key={name}>
            <input type="checkbox" name="columns" value={name} checked={chosen.includes(name)} /> {label}
          </label>
        ))}
      </fieldset>
    </details>
  )
}

/** The filters asked for most, the others folded away unless one of them is in use. */
function Filters({ page: { query, programmes } }: { readonly page: LedgerPage }) {
  const { counterpart, kind, force, direction, topic, mechanism, dueBefore } = query
  const used = [...counterpart, ...force, ...topic, ...mechanism, direction, dueBefore].some(Boolean)
  return (
    <form class="filters" action="/ledger">
      <Field name="text" label="Words" value={query.text} />
      <Field name="party" label="Party" value={query.party.join(', ')} hint="Kazakhstan, CN" />
      <Choice name="standing" label="Standing" value={query.standing[0]} options={standingOrder.map((one) => [one, standings[one].word])} />
      <Choice name="kind" label="Kind" value={kind[0]} options={kinds.map((one) => [one, one])} />
      {programmes.length > 0 && (
        <Choice name="programme" label="Programme" value={query.programme} options={programmes.map(({ name, title }) => [name, title])} />
      )}
      <Choice name="sort" label="Order" value={query.sort} options={sorts} all={false} />
      <details class="more" open={used}>
        <summary>More filters</summary>
        <div class="filters">
          <Field name="counterpart" label="Counterpart" value={counterpart.join(', ')} hint="EU" />
          <Choice name="force" label="Force" value={force[0]} options={forces.map((one) => [one, one])} />
          {programmes.length > 0 && (
            <Choice
              name="direction"
              label="Direction"
              value={direction}
              options={programmes.flatMap(({ directions }) => directions.map(({ id, label }) => [id, label] as const))}
            />
          )}
          <Field name="topic" label="Topic" value={topic.join(' ')} hint="transport" />
          <Field name="mechanism" label="Mechanism" value={mechanism[0]} />
          <Field name="dueBefore" label="Due by" value={dueBefore} type="date" />
        </div>
      </details>
      <Columns query={query} />
      <p class="do">
        <button type="submit">Show</button> <a href="/ledger">all</a>
      </p>
    </form>
  )
}

interface FieldProps {
  readonly name: string
  readonly label: string
  readonly value?: string | undefined
  readonly hint?: string
  readonly type?: 'text' | 'date'
}

function Field({ name, label, value = '', hint, type = 'text' }: FieldProps) {
  const id = `filter-${name}`
  return (
    <p>
      <label for={id}>{label}</label>{' '}
      {type === 'date' ? (
        <input id={id} name={name} value={value} type="date" />
      ) : (
        <input id={id} name={name} value={value} placeholder={hint} type="text" />
      )}
    </p>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly label: string
  readonly value?: string | undefined
  readonly options: readonly (readonly [string, string])[]
  readonly all?: boolean
}

function Choice({ name, label, value, options, all = true }: ChoiceProps) {
  return (
    <p>
      <label for={`filter-${name}`}>{label}</label>{' '}
      <select id={`filter-${name}`} name={name}>
        {all && <option value="">any</option>}
        {options.map(([id, word]) => (
          <option key={id} value={id} selected={id === value}>
            {word}
          </option>
        ))}
      </select>
    </p>
  )
}

/** The address of a query, changed in some respects; what is not set is left out. */
export function addressOf(query: LedgerQuery, change: Partial<Record<keyof LedgerQuery, string | undefined>>, path = '/ledger'): string {
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...query, ...change })) {
    if (name === 'limit' || (name === 'sort' && value === 'last')) continue
    for (const one of Array.isArray(value) ? value : [value]) if (one) asked.append(name, String(one))
  }
  const text = asked.toString()
  return text ? `${path}?${text}` : path
}
