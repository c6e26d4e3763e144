import type { Context, Hono } from 'hono'
import type { Doing } from '../../store/accounts/accounts.ts'
import { keyOf, type Role, roles } from '../../store/accounts/names.ts'
import { StoreError } from '../../store/error.ts'
import type { Store } from '../../store/store.ts'
import { type UsersPage, UsersView } from '../../web/accounts/users.tsx'
import { answer, type PageOf, type Setting } from '../answer.tsx'
import type { SigningIn } from '../house.ts'
import { houseOf } from './who.ts'

const usersPage: PageOf<UsersPage> = { title: () => 'Users', view: (page) => <UsersView page={page} />, alone: true }

/** What a form about a user says. */
interface Given {
  readonly name: string
  readonly role: string
  readonly password: string
  readonly sure: string
  readonly back: boolean
}

/** The users, for those who may manage them. */
export function userRoutes(app: Hono, store: Store, { now }: SigningIn, setting: () => Promise<Setting>): void {
  const show = async (c: Context, refused?: UsersPage['refused']) => {
    const page = { users: await store.accounts.users(), roles, own: houseOf(c).person?.name ?? '' }
    return answer(c, await setting(), { ...page, ...(refused && { refused }) }, usersPage)
  }
  const changing = (work: (given: Given, doing: Doing) => Promise<void>, own: 'also oneself' | 'others only') => async (c: Context) => {
    const form = await c.req.formData()
    const field = (name: string) => String(form.get(name) ?? '')
    const given: Given = {
      name: field('name').trim(),
      role: field('role'),
      password: field('password'),
      sure: field('sure'),
      back: field('back') === 'yes',
    }
    const by = houseOf(c).person?.name ?? ''
    try {
      if (own === 'others only' && keyOf(given.name) === keyOf(by))
        throw new StoreError('refused', 'One’s own account is changed by another administrator, or on the command line.')
      await work(given, { by, at: new Date(now()).toISOString() })
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      c.status(400)
      return show(c, { why: error.message, name: given.name, role: given.role })
    }
    return c.redirect('/users', 303)
  }
  const { accounts } = store
  app.get('/users', (c) => show(c))
  app.post(
    '/users',
    changing(({ name, role, password, back }, doing) => accounts.add({ name, role: roleOf(role), password, back }, doing), 'also oneself'),
  )
  app.post(
    '/users/role',
    changing(({ name, role }, doing) => accounts.setRole(name, roleOf(role), doing), 'others only'),
  )
  app.post(
    '/users/password',
    changing(({ name, password }, doing) => accounts.setPassword(name, password, doing), 'others only'),
  )
  app.post(
    '/users/remove',
    changing(({ name, sure }, doing) => {
      if (sure !== 'yes') throw new StoreError('refused', `${name}: tick that they may no longer sign in`)
      return accounts.remove(name, doing)
    }, 'others only'),
  )
}

function roleOf(role: string): Role {
  const known = roles.find((one) => one === role)
  if (!known) throw new StoreError('refused', `${role}: is no role; use one of ${roles.join(', ')}`)
  return known
}
