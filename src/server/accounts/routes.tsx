import type { Context, Hono } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import { LIFE } from '../../store/accounts/accounts.ts'
import { keyOf } from '../../store/accounts/names.ts'
import type { Store } from '../../store/store.ts'
import { type AuditPage, AuditView } from '../../web/accounts/audit.tsx'
import { type OwnPage, OwnView } from '../../web/accounts/own.tsx'
import { type SignInPage, SignInView } from '../../web/accounts/sign-in.tsx'
import { answer, type PageOf, refuse, type Setting } from '../answer.tsx'
import type { House, SigningIn } from '../house.ts'
import { addressOf, networkOf } from './address.ts'
import { COOKIE, prefixOf, tokenOf, tooMany } from './gate.ts'
import { Backoff } from './limits.ts'
import { placeWithin } from './place.ts'
import { userRoutes } from './users.tsx'
import { houseOf } from './who.ts'

/** Rows on one page of the audit. */
const ROWS = 100
/** Passwords that are looked at at the same time: each takes a core and 19 MiB for a while. */
const AT_ONCE = 4
/** Attempts without a wait, the first wait and the longest, in milliseconds: on one account, and from one address, behind which an office may sit. */
const ON_ACCOUNT = { free: 5, first: 1000, most: 15 * 60_000 }
const FROM_ADDRESS = { free: 20, first: 1000, most: 15 * 60_000 }

const signInPage: PageOf<SignInPage> = { title: () => 'Sign in', view: (page) => <SignInView page={page} />, alone: true }
const auditPage: PageOf<AuditPage> = { title: () => 'Audit', view: (page) => <AuditView page={page} /> }

const accountPage: PageOf<OwnPage> = { title: () => 'Your account', view: (page) => <OwnView page={page} />, alone: true }

/** The account of the one who asks; the gate lets nobody else come here. */
function ownPage(c: Context): OwnPage {
  const { person } = houseOf(c)
  return { name: person?.name ?? '', role: person?.role ?? '' }
}

/** Signing in and out, and what happened to accounts. */
export function accountRoutes(app: Hono, { store, accounts }: House, setting: () => Promise<Setting>): void {
  const audit = async (c: Context) => {
    const kind = c.req.query('kind') || undefined
    if (kind !== undefined && kind !== 'accounts' && kind !== 'judgements')
      return refuse(c, await setting(), 400, `kind=${kind}: not known; use accounts or judgements`)
    c.header('Cache-Control', 'no-store')
    const found = await store.accounts.audit({ limit: ROWS, after: c.req.query('after') || undefined, kind })
    return answer(c, await setting(), { ...found, ...(kind && { kind }) }, auditPage)
  }
  app.get('/audit', audit).get('/audit.json', audit)
  if (!accounts || accounts.closed) return
  userRoutes(app, store, accounts, setting)
  const entrance = new Entrance(store, accounts)
  app.get('/sign-in', async (c) => {
    const to = placeWithin(c.req.query('to'))
    return houseOf(c).person ? c.redirect(to, 303) : answer(c, await setting(), { to }, signInPage)
  })
  app.post('/sign-in', async (c) => entrance.signIn(c, await setting()))
  app.post('/sign-out', async (c) => entrance.signOut(c))
  app.get('/account', async (c) => answer(c, await setting(), ownPage(c), accountPage))
  app.post('/account', async (c) => entrance.changePassword(c, await setting()))
  app.post('/account/sign-out', async (c) => entrance.signOutEverywhere(c))
}

/** Where people come in. Counts who tries. */
class Entrance {
  private readonly store: Store
  private readonly accounts: SigningIn
  private readonly onAccount = new Backoff(ON_ACCOUNT)
  private readonly fromAddress = new Backoff(FROM_ADDRESS)
  private busy = 0

  constructor(store: Store, accounts: SigningIn) {
    this.store = store
    this.accounts = accounts
  }

  async signIn(c: Context, setting: Setting): Promise<Response> {
    const { store, accounts } = this
    const form = await c.req.formData()
    const field = (name: string) => String(form.get(name) ?? '')
    const [name, to] = [field('name').trim().slice(0, 200), placeWithin(field('to'))]
    const [now, address] = [accounts.now(), addressOf(c, accounts)]
    const [account, network] = [keyOf(name), networkOf(address)]
    const wait = Math.max(this.onAccount.wait(account, now), this.fromAddress.wait(network, now))
    if (wait > 0) return tooMany(c, setting, wait)
    if (this.busy >= AT_ONCE) return tooMany(c, setting, 1000)
    this.onAccount.count(account, now)
    this.fromAddress.count(network, now)
    this.busy++
    const signed = await store.accounts
      .signIn({ name, password: field('password').slice(0, 4000), now, ...(address && { address }) })
      .finally(() => this.busy--)
    if (!signed) {
      c.status(401)
      return answer(c, setting, { to, name, wrong: 'This name and this password do not go together.' }, signInPage)
    }
    this.onAccount.forget(account)
    this.fromAddress.forgive(network)
    await this.leave(c)
    setCookie(c, COOKIE, signed.token, { ...this.cookie(), maxAge: LIFE / 1000 })
    return c.redirect(to, 303)
  }

  async signOut(c: Context): Promise<Response> {
    await this.leave(c)
    deleteCookie(c, COOKIE, this.cookie())
    return c.redirect(this.accounts.publicReading ? '/' : '/sign-in', 303)
  }

  async changePassword(c: Context, setting: Setting): Promise<Response> {
    const form = await c.req.formData()
    const field = (name: string) => String(form.get(name) ?? '').slice(0, 4000)
    const [own, now] = [ownPage(c), this.accounts.now()]
    const account = keyOf(own.name)
    const wait = this.onAccount.wait(account, now)
    if (wait > 0) return tooMany(c, setting, wait)
    const back = (wrong: string) => {
      c.status(400)
      return answer(c, setting, { ...own, wrong }, accountPage)
    }
    const [old, fresh] = [field('old'), field('fresh')]
    if (fresh !== field('again')) return back('The new password and its repetition differ.')
    this.onAccount.count(account, now)
    const wrong = await this.store.accounts.changePassword(own.name, { old, fresh, now })
    if (wrong !== undefined) return back(wrong)
    this.onAccount.forget(account)
    deleteCookie(c, COOKIE, this.cookie())
    return c.redirect('/sign-in', 303)
  }

  async signOutEverywhere(c: Context): Promise<Response> {
    await this.store.accounts.signOutEverywhere(ownPage(c).name, this.accounts.now())
    deleteCookie(c, COOKIE, this.cookie())
    return c.redirect('/sign-in', 303)
  }

  /** Ends what the browser came with: nobody goes on under a token from before. */
  private async leave(c: Context): Promise<void> {
    const token = tokenOf(c, this.accounts)
    if (token !== undefined) await this.store.accounts.signOut(token, this.accounts.now())
  }

  private cookie() {
    return {
      path: '/',
      httpOnly: true,
      secure: this.accounts.behindProxy === true,
      sameSite: 'Lax' as const,
      ...prefixOf(this.accounts),
    }
  }
}
