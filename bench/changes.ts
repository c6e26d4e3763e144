import type { Statement } from '../src/model.ts'
import { pair } from './score.ts'

export const changeKinds = ['gained', 'lost', 'kind', 'force', 'parties', 'limits'] as const

/** One difference between two readings of a text; `limits`: only the stretch of text is another. */
export interface Change {
  readonly type: (typeof changeKinds)[number]
  readonly before?: Statement
  readonly after?: Statement
}

function typeOf(before: Statement, after: Statement): Change['type'] | undefined {
  if (before.kind !== after.kind) return 'kind'
  if (before.force !== after.force) return 'force'
  if ([...before.parties].sort().join('\t') !== [...after.parties].sort().join('\t')) return 'parties'
  return before.span.from === after.span.from && before.span.to === after.span.to ? undefined : 'limits'
}

/** What differs between two readings of one text, in its order: pairs by place as the score pairs them, the rest gained or lost. */
export function compareStatements(before: readonly Statement[], after: readonly Statement[]): Change[] {
  const changes: Change[] = []
  const key = (s: Statement) => `${s.span.from} ${s.span.to} ${s.kind} ${s.force} ${s.parties.join(' ')}`
  const same = new Map<string, number>()
  for (const s of before) same.set(key(s), (same.get(key(s)) ?? 0) + 1)
  const unchanged = new Map<string, number>()
  const rest = after.filter((s) => {
    const left = (same.get(key(s)) ?? 0) - (unchanged.get(key(s)) ?? 0)
    if (left > 0) unchanged.set(key(s), (unchanged.get(key(s)) ?? 0) + 1)
    return left <= 0
  })
  const old = before.filter((s) => {
    const left = unchanged.get(key(s)) ?? 0
    if (left > 0) unchanged.set(key(s), left - 1)
    return left <= 0
  })
  const pairs = pair(
    old.map((s) => s.span),
    rest.map((s) => s.span),
    () => true,
  )
  const usedOld = new Set(pairs.map(([i]) => i))
  const usedNew = new Set(pairs.map(([, j]) => j))
  for (const [i, j] of pairs) {
    const [was, now] = [old[i] as Statement, rest[j] as Statement]
    const type = typeOf(was, now)
    if (type) changes.push({ type, before: was, after: now })
  }
  for (const [i, s] of old.entries()) if (!usedOld.has(i)) changes.push({ type: 'lost', before: s })
  for (const [j, s] of rest.entries()) if (!usedNew.has(j)) changes.push({ type: 'gained', after: s })
  const at = ({ before: was, after: now }: Change) => (now ?? was)?.span.from ?? 0
  return changes.sort((a, b) => at(a) - at(b))
}
