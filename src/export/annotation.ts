import type { Dump } from '../ledger/dump.ts'
import type { Document, Member, TextHash, Undertaking } from '../ledger/nouns.ts'
import type { Span } from '../model.ts'
import { canonical } from './canonical.ts'
import { iri, languageTag, textIri, webAddress } from './names.ts'
import { type Points, pointsOf, whole } from './points.ts'
import { gather, type InForceOf, ofType } from './rows.ts'

/** How many UTF-16 code units stand before and after a quotation, so that it is found again where its words occur twice. */
const around = 32
/** How many texts are kept at hand while statements of them may follow each other. */
const kept = 64

interface Text {
  readonly text: string
  readonly points: Points
}

/**
 * Statements, and the passages that evidence rests on, as annotations of the W3C's Web Annotation Data Model: one collection in JSON-LD.
 * Positions count Unicode code points, as the recommendation demands, and not UTF-16 code units, as the ledger does.
 */
export async function* annotationsOf(dump: Dump): AsyncGenerator<string> {
  const documents = new Map<string, Pick<Document, 'hash' | 'url' | 'language'>>()
  for await (const { id, hash, url, language } of dump.documents)
    documents.set(id, { hash, ...(url ? { url } : {}), ...(language ? { language } : {}) })
  const texts = reader(dump)
  const evidence = ofType(await gather(dump.journal), 'evidence')
  let total = 0
  const item = (annotation: object): string => `${total++ ? ',\n' : '\n'}${canonical(annotation)}`
  yield '{"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:stocktake:annotations","type":"AnnotationCollection",'
  yield '"first":{"id":"urn:stocktake:annotations:page","type":"AnnotationPage","items":['
  for await (const undertaking of dump.undertakings)
    for (const member of undertaking.members)
      yield item(
        ofStatement(undertaking, member, targets(documents.get(member.document), member.hash, member.statement, await texts(member.hash))),
      )
  for (const row of evidence) {
    const { passage } = row.judgement
    const document = passage && documents.get(passage.document)
    if (document) yield item(ofEvidence(row, targets(document, document.hash, passage, await texts(document.hash))))
  }
  yield `\n]},"total":${total}}\n`
}

/** Texts of the dump, the last ones asked for kept. */
function reader(dump: Dump): (hash: TextHash) => Promise<Text | undefined> {
  const known = new Map<TextHash, Text | undefined>()
  return async (hash) => {
    if (known.has(hash)) return known.get(hash)
    const text = await dump.text(hash)
    const made = text === undefined ? undefined : { text, points: pointsOf(text) }
    if (known.size >= kept) known.delete(known.keys().next().value as TextHash)
    known.set(hash, made)
    return made
  }
}

/** The stretch in the characters that were read, and its words on the page that they came from. */
function targets(
  document: Pick<Document, 'url' | 'language'> | undefined,
  hash: TextHash,
  { span, quote }: { span: Span; quote: string },
  known: Text | undefined,
) {
  const words = { type: 'TextQuoteSelector', exact: quote, ...(known ? context(known.text, span) : {}) }
  const place = known && { type: 'TextPositionSelector', start: known.points(span.from), end: known.points(span.to) }
  const via = webAddress(document?.url)
  const language = languageTag(document?.language)
  const source = { id: textIri(hash), type: 'Text', format: 'text/plain', language, via }
  const read = { type: 'SpecificResource', source, selector: place ? [words, place] : words }
  return via === undefined ? read : [read, { type: 'SpecificResource', source: via, selector: words }]
}

function context(text: string, { from, to }: Span) {
  const [prefix, suffix] = [whole(text, from - around, from), whole(text, to, to + around)]
  return { ...(prefix ? { prefix } : {}), ...(suffix ? { suffix } : {}) }
}

const tag = (value: string) => ({ type: 'TextualBody', purpose: 'tagging', value })
const link = (id: string) => ({ type: 'SpecificResource', purpose: 'linking', source: iri('undertaking', id) })
const software = { type: 'Software', name: 'Stocktake' }

function ofStatement({ id, label, standing }: Undertaking, { statement, relation }: Member, target: unknown) {
  const { kind, force, act, parties } = statement
  const tags = [kind, ...(force === 'none' ? [] : [force]), standing, relation, act, ...parties].filter((value) => value !== '')
  return {
    id: iri('undertaking', id, statement.id),
    type: 'Annotation',
    motivation: 'classifying',
    generator: software,
    body: [{ type: 'TextualBody', purpose: 'describing', format: 'text/plain', value: label }, ...tags.map(tag), link(id)],
    target,
  }
}

function ofEvidence({ judgement: { id, by, at, shows, certainty, reason, note }, undertaking }: InForceOf<'evidence'>, target: unknown) {
  const said = [reason, note].filter((text) => text !== undefined)
  return {
    id: iri('evidence', id),
    type: 'Annotation',
    motivation: 'assessing',
    creator: { type: by.includes(':') ? 'Software' : 'Person', name: by },
    created: at,
    generator: software,
    body: [
      tag(shows),
      tag(`${certainty} certainty`),
      ...said.map((value) => ({ type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value })),
      ...(undertaking === undefined ? [] : [link(undertaking)]),
    ],
    target,
  }
}
