import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { JudgementBody } from '../../src/ledger/nouns.ts'
import { parseProgramme } from '../../src/programme/parse.ts'
import { filesOf } from './folder.ts'

const parsed = parseProgramme(filesOf('programmes/china-kazakhstan'))
type Of<T extends JudgementBody['type']> = Extract<JudgementBody, { type: T }>
const all = <T extends JudgementBody['type']>(type: T): Of<T>[] => parsed.judgements.filter((j): j is Of<T> => j.type === type)

for (const folder of readdirSync('programmes'))
  test(`the tables of ${folder} have no mistake and bear its name`, () => {
    const { name, problems } = parseProgramme(filesOf(`programmes/${folder}`))
    assert.deepEqual(problems, [])
    assert.equal(name, folder)
  })

test('every direction has undertakings, and the four points with the frame are all there', () => {
  const directions = all('programme')[0]?.programme.directions.map(({ id }) => id)
  assert.deepEqual(directions, ['frame', 'strategic-trust', 'mutually-beneficial-cooperation', 'friendship', 'international-fairness'])
  assert.deepEqual([...new Set(all('entry').map(({ entry }) => entry.direction))], directions)
})

test('an entry without evidence and without a search is one of which nothing can be tested', () => {
  const looked = new Set([...all('evidence'), ...all('search')].map(({ on }) => on))
  const silent = all('entry').filter(({ entry }) => !looked.has(entry.id))
  assert.deepEqual(
    silent.map(({ entry }) => entry.id),
    ['china-kazakhstan/friendship-general', 'china-kazakhstan/manage-relations'],
  )
})

const shared = '../shared/programme/china-kazakhstan.json'
const skip = existsSync(shared) ? false : `${shared} is not there`

interface Draft {
  commitments: {
    id: string
    seed_quote: string
    parties: string[]
    evidence: { date: string; url: string | null; effect: string; certainty: string; unverified?: boolean }[]
  }[]
  mechanisms: { id: string }[]
  documents: { id: string; url: string | null }[]
  series: { id: string; points: { value: number; url: string | null }[]; conflicts?: { value: number; url: string | null }[] }[]
}

test('every undertaking, piece of evidence, value and address of the draft is carried over', { skip }, () => {
  const draft: Draft = JSON.parse(readFileSync(shared, 'utf8'))
  const short = (id: string) => `china-kazakhstan/${id.replace(/^[a-z]+-/, '')}`
  const shows: Record<string, string> = {
    'supports delivery': 'delivers',
    progress: 'progress',
    contradicts: 'contradicts',
    reaffirms: 'restates',
  }
  assert.deepEqual(
    all('entry').map(({ entry }) => [entry.id, entry.parties]),
    draft.commitments.map(({ id, parties }) => [short(id), parties]),
  )
  const row = (...cells: readonly unknown[]) => cells.map((cell) => cell ?? '').join(' ')
  /** Read again and judged otherwise than in the draft; the note of each row says why. */
  const mended: Record<string, readonly string[]> = {
    'cica 2022-10-13 supports delivery': ['progress', 'high'],
    'green-energy 2025-06 supports delivery': ['progress', 'medium'],
    'brics 2024-10-16 contradicts': ['contradicts', 'low'],
    'brics 2025-06-03 contradicts': ['contradicts', 'low'],
  }
  assert.deepEqual(
    all('evidence').map((e) => row(e.on, e.date, e.shows, e.certainty, e.page?.url, e.unverified)),
    draft.commitments.flatMap((c) =>
      c.evidence.map((e) => {
        const judged = mended[`${c.id.slice(2)} ${e.date} ${e.effect}`] ?? [shows[e.effect], e.certainty]
        return row(short(c.id), e.date, ...judged, e.url, e.unverified)
      }),
    ),
  )
  const values = new Set(all('observation').map((o) => row(o.series, o.value, o.page?.url)))
  for (const { id, points, conflicts = [] } of draft.series)
    for (const { value, url } of [...points, ...conflicts]) assert.ok(values.has(row(short(id), value, url)), row(short(id), value, url))
  const programme = all('programme')[0]?.programme
  assert.equal(programme?.mechanisms.length, draft.mechanisms.length)
  assert.deepEqual(
    programme?.sources?.map(({ url }) => url ?? null),
    draft.documents.map(({ url }) => url),
  )
})

test('no run of six words of the founding text stands in the tables, names of bodies and routes aside', { skip }, () => {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const names = all('programme').flatMap(({ programme }) => programme.mechanisms.flatMap(({ name, aliases }) => [name, ...aliases]))
  const masks = names.map((name) => words(name).join(' ')).filter((name) => name.includes(' '))
  const plain = (text: string) => masks.reduce((rest, name) => rest.replaceAll(name, 'name'), words(text).join(' ')).split(' ')
  const runs = (list: readonly string[]) => list.slice(5).map((_, i) => list.slice(i, i + 6).join(' '))
  const founding = new Set(runs(plain(readFileSync('../shared/corpus/founding-text.txt', 'utf8'))))
  assert.ok(founding.size > 400)
  const found = [...filesOf('programmes/china-kazakhstan')]
    .filter(([file]) => file !== 'sources.tsv')
    .flatMap(([, text]) => text.split(/[\t\n]/))
    .filter((cell) => !cell.startsWith('http'))
    .flatMap((cell) => runs(plain(cell)).filter((run) => founding.has(run)))
  assert.deepEqual(
    found.filter((run) => run !== 'in kazakhstan as soon as possible'),
    [],
  )
})
