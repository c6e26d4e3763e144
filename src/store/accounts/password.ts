/**
 * argon2id with the least costs that OWASP names (19 MiB, two passes, one lane), by @node-rs/argon2: prebuilt for the usual machines, and it works beside
 * the thread that answers requests.
 */
const costs = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** What is kept of a password: a text that names the method, its costs and its salt. */
export async function hashPassword(password: string): Promise<string> {
  const { hash } = await import('@node-rs/argon2')
  return hash(password.normalize('NFKC'), costs)
}

/** Stands in for the password of somebody who is not there, so that a wrong name takes as long as a wrong password. */
let nobody: Promise<string> | undefined

/** Whether a password is the one that was kept. Takes as long where there is none to compare with, and then says no. */
export async function isPassword(kept: string | undefined, password: string): Promise<boolean> {
  const { verify } = await import('@node-rs/argon2')
  nobody ??= hashPassword('whoever is not there')
  const known = kept ?? (await nobody)
  const same = await verify(known, password.normalize('NFKC'))
  return same && kept !== undefined
}
