import { links } from '../../lexicon/links.bundled.ts'
import { LinkWords } from '../../lexicon/linkwords.ts'
import { loadLexicon } from '../../lexicon/parse.ts'

const known = new Map<string, LinkWords>()

/** What linking knows of a language; of one without tables: every word is itself and rare. Built once. */
export function linkWordsOf(language: string): LinkWords {
  const tag = language.toLowerCase().split('-')[0] as string
  const name = Object.hasOwn(links, tag) ? tag : ''
  const found = known.get(name)
  if (found) return found
  const { version, files } = links[name] ?? { version: '', files: {} }
  const { tables } = loadLexicon(name, version, files)
  const made = new LinkWords(version, (table) => tables[table] ?? [])
  known.set(name, made)
  return made
}

/** Versions of all tables that links are made with. */
export const tableVersions = (): string =>
  Object.keys(links)
    .sort()
    .map((tag) => `${tag}-${links[tag]?.version}`)
    .join('.')
