import type { Context, Hurt } from './context.ts'
import type { Links } from './links.ts'
import type { Raw } from './nouns.ts'
import { type DifferenceClass, isQuiet } from './nouns.ts'
import type { Range, Side } from './ranges.ts'

/** Classes by which the reading names a kind of damage; all others are `broken`. */
const classes: Readonly<Record<string, DifferenceClass>> = {
  'damage/spliced-name': 'party',
  'damage/spliced-actor': 'party',
  'damage/linked-place': 'party',
  'damage/name-variant': 'name',
  'damage/numbers': 'number',
  'damage/period': 'date',
}

/** Adds the damage that one witness has and the other has not, where the words do not say it already. `a` and `b` are the sentences of the row. */
export function withDamage(found: readonly Raw[], links: Links, left: Context, right: Context, a: Range, b: Range): Raw[] {
  let out = [...found]
  for (const side of ['b', 'a'] as const) {
    const [own, other, [from, to]] = side === 'a' ? [left, right, a] : [right, left, b]
    if (!isHurt(own, [from, to])) continue
    const at = new Places(out, side)
    const gone = new Set<Raw>()
    const added: Raw[] = []
    for (let i = from; i < to; i++)
      for (const hurt of own.damage.get(i) ?? []) {
        const raw = told(hurt, side, links, other, at)
        if (!raw) continue
        for (const quiet of at.touching(hurt)) if (isQuiet(quiet.class)) gone.add(quiet)
        added.push(raw)
      }
    out = [...out.filter((raw) => !gone.has(raw)), ...added]
  }
  return out
}

/** True where a sentence of a range is damaged. */
export function isHurt({ damage }: Context, [from, to]: Range): boolean {
  if (damage.size > 0) for (let i = from; i < to; i++) if (damage.has(i)) return true
  return false
}

/** The difference that a piece of damage is; undefined where it is none, or where the words say it. */
function told(hurt: Hurt, side: Side, links: Links, other: Context, at: Places): Raw | undefined {
  const touching = at.touching(hurt)
  const kind = classes[hurt.damage.rule] ?? 'broken'
  if (touching.some((raw) => raw.class === kind || raw.class === 'party' || raw.class === 'broken')) return undefined
  // what the reading only guesses is told where the other witness reads otherwise
  if (kind !== 'broken' && (!touching.length || touching.some((raw) => !isQuiet(raw.class)))) return undefined
  const own: Range = [hurt.first, hurt.last]
  const there = links.across(side, own)
  const same = other.hurt.get(hurt.damage.rule)
  if (same) for (let i = there[0]; i < there[1]; i++) if (same.has(i)) return undefined
  const raw = { class: kind, effect: hurt.damage.what }
  return side === 'a' ? { ...raw, a: own, b: there } : { ...raw, a: there, b: own }
}

/** Differences by the units of one side on which they lie. */
class Places {
  private readonly units = new Map<number, Raw[]>()

  constructor(found: readonly Raw[], side: Side) {
    for (const raw of found)
      for (let i = raw[side][0]; i < raw[side][1]; i++) {
        const list = this.units.get(i)
        if (list) list.push(raw)
        else this.units.set(i, [raw])
      }
  }

  touching({ first, last }: Hurt): Raw[] {
    const out = new Set<Raw>()
    for (let i = first; i < last; i++) for (const raw of this.units.get(i) ?? []) out.add(raw)
    return [...out]
  }
}
