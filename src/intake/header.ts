type About = { -readonly [K in 'title' | 'date' | 'publisher' | 'url' | 'language']?: string }

/** Keys of the header of a text file, and the field of a source that each fills. */
const keys: Readonly<Record<string, keyof About>> = {
  title: 'title',
  date: 'date',
  published: 'date',
  publisher: 'publisher',
  source: 'publisher',
  url: 'url',
  address: 'url',
  language: 'language',
  lang: 'language',
}

const pair = /^([A-Za-z][A-Za-z -]{0,30}):(?:[ \t](.*))?$/

/**
 * Takes the header of `Key: value` lines off the top: it ends with the first blank line, every line of it has that form, and at least
 * two keys are known. Offsets of the reading then count from the first character after that blank line.
 */
export function splitHeader(text: string): { about: About; text: string } {
  const about: About = {}
  let known = 0
  let at = 0
  while (at < text.length && at < 8000) {
    const end = text.indexOf('\n', at)
    const line = text.slice(at, end < 0 ? text.length : end).trimEnd()
    at = end < 0 ? text.length : end + 1
    if (line === '') return known >= 2 ? { about, text: text.slice(at) } : { about: {}, text }
    const [, key = '', value = ''] = pair.exec(line.slice(0, 2000)) ?? []
    if (!key) break
    const field = keys[key.toLowerCase()]
    if (field && value.trim()) {
      known++
      about[field] ??= value.trim()
    }
  }
  return { about: {}, text }
}
