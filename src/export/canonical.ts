/** The order in which keys are written: who and where first, what next, then what was made of it. Others follow by name. */
const order =
  'id type schema name title document hash externalId node undertaking on span from to quote label kind force standing date publisher url language ' +
  'a b score parts series period scope value unit relation link by at reason'
const rank = new Map(order.split(' ').map((key, i) => [key, i]))
const last = rank.size

const before = (a: string, b: string): number => (rank.get(a) ?? last) - (rank.get(b) ?? last) || (a < b ? -1 : 1)

/** Keys in their order by the keys as they came: objects of a ledger have few shapes, and sorting is most of the work. */
const orders = new Map<string, readonly string[]>()
const mostOrders = 1000

function inOrder(keys: readonly string[]): readonly string[] {
  const shape = JSON.stringify(keys)
  const known = orders.get(shape)
  if (known) return known
  const sorted = [...keys].sort(before)
  if (orders.size >= mostOrders) orders.clear()
  orders.set(shape, sorted)
  return sorted
}

/**
 * JSON of a value on one line, the same for equal values whatever the order of their keys: a database that keeps JSON may hand keys back in
 * another. Undefined values are left out; lone surrogates are escaped.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonical(one ?? null)).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const fields = value as Readonly<Record<string, unknown>>
  let text = ''
  for (const key of inOrder(Object.keys(fields))) {
    const field = fields[key]
    if (field !== undefined) text += `${text ? ',' : ''}${JSON.stringify(key)}:${canonical(field)}`
  }
  return `{${text}}`
}
