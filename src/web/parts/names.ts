const regions = new Intl.DisplayNames('en', { type: 'region' })

/** A party as people write it: the state's name for a two-letter code, else the acronym or name as it stands. */
export function partyName(party: string): string {
  return /^[A-Z]{2}$/.test(party) ? (regions.of(party) ?? party) : party
}

/** "China and Kazakhstan"; of many, the first three and how many more. */
export function partyNames(parties: readonly string[]): string {
  const names = parties.map(partyName)
  if (names.length === 0) return 'nobody named'
  if (names.length > 4) return `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`
  return names.length === 1 ? (names[0] as string) : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `2022-07-01` as "1 Jul 2022", `2022-07` as "Jul 2022"; what is no date stands as it came. */
export function dayName(date: string | undefined): string {
  if (!date) return 'undated'
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date) ?? []
  if (!year) return date
  const name = month ? months[Number(month) - 1] : undefined
  return [day && String(Number(day)), name, year].filter(Boolean).join(' ')
}

/** "1 undertaking", "3 undertakings". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`
}

const [both, either] = (['conjunction', 'disjunction'] as const).map((type) => new Intl.ListFormat('en-GB', { type })) as [
  Intl.ListFormat,
  Intl.ListFormat,
]

/**
 * What a list counts, by the kinds that were asked for: "3 positions"; of every kind "3 undertakings, positions and reports", for what is held or told
 * is no undertaking.
 */
export function countOf(n: number, kinds: readonly string[]): string {
  const named = kinds.length > 0 ? kinds : ['undertaking', 'position', 'report']
  return count(n, either.format(named), both.format(named.map((one) => `${one}s`)))
}
