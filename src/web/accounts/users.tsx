import { dayName } from '../parts/names.ts'

/** Somebody who may sign in. Times are ISO 8601 in UTC; `seen`: when they last did. */
export interface UserLine {
  readonly name: string
  readonly role: string
  readonly made: string
  readonly seen?: string
}

/** Who may sign in, and what may be chosen for them. */
export interface UsersPage {
  readonly users: readonly UserLine[]
  readonly roles: readonly string[]
  /** The one who asks: changed on the page of the own account, or by another administrator. */
  readonly own: string
  /** Why nothing was changed, and what was typed. */
  readonly refused?: { readonly why: string; readonly name: string; readonly role: string }
}

/** The page on which an administrator lets people in. */
export function UsersView({ page }: { readonly page: UsersPage }) {
  const { refused } = page
  return (
    <article class="users">
      <header class="lede">
        <h1>Users</h1>
        <p class="measure">
          Who may sign in. Whoever is given another role or password, or is removed, is signed out at once; what they judged stays under
          their name.
        </p>
        {refused && (
          <p class="done" role="alert">
            <b>Nothing was changed.</b> {refused.why}
          </p>
        )}
      </header>
      <ul class="rows">
        {page.users.map((user, place) => (
          <User key={user.name} user={user} place={place} page={page} />
        ))}
      </ul>
      <section aria-labelledby="users-add">
        <h2 id="users-add">Let somebody in</h2>
        <form method="post" action="/users" class="taking sign-in">
          <p>
            <label for="users-name">Name</label>
            <input id="users-name" name="name" type="text" value={refused?.name ?? ''} maxLength={64} required autocomplete="off" />
          </p>
          <p>
            <label for="users-role">Role</label>
            <Roles id="users-role" roles={page.roles} chosen={refused?.role ?? 'reader'} />
          </p>
          <p>
            <label for="users-password">Password, twelve characters or more</label>
            <input id="users-password" name="password" type="password" required autocomplete="new-password" />
          </p>
          <p>
            <label>
              <input name="back" type="checkbox" value="yes" /> Had this name here before, was removed, and comes back
            </label>
          </p>
          <p>
            <button type="submit">Add</button>
          </p>
        </form>
      </section>
    </article>
  )
}

interface UserProps {
  readonly user: UserLine
  readonly place: number
  readonly page: UsersPage
}

function User({ user: { name, role, made, seen }, place, page }: UserProps) {
  return (
    <li>
      <p>
        <bdi>
          <b>{name}</b>
        </bdi>
        , {role}{' '}
        <span class="by">
          added {dayName(made.slice(0, 10))}, {seen ? `last signed in ${dayName(seen.slice(0, 10))}` : 'has never signed in'}
        </span>
      </p>
      {name === page.own ? (
        <p class="by">
          You: your password is changed on <a href="/account">your account</a>, your role by another administrator.
        </p>
      ) : (
        <details class="judging">
          <summary>
            Change <span class="hidden">{name}</span>
          </summary>
          <form method="post" action="/users/role" class="answers">
            <input type="hidden" name="name" value={name} />
            <label for={`users-role-${place}`}>Role</label>
            <Roles id={`users-role-${place}`} roles={page.roles} chosen={role} />
            <button type="submit">Give it</button>
          </form>
          <form method="post" action="/users/password" class="answers">
            <input type="hidden" name="name" value={name} />
            <label>
              New password <input name="password" type="password" required autocomplete="new-password" />
            </label>
            <button type="submit">Give it</button>
          </form>
          <form method="post" action="/users/remove" class="answers">
            <input type="hidden" name="name" value={name} />
            <label>
              <input name="sure" type="checkbox" value="yes" required /> {name} may no longer sign in
            </label>
            <button type="submit">Remove</button>
          </form>
        </details>
      )}
    </li>
  )
}

function Roles({ id, roles, chosen }: { readonly id: string; readonly roles: readonly string[]; readonly chosen: string }) {
  return (
    <select id={id} name="role">
      {roles.map((role) => (
        <option key={role} value={role} selected={role === chosen}>
          {role}
        </option>
      ))}
    </select>
  )
}
