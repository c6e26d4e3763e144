/** The order in which keys are written: who and where first, what next, then what was made of it. Others follow by name. */
const order =
  'id type schema name title document hash externalId node undertaking on span from to quote label kind force standing date publisher url language ' +
  'a b score parts series period scope value unit relation link by at reason statements'
const rank = new Map(order.split(' ').map((key, i) => [key, i]))
const last = rank.size

const before = (a: string, b: string): number => (rank.get(a) ?? last) - (rank.get(b) ?? last) || (a < b ? -1 : 1)

/** A value whose keys stand in one order, whoever made it: a database that keeps JSON may hand keys back in another. Undefined ones are left out. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (value === null || typeof value !== 'object') return value
  const fields = value as Readonly<Record<string, unknown>>
  return Object.fromEntries(
    Object.keys(fields)
      .filter((key) => fields[key] !== undefined)
      .sort(before)
      .map((key) => [key, ordered(fields[key])]),
  )
}

/** JSON of a value on one line, the same for equal values whatever the order of their keys. Lone surrogates are escaped. */
export const canonical = (value: unknown): string => JSON.stringify(ordered(value))
