import type { Context } from 'hono'
import type { Account } from '../../web/shell.tsx'
import { type House, may } from '../house.ts'

/** The house as the one sees it who asks: of every handler, behind the gate. */
export const houseOf = (c: Context): House => c.get('house') as House

/** Who asks, as it stands on every page; undefined where nobody signs in here. */
export function accountOf(c: Context): Account | undefined {
  const house: House | undefined = houseOf(c)
  if (!house?.accounts || house.accounts.closed) return undefined
  const { person } = house
  if (!person) return may(house, 'read') ? {} : { outside: true }
  return { name: person.name, role: person.role, ...(may(house, 'audit') && { administers: true as const }) }
}
