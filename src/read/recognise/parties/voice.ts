import { as, type Subject } from './memory.ts'

/** What of a statement decides whose words it is. */
export interface Spoken {
  readonly kind: string
  readonly rule: string
  readonly subject: Subject
  readonly speaker: Subject | undefined
}

/** Rules by which a side stands for the official who speaks, or a name may be an official's. */
const spoken = new Set(['party/we-speaker', 'party/i-speaker', 'party/turn', 'party/name-by-form'])

/** One official, by name or by office, for one side. */
const isOfficial = (subject: Subject): boolean => subject.kind === 'official' && subject.parties.length <= 1 && subject.name !== ''

/**
 * Whose words a statement is. A state, a side or a body that proposes or affirms is who holds it and no speaker: its name
 * is taken off, unless `last`, the official who spoke last, speaks for it. An official who welcomes, supports or expresses readiness is the source of it, in a joint text too.
 */
export function speakerOfStatement({ kind, rule, subject, speaker }: Spoken, last: Subject | undefined): Subject | undefined {
  if (speaker) {
    if (isOfficial(speaker) || speaker.kind === 'none' || spoken.has(speaker.rule)) return speaker
    const same =
      last && isOfficial(last) && last.parties.length === 1 && speaker.parties.length === 1 && last.parties[0] === speaker.parties[0]
    return same ? last : as(speaker, { name: '' })
  }
  if (!isOfficial(subject) || subject.rule === 'party/two-officials') return undefined
  if (kind === 'position') return subject
  return kind === 'commitment' && rule.startsWith('noun/') && !rule.endsWith('-nested') ? subject : undefined
}
