import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

/** The tables of names, checked as strictly as code: an error names file, line and entry. */
interface Entry {
  readonly where: string
  readonly cells: Readonly<Record<string, string>>
}

const folder = 'lexicon/en'

/** Rows of a table, each with its place in the file. */
function entries(name: string): Entry[] {
  let columns: string[] | undefined
  return readFileSync(`${folder}/${name}.tsv`, 'utf8')
    .split('\n')
    .flatMap((line, i) => {
      if (line === '' || line.startsWith('#')) return []
      const cells = line.split('\t')
      if (!columns) {
        columns = cells
        return []
      }
      return [
        {
          where: `${folder}/${name}.tsv line ${i + 1} (${cells[0]})`,
          cells: Object.fromEntries(columns.map((column, k) => [column, cells[k] ?? ''])),
        },
      ]
    })
}

const split = (cell: string | undefined): string[] => (cell ? cell.split('|') : [])
const cell = (entry: Entry, column: string): string => entry.cells[column] ?? ''
const none = (errors: readonly string[]): void => assert.deepEqual(errors, [])

const tables: Record<string, readonly Entry[]> = Object.fromEntries(
  ['states', 'people', 'bodies', 'mechanisms', 'places', 'nameheads', 'camel'].map((name) => [name, entries(name)]),
)
const table = (name: string): readonly Entry[] => tables[name] ?? []

/** Columns that hold forms to be found in a text. */
const formColumns: Record<string, readonly string[]> = {
  states: ['names', 'adjectives', 'prefixes', 'people', 'capitals', 'seats', 'unless'],
  people: ['forms'],
  bodies: ['forms'],
  mechanisms: ['forms'],
  places: ['forms'],
  nameheads: ['forms'],
  camel: ['id'],
}

/** ISO 3166-1 alpha-2 in force. */
const iso = new Set(
  (
    'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO ' +
    'CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR ' +
    'HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN ' +
    'MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD ' +
    'SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ' +
    'ZA ZM ZW'
  ).split(' '),
)

/** Codes outside the list in force. */
const otherCodes = new Map([
  ['XK', 'Kosovo, by usage'],
  ['SU', 'withdrawn: Soviet Union'],
  ['YU', 'withdrawn: Yugoslavia'],
  ['CS', 'withdrawn: Czechoslovakia'],
  ['DD', 'withdrawn: German Democratic Republic'],
])

/** Members of the United Nations and its two observer states, by number: 193 and 2. */
const noMember = new Set(
  'AI AS AW BM CK CW EH FK FO GF GG GI GL GU HK IM JE KY MO MP MS NC NU PF PR SX TC TK TW VG VI WF XK SU YU CS DD'.split(' '),
)

/** Forms that may stand for two states: a word both as an adjective and as a name, an adjective of two, and the like. */
const sharedInStates = new Map([['San José', 'capital of Costa Rica']])

/** All forms of a table with the entries that have them. */
function holders(name: string): Map<string, Entry[]> {
  const found = new Map<string, Entry[]>()
  for (const entry of table(name)) {
    for (const column of formColumns[name] ?? []) {
      for (const form of split(entry.cells[column])) {
        const list = found.get(form)
        if (!list) found.set(form, [entry])
        else if (!list.includes(entry)) list.push(entry)
      }
    }
  }
  return found
}

for (const [name, rows] of Object.entries(tables)) {
  test(`${name}: ids are unique, and people repeat only by term`, () => {
    const seen = new Map<string, string>()
    none(
      rows.flatMap((entry) => {
        const key =
          name === 'people'
            ? `${cell(entry, 'id')} ${cell(entry, 'party')} ${cell(entry, 'office')} ${cell(entry, 'from')}`
            : cell(entry, 'id')
        const before = seen.get(key)
        seen.set(key, entry.where)
        return before ? [`${entry.where}: the id stands already in ${before}`] : []
      }),
    )
  })

  test(`${name}: forms are clean`, () =>
    none(
      rows.flatMap((entry) =>
        (formColumns[name] ?? []).flatMap((column) => {
          const forms = split(entry.cells[column])
          const faults = forms.flatMap((form) => {
            if (form === '') return ['an empty form']
            if (form !== form.trim() || form.includes('  ')) return [`stray space in “${form}”`]
            if (/[\u2018\u2019\u02bb\u02bc\u00a0\u200b]/.test(form))
              return [`curly apostrophe or odd space in “${form}”; write a straight one`]
            if (form.length < 2) return [`“${form}” is shorter than two characters`]
            if (form !== form.normalize('NFC')) return [`“${form}” is not in composed form (NFC)`]
            return []
          })
          if (new Set(forms).size < forms.length) faults.push(`a form stands twice in column ${column}`)
          return faults.map((fault) => `${entry.where}: ${fault}`)
        }),
      ),
    ))

  test(`${name}: every row has a form`, () =>
    none(
      rows
        .filter((entry) => !(formColumns[name] ?? []).some((column) => cell(entry, column)))
        .map((entry) => `${entry.where}: has no form`),
    ))
}

for (const name of ['bodies', 'mechanisms', 'places', 'nameheads'])
  test(`${name}: no form stands for two entries`, () => {
    none(
      [...holders(name)].flatMap(([form, list]) =>
        list.length > 1 ? [`${list[1]?.where}: “${form}” stands already in ${list[0]?.where}`] : [],
      ),
    )
  })

test('states: no form stands for two states', () => {
  none(
    [...holders('states')].flatMap(([form, list]) =>
      list.length > 1 && !sharedInStates.has(form) ? [`${list[1]?.where}: “${form}” stands already in ${list[0]?.where}`] : [],
    ),
  )
})

test('no name of one table is blocked or taken by another', () => {
  const owner = new Map<string, string>()
  const errors: string[] = []
  for (const name of ['states', 'bodies', 'people', 'mechanisms', 'places']) {
    for (const [form, list] of holders(name)) {
      const before = owner.get(form)
      if (before && !before.includes(`/${name}.tsv`)) errors.push(`${list[0]?.where}: “${form}” stands already in ${before}`)
      owner.set(form, list[0]?.where ?? '')
    }
  }
  none(errors)
})

test('states: codes are of ISO 3166-1 or listed, and every member of the United Nations is there', () => {
  none(
    table('states')
      .filter((entry) => !iso.has(cell(entry, 'id')) && !otherCodes.has(cell(entry, 'id')))
      .map((entry) => `${entry.where}: no code of ISO 3166-1; list it with a reason or correct it`),
  )
  const members = table('states')
    .map((entry) => cell(entry, 'id'))
    .filter((id) => !noMember.has(id))
  assert.equal(members.length, 195)
})

test('references point at states or bodies', () => {
  const states = new Set(table('states').map((entry) => cell(entry, 'id')))
  const parties = new Set([...states, ...table('bodies').map((entry) => cell(entry, 'id'))])
  const missing = (name: string, column: string, known: ReadonlySet<string>): string[] =>
    table(name).flatMap((entry) =>
      split(entry.cells[column])
        .filter((id) => !known.has(id))
        .map((id) => `${entry.where}: ${column} ${id} is in no table; add it or correct it`),
    )
  none([...missing('people', 'party', parties), ...missing('bodies', 'members', parties), ...missing('places', 'state', states)])
  none(
    table('people')
      .filter((entry) => !cell(entry, 'party'))
      .map((entry) => `${entry.where}: the party is empty`),
  )
})

test('people: dates are real and in order', () => {
  const real = (date: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(date) && new Date(`${date}T00:00:00Z`).toISOString().startsWith(date)
  none(
    table('people').flatMap((entry) => {
      const [from, to] = [cell(entry, 'from'), cell(entry, 'to')]
      const faults = [from, to].filter((date) => date && !isReal(real, date)).map((date) => `${entry.where}: “${date}” is no ISO date`)
      if (from && to && from > to) faults.push(`${entry.where}: from ${from} lies after to ${to}`)
      return faults
    }),
  )
})

/** A date such as 31 June makes `toISOString` throw; that is a fault of the entry, not of the test. */
function isReal(check: (date: string) => boolean, date: string): boolean {
  try {
    return check(date)
  } catch {
    return false
  }
}

const overlap = (a: Entry, b: Entry): boolean =>
  (cell(a, 'from') || '0000') < (cell(b, 'to') || '9999') && (cell(b, 'from') || '0000') < (cell(a, 'to') || '9999')

test('people: a form means one person of one party at any time', () => {
  none(
    [...holders('people')].flatMap(([form, list]) =>
      list.flatMap((a, i) =>
        list.slice(i + 1).flatMap((b) => {
          const [other, party] = [cell(a, 'id') !== cell(b, 'id'), cell(a, 'party') !== cell(b, 'party')]
          if (other && party) return [`${b.where}: “${form}” is also a form of ${a.where}, of another party; leave it out of both`]
          if ((other || party) && overlap(a, b)) return [`${b.where}: “${form}” is at the same time a form of ${a.where}`]
          return []
        }),
      ),
    ),
  )
})

test('people: a family name that stands alone is no word of the language', () => {
  const common = new Set(
    ['verbs', 'words', 'nouns', 'actors']
      .flatMap((name) =>
        entries(name).flatMap((entry) => [
          cell(entry, 'id'),
          ...['forms', 'past', 'participle', 'ing'].flatMap((column) => split(entry.cells[column])),
        ]),
      )
      .map((form) => form.toLowerCase()),
  )
  none(
    table('people').flatMap((entry) =>
      split(entry.cells['forms'])
        .filter((form) => common.has(form.toLowerCase()))
        .map((form) => `${entry.where}: “${form}” is a word of the language; leave it out`),
    ),
  )
})

test('closed sets: kinds of bodies, classes of heads', () => {
  const kinds = new Set(['global', 'organisation', 'group', 'agency', 'movement', 'domestic'])
  none(
    table('bodies')
      .filter((entry) => !kinds.has(cell(entry, 'kind')))
      .map((entry) => `${entry.where}: kind ${cell(entry, 'kind')} is none of ${[...kinds].join(', ')}`),
  )
  none(
    table('bodies')
      .filter((entry) => cell(entry, 'kind') === 'agency' && split(entry.cells['members']).length !== 1)
      .map((entry) => `${entry.where}: an agency has one state in members`),
  )
  const classes = new Set(['mechanism', 'body', 'role'])
  none(
    table('nameheads')
      .filter((entry) => !classes.has(cell(entry, 'class')))
      .map((entry) => `${entry.where}: class ${cell(entry, 'class')} is none of ${[...classes].join(', ')}`),
  )
})

test('camel: every word has a capital after a small letter', () => {
  none(
    table('camel')
      .filter((entry) => !/\p{Ll}\p{Lu}/u.test(cell(entry, 'id')))
      .map((entry) => `${entry.where}: no inner capital; the row does nothing`),
  )
})

test('groups have the members that they count in their names', () => {
  const size = new Map([
    ['G7', 7],
    ['G8', 8],
    ['Quad', 4],
    ['AUKUS', 3],
    ['C5+1', 6],
    ['P5', 5],
    ['Visegrád', 4],
    ['EU', 27],
    ['NATO', 32],
    ['ASEAN', 11],
    ['SCO', 10],
    ['CICA', 28],
    ['AFU', 55],
    ['GCC', 6],
    ['LAS', 22],
    ['G20', 21],
    ['APEC', 21],
    ['SADC', 16],
    ['EAC', 8],
    ['PIF', 18],
    ['NB8', 8],
  ])
  none(
    table('bodies').flatMap((entry) => {
      const wanted = size.get(cell(entry, 'id'))
      const found = split(entry.cells['members']).length
      return wanted !== undefined && wanted !== found ? [`${entry.where}: has ${found} members, not ${wanted}`] : []
    }),
  )
})
