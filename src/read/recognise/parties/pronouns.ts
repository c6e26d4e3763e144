import { Code, Flag } from '../../../lexicon/word.ts'
import type { Unit } from '../units.ts'
import { as, nobody, type Subject } from './memory.ts'
import { MEMBERS, type Site, speakerOf, together } from './site.ts'
import { hearer, saysTogether, takesTwo } from './speakers.ts'
import { Is, isA } from './words.ts'

/** A phrase that is one pronoun. */
export function pronoun(site: Site, from: number, to: number): Subject | undefined {
  const { units, memory, words, context } = site
  const unit = units[from] as Unit
  const word = unit.word.text
  if (!(unit.flags & Flag.PRONOUN)) return undefined
  if (unit.word.kind === 'single') {
    const last = memory.person ?? memory.named
    return last ? as(last, { rule: 'party/he' }) : as(nobody, { kind: 'official', name: word })
  }
  if (unit.word.kind === 'it')
    return memory.single && (memory.single.kind !== 'joint' || !context.turns || (site.units[to]?.flags ?? 0) & (Flag.BE | Flag.HAVE))
      ? as(memory.single, { rule: 'party/it' })
      : as(nobody, { kind: 'abstract', name: word })
  if (isA(words, word, Is.first)) {
    const speaker = speakerOf(site)
    if (unit.word.kind !== 'joint')
      return speaker
        ? as(speaker, { rule: 'party/i-speaker', parties: !speaker.parties.length && context.unseen ? [context.unseen] : speaker.parties })
        : memory.person && !context.own
          ? as(memory.person, { rule: 'party/i' })
          : as(nobody, {
              kind: 'official',
              parties: context.author ?? (context.parties.length === 1 && !context.towards ? context.parties : []),
            })
    // before the first label of a transcript nobody is known to speak
    const unsaid = context.towards || (context.turns && context.parties.length > 1)
    if (!speaker && !context.author && unsaid && !saysTogether(site, from, to)) return as(nobody, { kind: 'party', name: word })
    if (!speaker)
      return context.author && !saysTogether(site, from, to)
        ? { parties: context.author, kind: 'party', name: word, rule: 'party/we-author' }
        : together(site, word, 'party/we')
    if (saysTogether(site, from, to)) return together(site, word, 'party/we-together')
    const known = speaker.parties.length ? speaker.parties.every((party) => context.parties.includes(party)) : context.unseen
    if (context.parties.length === 2 && known && takesTwo(site, from, to)) return together(site, word, 'party/we-with-other')
    if (speaker.parties.length) return as(speaker, { kind: 'party', rule: 'party/we-speaker' })
    const only = context.parties.length === 1 && !context.towards ? context.parties : []
    return as(speaker, {
      parties: context.unseen ? [context.unseen] : only,
      kind: 'party',
      rule: context.unseen ? 'party/other-side' : 'party/we-speaker',
    })
  }
  if (unit.word.code === Code.YOU) return hearer(site, word)
  if (isA(words, word, Is.they)) {
    if (memory.single && (memory.single.parties.length > 1 || memory.single.rule === MEMBERS))
      return as(memory.single, { rule: 'party/they' })
    // who speaks in a transcript means others by "they"
    if (context.turns)
      return (memory.recent?.length ?? 0) > 1
        ? { parties: [...(memory.recent ?? [])], kind: 'joint', name: word, rule: 'party/last-named' }
        : as(nobody, { kind: 'abstract', name: word })
    return together(site, word, 'party/they')
  }
  return undefined
}
