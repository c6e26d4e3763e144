import type { Row } from './lexicon.ts'

/** Classes of the table `relations`; a word may have several. */
export const Is = {
  owner: 1,
  count: 2,
  other: 4,
  shared: 8,
  title: 16,
  portfolio: 32,
  loose: 64,
  whole: 128,
  article: 256,
  first: 512,
  they: 1024,
  together: 2048,
  place: 4096,
  'list-head': 8192,
  'speaker-less': 16384,
  former: 32768,
  latter: 65536,
  union: 131072,
  particle: 262144,
  request: 524288,
  propose: 1048576,
  gathering: 2097152,
  personal: 4194304,
  impersonal: 8388608,
  counterpart: 16777216,
  general: 33554432,
  organ: 67108864,
  ours: 134217728,
  duty: 268435456,
  directive: 536870912,
  light: 1073741824,
  vocative: 2147483648,
} as const

/** Word to its classes as a bit set of `Is`. */
export function relationsOf(rows: readonly Row[]): Map<string, number> {
  const classes = new Map<string, number>()
  for (const row of rows) {
    const bit = Is[row['class'] as keyof typeof Is] ?? 0
    for (const form of row['forms'] ? row['forms'].split('|') : []) classes.set(form, (classes.get(form) ?? 0) | bit)
  }
  return classes
}
