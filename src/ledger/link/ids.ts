/** The programme of an entry; undefined for a statement, whose id has no slash. */
export function programmeOf(id: string): string | undefined {
  const slash = id.indexOf('/')
  return slash < 0 ? undefined : id.slice(0, slash)
}

/** An id of an entry, and not of a statement. */
export const isEntry = (id: string): boolean => id.includes('/')
