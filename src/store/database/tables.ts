import type { Generated } from 'kysely'

/** The tables. JSON stands in text columns, so that it comes back to the byte; rows are whole numbers given by the writer. */
export interface Tables {
  stocktake_meta: { key: string; value: string }
  documents: { row: number; id: string; text: number; external: string | null; date: string | null; body: string }
  texts: TextRow
  nodes: NodeRow
  keys: { key: number; at: number; node: number }
  text_keys: { key: number; at: number; node: number }
  copies: { a: number; b: number; support: number }
  links: { a: number; b: number; score: number; verdict: number; support: number; waits: number; barred: number }
  judgements: JudgementRow
  undertakings: UndertakingRow
  claims: { undertaking: number; node: number }
  turns: { undertaking: number; since: string; standing: string }
  facets: { facet: number; value: string; undertaking: number; last: string }
  passages: { row: number; text: number; start: number; stop: number }
  statement_words: { rowid: Generated<number>; words: string }
  passage_words: { rowid: Generated<number>; words: string }
  note_words: { rowid: Generated<number>; words: string }
  users: UserRow
  sign_ins: SignInRow
  audit: AuditRow
  /** Bytes as received by their SHA-256. `size`: unpacked. */
  originals: { hash: string; size: number; packing: 'gzip' | 'none'; body: Uint8Array }
  /** What a document came from: by row of `documents`. `body`: JSON of a `Receipt`, without its bytes. */
  received: { document: number; original: string; body: string }
  /** `body`: JSON of a `FeedState`. */
  feeds: { id: string; address: string; body: string }
  /** `entry`: hash of the entry's key; `print`: of what the feed says of it; `document`: null where none came of it yet. */
  feed_entries: { feed: string; entry: string; print: string; document: string | null; tries: number }
  /** `body`: JSON of what is remembered of a host. */
  hosts: { origin: string; body: string }
}

/** A text. `document`: row of the document that counts. `info`: JSON of what its reading says besides statements. `witness`: row of the text that it is a copy of. */
export interface TextRow {
  row: number
  hash: string
  document: number
  length: number
  lexicon: string
  statements: number
  damage: number
  body: string
  info: string
  fingerprint: string
  witness: number | null
}

/** A node: a statement (with its text) or an entry. `body`: as read or declared, without corrections; `features`: with them. */
export interface NodeRow {
  row: number
  id: string
  text: number | null
  body: string
  features: string
  undertaking: number
  component: number
}

/**
 * A judgement, in the order of appending. `a_ref`, `b_ref`: the nodes as it names them; `a`, `b`: rows of what they mean today. Of a recast `a_ref` is the
 * place by which its text is found, and `b_ref` the statement that it names and that is not there; it is a judgement of no node.
 */
export interface JudgementRow {
  seq: number
  id: string
  type: string
  body: string
  /** 1 where it is in force, else 0. */
  counts: number
  declares: string | null
  takes_back: string | null
  a_ref: string | null
  b_ref: string | null
  a: number | null
  b: number | null
}

/** An undertaking as lists show it. `standing`: where it changes with the day, that before the first of its `turns`. */
export interface UndertakingRow {
  row: number
  id: string
  component: number
  label: string
  kind: string
  force: number
  programme: string | null
  direction: string | null
  /** Missing dates are `LATE`, of `last` the empty text. */
  first: string
  last: string
  due: string
  statements: number
  documents: number
  evidence: number
  scores: number
  standing: string
  turns: number
  body: string
}

/** Who may sign in. `key`: the name as it is compared; `password`: what argon2id made of it; `seen`: when they last signed in. */
export interface UserRow {
  key: string
  name: string
  role: string
  password: string
  made: string
  seen: string | null
}

/** Somebody signed in somewhere. `token`: SHA-256 of what the browser holds; `person`: key of the user; times in milliseconds since 1970. */
export interface SignInRow {
  token: string
  person: string
  made: number
  seen: number
}

/** What happened to accounts. `actor`: who did it, empty where nobody knows; `subject`: the user whom it is about, empty where there is none. */
export interface AuditRow {
  row: Generated<number>
  at: string
  what: string
  actor: string
  subject: string
  address: string | null
  note: string | null
}

/** What `facets.facet` says. */
export const FACET = { party: 1, topic: 2, mechanism: 3, place: 4, counterpart: 5 } as const
