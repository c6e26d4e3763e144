import { createHash, randomBytes } from 'node:crypto'
import { type Connection, type Db, write } from '../connect.ts'
import { explain, StoreError } from '../error.ts'
import { type AuditFound, type AuditKind, auditOf, note } from './audit.ts'
import { keyOf, problemOfName, problemOfPassword, type Role } from './names.ts'
import { hashPassword, isPassword } from './password.ts'

/** Somebody who is known. */
export interface Person {
  readonly name: string
  readonly role: Role
}

/** A user as lists show them. Times are ISO 8601 in UTC. */
export interface User extends Person {
  readonly made: string
  /** When they last signed in; absent: never. */
  readonly seen?: string
}

/** Milliseconds after which somebody has to sign in again: without a request, and in any case. */
export const IDLE = 12 * 3600_000
export const LIFE = 7 * 24 * 3600_000
/** That somebody is still there is not written more often than so many milliseconds. */
const STEP = 5 * 60_000

/** Who does something to an account, and when: ISO 8601 in UTC. */
export interface Doing {
  readonly by: string
  readonly at: string
}

/** An attempt to sign in. `now`: milliseconds since 1970; `address`: where it comes from. */
export interface Attempt {
  readonly name: string
  readonly password: string
  readonly now: number
  readonly address?: string
}

/** Who is to be let in. */
interface Joining extends Person {
  readonly password: string
  /** It is the person who had this name before and was removed. */
  readonly back?: boolean
}

/** The people who may sign in to a ledger: no part of the journal, and of no export. Methods throw `StoreError` where the user can mend it. */
export class Accounts {
  private readonly connection: Connection

  constructor(connection: Connection) {
    this.connection = connection
  }

  /** All users, by name. */
  async users(): Promise<User[]> {
    const found = await this.guard(() => this.connection.db.selectFrom('users').selectAll().orderBy('key').execute())
    return found.map(({ name, role, made, seen }) => ({ name, role: role as Role, made, ...(seen !== null && { seen }) }))
  }

  /**
   * Adds somebody. A name that somebody had who was removed is refused, unless it is the same person, who comes `back`: what is judged under a name is
   * taken for one person's.
   */
  async add({ name, role, password, back = false }: Joining, { by, at }: Doing): Promise<void> {
    const wrong = problemOfName(name)
    if (wrong) throw new StoreError('refused', `${name}: ${wrong}`)
    const kept = await kindOf(password, name)
    await this.change(async (db) => {
      const removed = back ? undefined : await removal(db, name)
      if (removed)
        throw new StoreError(
          'refused',
          `${name}: somebody of this name was removed on ${removed.slice(0, 10)}, and what they judged bears it; give another name, or say that it is the same person`,
        )
      const row = { key: keyOf(name), name, role, password: kept, made: at, seen: null }
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('users')
        .values(row)
        .onConflict((on) => on.doNothing())
        .executeTakeFirst()
      if (!numInsertedOrUpdatedRows) throw new StoreError('refused', `${name}: is there already, or a name that cannot be told from it`)
      await note(db, { at, what: 'user-added', actor: by, subject: name }, { note: role })
    })
  }

  /** Lets somebody do more, or less; they have to sign in again. */
  async setRole(name: string, role: Role, doing: Doing): Promise<void> {
    await this.alter(name, { role }, { ...doing, what: 'user-role', note: role })
  }

  /** Gives somebody another password; they have to sign in again wherever they were. */
  async setPassword(name: string, password: string, doing: Doing): Promise<void> {
    await this.alter(name, { password: await kindOf(password, name) }, { ...doing, what: 'user-password' })
  }

  private async alter(
    name: string,
    change: { readonly role?: Role; readonly password?: string },
    { by, at, what, note: said }: Doing & { readonly what: 'user-role' | 'user-password'; readonly note?: string },
  ): Promise<void> {
    const key = keyOf(name)
    await this.change(async (db) => {
      const { numUpdatedRows } = await db.updateTable('users').set(change).where('key', '=', key).executeTakeFirst()
      if (!numUpdatedRows) throw unknown(name)
      await db.deleteFrom('sign_ins').where('person', '=', key).execute()
      await note(db, { at, what, actor: by, subject: await nameOf(db, key) }, { note: said })
    })
  }

  /** Removes somebody, who is signed out everywhere. What they judged stays, under their name. */
  async remove(name: string, { by, at }: Doing): Promise<void> {
    const key = keyOf(name)
    await this.change(async (db) => {
      const subject = await nameOf(db, key)
      const { numDeletedRows } = await db.deleteFrom('users').where('key', '=', key).executeTakeFirst()
      if (!numDeletedRows) throw unknown(name)
      await db.deleteFrom('sign_ins').where('person', '=', key).execute()
      await note(db, { at, what: 'user-removed', actor: by, subject })
    })
  }

  /**
   * Signs somebody in who knows the password. Takes as long whether the name is known or not.
   * @returns what the browser has to hold, which stands nowhere here; undefined where name and password do not go together
   */
  async signIn({ name, password, now, address }: Attempt): Promise<{ readonly token: string; readonly person: Person } | undefined> {
    return this.guard(async () => {
      const key = keyOf(name)
      const at = new Date(now).toISOString()
      const found = await this.connection.db.selectFrom('users').selectAll().where('key', '=', key).executeTakeFirst()
      const right = await isPassword(found?.password, password)
      const token = randomBytes(32).toString('base64url')
      const signed = await this.change(async (db) => {
        // whoever changed it meanwhile signed everybody out, this one included
        const query = db.selectFrom('users').select(['role', 'password']).where('key', '=', key)
        const still = await (this.connection.engine === 'postgres' ? query.forUpdate() : query).executeTakeFirst()
        if (!right || !found || still?.password !== found.password) {
          // a name that is not known may be a password in the wrong field: it is not kept
          await note(db, { at, what: 'sign-in-failed', actor: '', subject: found?.name ?? '' }, { address })
          return undefined
        }
        await db
          .deleteFrom('sign_ins')
          .where(({ or, eb }) => or([eb('seen', '<', now - IDLE), eb('made', '<', now - LIFE)]))
          .execute()
        await db
          .insertInto('sign_ins')
          .values({ token: digest(token), person: key, made: now, seen: now })
          .execute()
        await db.updateTable('users').set({ seen: at }).where('key', '=', key).execute()
        await note(db, { at, what: 'signed-in', actor: found.name, subject: found.name }, { address })
        return { name: found.name, role: still.role as Role }
      })
      return signed && { token, person: signed }
    })
  }

  /** Who holds a token, unless it is too old; notes that they are still there. `now`: milliseconds since 1970. */
  async signedIn(token: string, now: number): Promise<Person | undefined> {
    return this.guard(async () => {
      const { db } = this.connection
      const hash = digest(token)
      const found = await db
        .selectFrom('sign_ins')
        .innerJoin('users', 'users.key', 'sign_ins.person')
        .select(['sign_ins.made', 'sign_ins.seen', 'users.name', 'users.role'])
        .where('sign_ins.token', '=', hash)
        .executeTakeFirst()
      if (!found || now - found.seen > IDLE || now - found.made > LIFE) return undefined
      if (now - found.seen > STEP) await db.updateTable('sign_ins').set({ seen: now }).where('token', '=', hash).execute()
      return { name: found.name, role: found.role as Role }
    })
  }

  /**
   * Somebody gives themselves another password, and is signed out wherever they were.
   * @returns what is wrong with it; undefined where it was done
   */
  async changePassword(
    name: string,
    { old, fresh, now }: { readonly old: string; readonly fresh: string; readonly now: number },
  ): Promise<string | undefined> {
    const found = await this.guard(() =>
      this.connection.db.selectFrom('users').selectAll().where('key', '=', keyOf(name)).executeTakeFirst(),
    )
    if (!(await isPassword(found?.password, old))) return 'The password of until now is not right.'
    const wrong = problemOfPassword(fresh, name)
    if (wrong) return `The new password ${wrong}.`
    await this.setPassword(name, fresh, { by: name, at: new Date(now).toISOString() })
    return undefined
  }

  /** Signs somebody out wherever they are. */
  async signOutEverywhere(name: string, now: number): Promise<void> {
    await this.change(async (db) => {
      await db.deleteFrom('sign_ins').where('person', '=', keyOf(name)).execute()
      await note(db, { at: new Date(now).toISOString(), what: 'signed-out', actor: name, subject: name }, { note: 'everywhere' })
    })
  }

  /** Ends what a token stands for. */
  async signOut(token: string, now: number): Promise<void> {
    const hash = digest(token)
    await this.change(async (db) => {
      const found = await db
        .selectFrom('sign_ins')
        .innerJoin('users', 'users.key', 'sign_ins.person')
        .select('users.name')
        .where('sign_ins.token', '=', hash)
        .executeTakeFirst()
      await db.deleteFrom('sign_ins').where('token', '=', hash).execute()
      if (found) await note(db, { at: new Date(now).toISOString(), what: 'signed-out', actor: found.name, subject: found.name })
    })
  }

  /** What happened to accounts and who wrote which judgement, newest first. */
  async audit(asked: {
    readonly limit: number
    readonly after?: string | undefined
    readonly kind?: AuditKind | undefined
  }): Promise<AuditFound> {
    return this.guard(() => auditOf(this.connection.db, asked))
  }

  /** One change, all of it or nothing. On a server it does not wait for those who write the ledger: it touches nothing of it. */
  private change<T>(work: (db: Db) => Promise<T>): Promise<T> {
    return this.guard(() =>
      this.connection.engine === 'sqlite' ? write(this.connection, work) : this.connection.db.transaction().execute(work),
    )
  }

  private async guard<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      throw explain(error, this.connection.name)
    }
  }
}

/** What is kept of a token: it is random, so a plain hash hides it. */
const digest = (token: string): string => createHash('sha256').update(token).digest('hex')

const unknown = (name: string): StoreError =>
  new StoreError('not-found', `${name}: no user has this name; \`stocktake user list\` shows all`)

async function nameOf(db: Db, key: string): Promise<string> {
  return (await db.selectFrom('users').select('name').where('key', '=', key).executeTakeFirst())?.name ?? ''
}

async function kindOf(password: string, name: string): Promise<string> {
  const wrong = problemOfPassword(password, name)
  if (wrong) throw new StoreError('refused', `the password ${wrong}`)
  return hashPassword(password)
}

/** When somebody was removed whose name cannot be told from this one; undefined: nobody was. */
async function removal(db: Db, name: string): Promise<string | undefined> {
  const removed = await db.selectFrom('audit').select(['subject', 'at']).where('what', '=', 'user-removed').orderBy('row', 'desc').execute()
  return removed.find(({ subject }) => keyOf(subject) === keyOf(name))?.at
}
