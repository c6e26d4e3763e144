import { tables } from './tables.ts'

/** Comments and example rows of a table that a new programme starts with. Every one of them is made up. */
const starts: Readonly<Record<string, { readonly comments: readonly string[]; readonly rows: readonly (readonly string[])[] }>> = {
  programme: {
    comments: [
      'What the programme is. One row a field. parties: ISO 3166 codes with | between. date: the day it was announced;',
      'compiled: the day on which the evidence was last looked through: "nothing found" means nothing found by then.',
    ],
    rows: [
      ['name', ''],
      ['title', 'A title that people know it by'],
      ['parties', 'CN|KZ'],
      ['date', '2030-01-31'],
      ['compiled', '2030-12-31'],
      ['method', 'How it was compiled: what was read, and what was not.'],
    ],
  },
  directions: {
    comments: ['The headings under which the undertakings stand, in the order in which they are shown.'],
    rows: [['first', 'The first direction']],
  },
  mechanisms: {
    comments: ['Bodies, routes and dialogues that the undertakings name. native: names in other languages (zh:…|ru:…).'],
    rows: [['committee', 'Cooperation Committee', 'Joint Committee', '', 'intergovernmental committee', '']],
  },
  entries: {
    comments: [
      'One undertaking or position a row, in your own words: what a text says word for word comes in by `stocktake add`.',
      'kind and force: docs/codebook.md. actor: who acts, where it is one of the parties. also: other wordings, for finding it in texts.',
      'The row below is an example: write your own over it.',
    ],
    rows: [['hold-meeting', 'first', 'commitment', 'agreed', 'CN|KZ', '', 'Hold a meeting of the committee once a year', '', 'committee']],
  },
  evidence: {
    comments: [
      'What became of an undertaking. shows: delivers, progress, contradicts or restates (a promise made again only restates it).',
      'certainty: high, medium or low. via: how you saw the page, where it was not the page itself. unverified: yes, or empty.',
    ],
    rows: [],
  },
  searches: {
    comments: ['What you looked for and did not find, where, and until which day. Without such a row silence is "not assessed".'],
    rows: [],
  },
  series: { comments: ['Figures over time. measure: flow (so many in the period) or level (so many on the day).'], rows: [] },
  observations: {
    comments: [
      'One value for one period (2030, 2030-H1, 2030-Q1, 2030-06, 2030-06-30, 2030-01..2030-07). A value that disagrees with another gets',
      'a row of its own with rival: yes. qualifier: rounded, at-least, at-most, estimate, forecast, derived or unverified.',
    ],
    rows: [],
  },
  targets: {
    comments: [
      'What value a series is to reach, by when, and where the pace is counted from. set-by: who, where it is not the entry itself.',
    ],
    rows: [],
  },
  sources: { comments: ['The documents that the programme was compiled from, by address.'], rows: [] },
}

/** The files of a new programme, by name: every table with its columns, comments that say what goes where, and rows that can be checked. */
export function templateOf(name: string): Map<string, string> {
  const files = new Map<string, string>()
  for (const [table, { columns }] of Object.entries(tables)) {
    const names = Object.keys(columns)
    const { comments, rows } = starts[table] ?? { comments: [], rows: [] }
    const lines = rows.map(([id = '', value = '', ...rest]) =>
      [id, table === 'programme' && id === 'name' ? name : value, ...rest].join('\t'),
    )
    files.set(`${table}.tsv`, [...comments.map((comment) => `# ${comment}`), names.join('\t'), ...lines, ''].join('\n'))
  }
  return files
}
