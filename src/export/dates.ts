/** The text where it is a year from 1000 to 2999, a month or a day of the calendar in ISO 8601; else undefined. */
export function dated(text: string | undefined): string | undefined {
  const [, year, month, day] = /^([12]\d{3})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text ?? '') ?? []
  if (year === undefined) return undefined
  const date = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)))
  return date.toISOString().startsWith(text as string) ? text : undefined
}
