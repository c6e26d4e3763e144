import type { Subject } from './memory.ts'

/** What of a statement decides whose words it is. */
export interface Spoken {
  readonly kind: string
  readonly rule: string
  readonly subject: Subject
  readonly speaker: Subject | undefined
}

/** One official, by name or by office, for one side. */
const isOfficial = (subject: Subject): boolean => subject.kind === 'official' && subject.parties.length <= 1 && subject.name !== ''

/**
 * Whose words a statement is. A state, a side or a body that proposes or affirms is who holds it and no speaker: its name
 * is taken off. An official who welcomes, supports or expresses readiness is the source of it, in a joint text too.
 */
export function speakerOfStatement({ kind, rule, subject, speaker }: Spoken): Subject | undefined {
  if (speaker) return isOfficial(speaker) || speaker.kind === 'none' ? speaker : { ...speaker, name: '' }
  if (!isOfficial(subject) || subject.rule === 'party/two-officials') return undefined
  if (kind === 'position') return subject
  return kind === 'commitment' && rule.startsWith('noun/') && !rule.endsWith('-nested') ? subject : undefined
}
