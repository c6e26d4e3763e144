import type { Run } from './verb.ts'

/** A verb: its line on the overview, and its code, loaded only when it is called. */
interface Verb {
  readonly call: string
  readonly what: string
  readonly load: () => Promise<Run>
}

/** Every verb by name, in the order of the overview. */
export const verbs: Readonly<Record<string, Verb>> = {
  read: {
    call: 'read FILE...',
    what: 'statements of a text, each tied to its exact characters',
    load: async () => (await import('./read.ts')).readVerb,
  },
  add: {
    call: 'add FILE...',
    what: 'read texts and put them into the ledger',
    load: async () => (await import('./add/add.ts')).addVerb,
  },
  watch: {
    call: 'watch FEED...',
    what: 'poll feeds and add what is new to the ledger',
    load: async () => (await import('./watch/watch.ts')).watchVerb,
  },
  ledger: {
    call: 'ledger',
    what: 'undertakings, filtered and sorted; ledger verify, reread, stats, orphans',
    load: async () => (await import('./ledger/ledger.ts')).ledgerVerb,
  },
  show: {
    call: 'show ID',
    what: 'all about an undertaking: wordings through time, evidence, scores, series',
    load: async () => (await import('./show/show.ts')).showVerb,
  },
  search: {
    call: 'search WORDS...',
    what: 'statements and texts with these words',
    load: async () => (await import('./search.ts')).searchVerb,
  },
  review: {
    call: 'review',
    what: 'links that the program is not sure of, one key each',
    load: async () => (await import('./review/review.ts')).reviewVerb,
  },
  link: {
    call: 'link A B',
    what: 'whether two statements promise the same; link explain, undo',
    load: async () => (await import('./link/link.ts')).linkVerb,
  },
  evidence: {
    call: 'evidence add ID',
    what: 'what became of an undertaking, and what shows it; evidence none, list',
    load: async () => (await import('./evidence/evidence.ts')).evidenceVerb,
  },
  score: {
    call: 'score give ID',
    what: 'scores by a guideline; score guideline, adjudicate, agreement, summary',
    load: async () => (await import('./score/score.ts')).scoreVerb,
  },
  series: {
    call: 'series list',
    what: 'observations over time with their targets; series show, add, new, target',
    load: async () => (await import('./series/series.ts')).seriesVerb,
  },
  programme: {
    call: 'programme NAME',
    what: 'what became of a programme; programme list, load, check, new',
    load: async () => (await import('./programme/programme.ts')).programmeVerb,
  },
  demo: {
    call: 'demo',
    what: 'a ledger to look at: the founding programme and the samples',
    load: async () => (await import('./programme/demo.ts')).demoVerb,
  },
  correct: {
    call: 'correct STATEMENT',
    what: 'a field that was read wrongly',
    load: async () => (await import('./correct.ts')).correctVerb,
  },
  statement: {
    call: 'statement add DOC',
    what: 'which statements a text has; statement refuse, accept, split, join',
    load: async () => (await import('./statement/statement.ts')).statementVerb,
  },
  withdraw: {
    call: 'withdraw ID',
    what: 'take a judgement back',
    load: async () => (await import('./withdraw.ts')).withdrawVerb,
  },
  compare: {
    call: 'compare A B...',
    what: 'copies of one text side by side: what differs; --drift: successive texts',
    load: async () => (await import('./compare.ts')).compareVerb,
  },
  copies: {
    call: 'copies FOLDER',
    what: 'which documents are copies of one text, by content',
    load: async () => (await import('./copies/copies.ts')).copiesVerb,
  },
  phrase: {
    call: 'phrase WORDS',
    what: 'in which texts a phrase stands, since when, and where it is missing',
    load: async () => (await import('./phrases/phrase.ts')).phraseVerb,
  },
  phrases: {
    call: 'phrases OLD NEW',
    what: 'set phrases that appeared or vanished',
    load: async () => (await import('./phrases/phrases.ts')).phrasesVerb,
  },
  export: {
    call: 'export',
    what: 'the ledger in forms that other programs read',
    load: async () => (await import('./exchange/export.ts')).exportVerb,
  },
  import: {
    call: 'import FOLDER',
    what: 'what export --journal wrote',
    load: async () => (await import('./exchange/import.ts')).importVerb,
  },
  serve: {
    call: 'serve',
    what: 'the pages of the ledger, in a browser',
    load: async () => (await import('./serve/serve.ts')).serveVerb,
  },
  user: {
    call: 'user add NAME',
    what: 'who may sign in to the pages; user list, role, password, remove',
    load: async () => (await import('./user/user.ts')).userVerb,
  },
}

const line = (call: string, what: string): string => `  stocktake ${call.padEnd(18)}${what}`

/** What `stocktake --help` prints. */
export const overview = `stocktake: reads what governments tell each other, and keeps account of what they undertook to do

${Object.values(verbs)
  .map(({ call, what }) => line(call, what))
  .join('\n')}

${line('VERB --help', 'options of a verb')}
${line('--version', 'the version')}
${line('--help', 'this page')}
`
