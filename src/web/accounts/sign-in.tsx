/** The form by which somebody signs in. */
export interface SignInPage {
  /** Where they go then, on this server. */
  readonly to: string
  /** The name as it was typed. */
  readonly name?: string
  /** Why it did not work the last time. */
  readonly wrong?: string
}

/** The page of signing in. */
export function SignInView({ page: { to, name = '', wrong } }: { readonly page: SignInPage }) {
  return (
    <article class="lede sign-in">
      <h1>Sign in</h1>
      {wrong && (
        <p class="done" role="alert">
          {wrong}
        </p>
      )}
      <form method="post" action="/sign-in" class="taking">
        <input type="hidden" name="to" value={to} />
        <p>
          <label for="sign-in-name">Name</label>
          <input
            id="sign-in-name"
            name="name"
            type="text"
            value={name}
            maxLength={200}
            required
            autocomplete="username"
            autocapitalize="none"
            spellcheck={false}
          />
        </p>
        <p>
          <label for="sign-in-password">Password</label>
          <input id="sign-in-password" name="password" type="password" required autocomplete="current-password" />
        </p>
        <p>
          <button type="submit">Sign in</button>
        </p>
      </form>
      <p class="by measure">Who runs this server makes accounts and gives new passwords.</p>
    </article>
  )
}
