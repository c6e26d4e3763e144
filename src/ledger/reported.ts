import type { Evidence, Member, NodeId, Of, Passage, Undertaking } from './nouns.ts'

/** A wording that reports something about an undertaking made before it, and that nobody has judged yet. */
export interface SuggestedEvidence {
  readonly undertaking: Undertaking
  readonly member: Member
  /** The node whose promise it reports on: an earlier wording, or an entry. */
  readonly on: NodeId
  /** What it seems to show: done, or under way. */
  readonly shows: 'delivers' | 'progress'
  readonly passage: Passage
}

/**
 * The reports among the later wordings of an undertaking, as evidence that somebody may accept. A report is of something done where its relation says so
 * (`reports-done`), and of something under way where it says that it goes on; one that repeats an earlier report says nothing new, and a copy counts once.
 * A passage that is evidence already is left out.
 */
export function suggestedEvidence(undertaking: Undertaking, evidence: readonly Of<'evidence'>[]): SuggestedEvidence[] {
  const { entries, members } = undertaking
  return members.flatMap((member): SuggestedEvidence[] => {
    const { statement, relation, witnessOf, document } = member
    const under = statement.kind === 'report' && statement.aspect === 'continuing' && !statement.negated
    if (witnessOf !== undefined || relation === 'new' || (relation !== 'reports-done' && !under)) return []
    const on = member.to ?? entries[0]?.id ?? members.find((one) => one.statement.id !== statement.id)?.statement.id
    if (on === undefined || evidence.some((piece) => covers(piece, member))) return []
    const passage = { document, span: { from: statement.span.from, to: statement.span.to }, quote: statement.quote }
    return [{ undertaking, member, on, shows: under ? 'progress' : 'delivers', passage }]
  })
}

function covers({ passage }: Evidence, { document, statement: { span, quote } }: Member): boolean {
  if (!passage) return false
  return passage.quote === quote || (passage.document === document && passage.span.from < span.to && span.from < passage.span.to)
}
