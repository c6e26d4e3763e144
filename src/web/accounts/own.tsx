/** Somebody's own account. */
export interface OwnPage {
  readonly name: string
  readonly role: string
  /** Why the password was not changed. */
  readonly wrong?: string
}

const fields = [
  ['old', 'Password until now', 'current-password'],
  ['fresh', 'New password', 'new-password'],
  ['again', 'New password once more', 'new-password'],
] as const

/** The page on which somebody changes the own password, or leaves wherever they are signed in. */
export function OwnView({ page: { name, role, wrong } }: { readonly page: OwnPage }) {
  return (
    <article class="sign-in">
      <header class="lede">
        <h1>
          <bdi>{name}</bdi>
        </h1>
        <p class="by">{role}. What you judge goes into the journal under this name.</p>
      </header>
      <section aria-labelledby="own-password">
        <h2 id="own-password">Another password</h2>
        {wrong && (
          <p class="done" role="alert">
            {wrong}
          </p>
        )}
        <form method="post" action="/account" class="taking">
          <input type="hidden" name="username" value={name} autocomplete="username" />
          {fields.map(([field, label, fill]) => (
            <p key={field}>
              <label for={`own-${field}`}>{label}</label>
              <input id={`own-${field}`} name={field} type="password" required autocomplete={fill} />
            </p>
          ))}
          <p>
            <button type="submit">Change it</button>
          </p>
        </form>
        <p class="by measure">At least twelve characters. You are signed out wherever you are, and sign in with the new one.</p>
      </section>
      <section aria-labelledby="own-leave">
        <h2 id="own-leave">Signed in elsewhere</h2>
        <form method="post" action="/account/sign-out">
          <button type="submit">Sign out everywhere</button>
        </form>
      </section>
    </article>
  )
}
