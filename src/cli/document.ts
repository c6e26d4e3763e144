import type { Source } from '../model.ts'

/** The document on a line of JSON lines, or what is wrong with the line. */
export function documentOf(line: string): Source | string {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return 'is not JSON; write one object a line'
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'is not an object; write {"id": "…", "text": "…"}'
  const record = value as Record<string, unknown>
  if (typeof record['text'] !== 'string') return 'has no "text"; give it one'
  const source: Record<string, string> = { text: record['text'] }
  if (typeof record['id'] === 'number') source['id'] = String(record['id'])
  for (const key of ['id', 'title', 'date', 'publisher', 'url', 'language']) {
    const field = record[key]
    if (typeof field === 'string') source[key] = field
    else if (field !== undefined && field !== null && source[key] === undefined) return `"${key}" is not a string; write it in quotes`
  }
  return source as unknown as Source
}
