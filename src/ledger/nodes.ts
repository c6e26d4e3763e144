import type { Fingerprint } from '../copies/copies.ts'
import type { Statement } from '../model.ts'
import { applyCorrections } from './correct.ts'
import type { Corrected } from './journal.ts'
import { type Features, featuresOf, featuresOfEntry } from './link/features.ts'
import type { Document, Entry, NodeId, Of, TextHash } from './nouns.ts'

/** A text as the ledger knows it: its document that counts, and what was read in it. */
export interface TextRead {
  readonly hash: TextHash
  readonly document: Document
  /** The parties of the text. */
  readonly between: readonly string[]
  /** As read, without people's corrections. */
  readonly statements: readonly Statement[]
  /** By which its copies are found. */
  readonly fingerprint: Fingerprint
}

/** A statement in its text, or an entry: what undertakings are made of. */
export interface LedgerNode {
  readonly id: NodeId
  readonly features: Features
  readonly date?: string
  /** Corrected. */
  readonly statement?: Statement
  readonly hash?: TextHash
  /** Id of the document that counts. */
  readonly document?: string
  readonly entry?: Entry
}

/** The node of a statement as it was read; `size`: how many statements were read in its text. */
export function nodeOfStatement(
  read: Statement,
  text: Pick<TextRead, 'hash' | 'document' | 'between'> & { readonly size: number },
  corrections: readonly Corrected[],
): LedgerNode {
  const statement = corrections.length ? applyCorrections(read, corrections).statement : read
  const { hash, document, between, size } = text
  const date = document.date === undefined ? {} : { date: document.date }
  let features: Features | undefined
  return {
    id: read.id,
    // most undertakings have one statement, and nobody asks
    get features() {
      features ??= featuresOf(statement, hash, document, between, size)
      return features
    },
    ...date,
    statement,
    hash,
    document: document.id,
  }
}

/** The node of an entry; its programme, where it is known, says by what names its mechanisms go. */
export function nodeOfEntry(entry: Entry, programme: Of<'programme'> | undefined): LedgerNode {
  const date = entry.date === undefined ? {} : { date: entry.date }
  return { id: entry.id, features: featuresOfEntry(entry, programme?.programme), ...date, entry }
}

/** Statements by id: of two that stand at the same place, the first. */
export function byPlace(statements: readonly Statement[]): Map<NodeId, Statement> {
  const found = new Map<NodeId, Statement>()
  for (const one of statements) if (!found.has(one.id)) found.set(one.id, one)
  return found
}
