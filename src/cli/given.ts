/** An object without the keys that have no value: what a call does not say is absent, never undefined. */
export function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}

/** The list, or undefined where it is empty. */
export const some = <T>(list: readonly T[]): readonly T[] | undefined => (list.length ? list : undefined)
