/**
 * The same string as the engine's own literals hold it: two interned strings are compared by their address. Words of
 * the tables are cut from a file, so that without this each comparison with a literal looks at their letters.
 */
export const intern = <T extends string>(text: T): T => Object.keys({ [text]: 0 })[0] as T

const cells = new Map<string, string>()

/** As `intern`, for the cells of tables, of which few differ: each is interned once. */
export function internCell<T extends string>(text: T): T {
  const known = cells.get(text)
  if (known !== undefined) return known as T
  const made = intern(text)
  cells.set(made, made)
  return made
}
