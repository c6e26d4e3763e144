import { readdirSync, readFileSync } from 'node:fs'
import { read } from '../../src/index.ts'
import type { Document, Member, Undertaking } from '../../src/ledger/nouns.ts'
import type { Plain } from './ledger.ts'

const header = /^(?:[A-Z][a-z]+: .*\n)+\n/
const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1)

/** A ledger of `samples/`, read by the real reader, each statement an undertaking of its own. */
export function samples(): Plain {
  const texts = new Map<string, string>()
  const documents: Document[] = []
  const undertakings: Undertaking[] = []
  const infos: Plain['texts'][number][] = []
  for (const name of readdirSync('samples')
    .filter((file) => file.endsWith('.txt'))
    .sort()) {
    const file = readFileSync(`samples/${name}`, 'utf8')
    const text = file.replace(header, '')
    const about = Object.fromEntries(
      [...file.matchAll(/^(Title|Date|Publisher): (.*)$/gm)].map(([, key, value]) => [key?.toLowerCase(), value]),
    )
    const reading = read({ text, ...about, language: 'en' })
    const { hash, lexicon, statements, damage } = reading
    const document = { id: hash.slice(-16), hash, externalId: name, ...reading.source }
    documents.push(document)
    texts.set(hash, text)
    infos.push({ hash, length: text.length, lexicon, statements: statements.length, damage: damage.length })
    for (const statement of statements) {
      const member: Member = { statement, document: document.id, hash, ...(document.date ? { date: document.date } : {}), relation: 'new' }
      const { id, quote, kind, force, parties, topics, mechanisms, places } = statement
      undertakings.push({
        id,
        label: quote,
        kind,
        force,
        parties,
        topics,
        mechanisms,
        places,
        entries: [],
        members: [member],
        standing: 'not-assessed',
      })
    }
  }
  infos.sort((a, b) => (a.hash < b.hash ? -1 : 1))
  const rows = { documents: documents.sort(byId), undertakings: undertakings.sort(byId), texts: infos }
  return { asOf: '2032-01-01', ...rows, suggestions: [], journal: [], text: (hash) => texts.get(hash) }
}
