import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as selectors from '@apache-annotator/selector'
import vocabulary from '@vocabulary/oa'
import fc from 'fast-check'
import jsonld from 'jsonld'
import { annotationsOf } from '../../src/export/annotation.ts'
import { textIri } from '../../src/export/names.ts'
import { whole as cut, pointsOf } from '../../src/export/points.ts'
import { load, type Plain, whole } from './ledger.ts'
import { ledgers } from './ledgers.ts'

interface Selector {
  readonly type: string
  readonly exact: string
  readonly start: number
  readonly end: number
}
type Source = string | { readonly id: string }
interface Annotation {
  readonly id: string
  readonly motivation: string
  readonly target: Target | readonly Target[]
}
interface Target {
  readonly source: Source
  readonly selector: Selector | readonly Selector[]
}

/** The terms of the recommendation's context that an export uses, as its appendix defines them; the address of the context is not followed. */
const oa = 'http://www.w3.org/ns/oa#'
const as = 'https://www.w3.org/ns/activitystreams#'
const [dc, dcterms, foaf] = ['http://purl.org/dc/elements/1.1/', 'http://purl.org/dc/terms/', 'http://xmlns.com/foaf/0.1/']
const idOf = (id: string) => ({ '@id': id, '@type': '@id' })
const terms = {
  id: '@id',
  type: '@type',
  ...Object.fromEntries(
    ['Annotation', 'TextualBody', 'SpecificResource', 'TextQuoteSelector', 'TextPositionSelector'].map((name) => [name, oa + name]),
  ),
  ...Object.fromEntries(['classifying', 'assessing', 'tagging', 'describing', 'commenting', 'linking'].map((name) => [name, oa + name])),
  AnnotationCollection: `${as}OrderedCollection`,
  AnnotationPage: `${as}OrderedCollectionPage`,
  Text: 'http://purl.org/dc/dcmitype/Text',
  Software: `${as}Application`,
  Person: `${foaf}Person`,
  body: idOf(`${oa}hasBody`),
  target: idOf(`${oa}hasTarget`),
  source: idOf(`${oa}hasSource`),
  selector: idOf(`${oa}hasSelector`),
  via: idOf(`${oa}via`),
  creator: idOf(`${dcterms}creator`),
  generator: idOf(`${as}generator`),
  first: idOf(`${as}first`),
  items: { ...idOf(`${as}items`), '@container': '@list' },
  motivation: { '@id': `${oa}motivatedBy`, '@type': '@vocab' },
  purpose: { '@id': `${oa}hasPurpose`, '@type': '@vocab' },
  total: { '@id': `${as}totalItems`, '@type': 'http://www.w3.org/2001/XMLSchema#nonNegativeInteger' },
  start: { '@id': `${oa}start`, '@type': 'http://www.w3.org/2001/XMLSchema#nonNegativeInteger' },
  end: { '@id': `${oa}end`, '@type': 'http://www.w3.org/2001/XMLSchema#nonNegativeInteger' },
  created: { '@id': `${dcterms}created`, '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' },
  exact: `${oa}exact`,
  prefix: `${oa}prefix`,
  suffix: `${oa}suffix`,
  value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value',
  format: `${dc}format`,
  language: `${dc}language`,
  name: `${foaf}name`,
}
const documentLoader = async (url: string) => {
  assert.equal(url, 'http://www.w3.org/ns/anno.jsonld')
  return { documentUrl: url, document: { '@context': terms } }
}

/** Every name that the published vocabulary defines, by the ontology itself. */
const term = (value: string) => ({ value })
const factory = { namedNode: term, literal: term, blankNode: () => term('_:b'), quad: (subject: { value: string }) => subject }
const defined = new Set(vocabulary({ factory } as never).map((subject) => (subject as unknown as { value: string }).value))

const annotationsIn = async (dump: Plain): Promise<Annotation[]> => JSON.parse(await whole(annotationsOf(dump))).first.items
const listed = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? value : [value as T])

type Places = AsyncIterable<{ readonly startIndex: number; readonly endIndex: number }>
type Matcher = (selector: Selector) => (text: ReturnType<typeof chunk>) => Places
/** Apache Annotator's, whose types do not resolve under this project's settings. */
const { textPositionSelectorMatcher, textQuoteSelectorMatcher } = selectors as unknown as Record<
  'textPositionSelectorMatcher' | 'textQuoteSelectorMatcher',
  Matcher
>

/** A text as the matcher of selectors wants it: one piece. */
const chunk = (text: string) => {
  const only = { data: text, equals: (other: { data: string }) => other.data === text }
  return { currentChunk: only, nextChunk: () => null, previousChunk: () => null, precedesCurrentChunk: () => false }
}
async function found(matches: Places): Promise<[number, number][]> {
  const out: [number, number][] = []
  for await (const { startIndex, endIndex } of matches) out.push([startIndex, endIndex])
  return out
}

for (const [name, dump] of ledgers) {
  test(`annotations of ${name}: every key and word is a term of the vocabulary`, async () => {
    const text = await whole(annotationsOf(dump))
    const quads = (await jsonld.toRDF(JSON.parse(text.replaceAll(/\\ud[89a-f]../g, '')), {
      documentLoader,
      safe: true,
    } as never)) as unknown as {
      predicate: { value: string }
      object: { value: string; termType: string }
    }[]
    assert.ok(quads.length > 20)
    for (const { predicate, object } of quads)
      for (const { value } of [predicate, ...(object.termType === 'NamedNode' ? [object] : [])])
        if (value.startsWith(oa)) assert.ok(defined.has(value), value)
  })

  test(`annotations of ${name}: one for each statement and passage, each with what the recommendation demands`, async () => {
    const out = JSON.parse(await whole(annotationsOf(dump)))
    const items: Annotation[] = out.first.items
    const members = dump.undertakings.reduce((sum, { members }) => sum + members.length, 0)
    const passages = dump.journal.filter(({ judgement: j }) => j.type === 'evidence' && j.passage).length
    assert.deepEqual([items.length, out.total], [members + passages, members + passages])
    assert.equal(new Set(items.map(({ id }) => id)).size, items.length)
    for (const item of items) {
      assert.match(item.id, /^urn:stocktake:[!-~]+$/)
      for (const { source } of listed(item.target)) assert.doesNotThrow(() => new URL(typeof source === 'string' ? source : source.id))
    }
  })

  test(`annotations of ${name}: both selectors lead a reader of them to the words in the text`, async () => {
    const texts = new Map(dump.texts.map(({ hash }) => [textIri(hash), dump.text(hash) as string]))
    let seen = 0
    for (const { target } of await annotationsIn(dump))
      for (const { source, selector } of listed(target)) {
        const text = texts.get(typeof source === 'string' ? source : source.id)
        if (text === undefined) continue
        const [quote, position] = listed(selector) as [Selector, Selector]
        const [place] = await found(textPositionSelectorMatcher(position)(chunk(text)))
        assert.equal(text.slice(...(place as [number, number])), quote.exact)
        assert.equal([...text].slice(position.start, position.end).join(''), quote.exact)
        const places = await found(textQuoteSelectorMatcher(quote)(chunk(text)))
        assert.ok(
          places.some(([from]) => from === place?.[0]),
          quote.exact,
        )
        seen++
      }
    assert.ok(seen >= 3)
  })
}

test('a statement after two ships counts two characters for them, not four units', async () => {
  const [first] = (await annotationsIn(load('port-and-boats'))).filter(({ id }) => id.endsWith('#a95c1c2a8e63-17-60'))
  const [, position] = listed(listed((first as Annotation).target)[0]?.selector as readonly Selector[])
  assert.deepEqual([position?.start, position?.end], [15, 58])
})

test('an address that is none of the web is no source, and a tag that is none is no language', async () => {
  const text = await whole(annotationsOf(load('hostile')))
  assert.ok(!/"(?:source|via|id)":"javascript/.test(text))
  assert.ok(!text.includes('"language"'))
})

const units = fc.array(fc.constantFrom('a', 'é', '🚢', '\ud83d', '\udea2', '\u0301'), { maxLength: 12 }).map((parts) => parts.join(''))
test('code points before an offset', () => {
  fc.assert(
    fc.property(units, fc.nat(24), (text, at) => {
      const offset = Math.min(at, text.length)
      if (cut(text, 0, offset).length === offset) assert.equal(pointsOf(text)(offset), [...text.slice(0, offset)].length)
    }),
  )
})
test('a cut never stands inside a pair', () => {
  fc.assert(
    fc.property(units, fc.integer({ min: -3, max: 24 }), fc.nat(24), (text, from, to) => {
      const piece = cut(text, from, to)
      assert.ok(text.slice(Math.max(0, from), to).includes(piece))
      assert.ok([...text].join('|').includes([...piece].join('|')))
    }),
  )
})

for (const [hash, iri] of [
  ['7f83b1657ff1fc53b92dc18148a1d65dfc2d4b1fa3d677284addd200126d9069', 'ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk'],
] as const)
  test(`the hash of "Hello World!" as RFC 6920 prints it`, () => assert.equal(textIri(hash), iri))
