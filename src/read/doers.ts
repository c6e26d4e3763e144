import type { Vocabulary } from '../lexicon/vocabulary.ts'
import type { Damage } from '../model.ts'
import type { PositionMap } from '../span.ts'
import type { Context } from './context.ts'
import { addMark, marksIn } from './damage/marks.ts'
import { type Draft, type Model, redraft, toDraft, toModel } from './extract/draft.ts'
import { addressedBy, gathered, otherThan, resolveAsked } from './recognise/parties/asked.ts'
import { as, type Memory, nobody, type Subject } from './recognise/parties/memory.ts'
import { findSplice } from './recognise/parties/splice.ts'
import { speakerOfStatement } from './recognise/parties/voice.ts'
import { partyWords } from './recognise/parties/words.ts'
import type { Unit } from './recognise/units.ts'

/** Where drafts are settled: the text, what is known of it, and its damage, to which spliced names are added. */
export interface Scene {
  readonly text: string
  readonly cleaned: string
  readonly map: PositionMap
  readonly context: Context
  readonly memory: Memory
  readonly vocabulary: Vocabulary
  readonly damage: Damage[]
}

/** Rule of "satisfaction was expressed": an attitude without a holder. */
const PASSIVE_STANCE = 'clause/passive-attitude'

/** Rule of "extended an invitation": it goes to the other of two. */
const INVITES = 'frame/extend-invitation'

/** Who acts, once the whole sentence is read: no spoiled name, those who are asked, all parties where no doer is named. */
export function settleDoer(draft: Draft, units: readonly Unit[], scene: Scene): Draft {
  const settled = withDoer(draft, units, scene)
  const speaker = speakerOfStatement(settled, scene.memory.speaker)
  return speaker === settled.speaker
    ? settled
    : toDraft(withSpeaker(settled, speaker), settled.from, settled.to, settled.front, settled.act, settled.cue)
}

const spoil = (subject: Subject): Subject => as(subject, { parties: [], rule: 'party/spoiled-by-damage' })

const withSpeaker = ({ kind, force, aspect, negated, subject, rule, asked, addressed }: Draft, speaker: Subject | undefined): Model =>
  toModel(kind, force, aspect, negated, subject, speaker, rule, asked, addressed)

function withDoer(draft: Draft, units: readonly Unit[], scene: Scene): Draft {
  const sound = withoutSplice(draft, units, scene)
  const { context, vocabulary } = scene
  const held = holder(sound, scene)
  if (held) return redraft(sound, { subject: held })
  const unowned = sound.kind === 'report' || sound.rule === PASSIVE_STANCE
  if (unowned && !sound.subject.parties.length && sound.subject.kind === 'none' && !sound.speaker) {
    const together = gathered(units, sound.from, sound.cue[0], sound.act, context, vocabulary, sound.rule === PASSIVE_STANCE)
    return together ? redraft(sound, { subject: together }) : sound
  }
  if (sound.kind !== 'proposal') return sound
  const { asked } = sound
  if (asked) {
    const addressed = isGlued(units, asked[0], asked[1], scene)
      ? as(nobody, { rule: 'party/spoiled-by-damage' })
      : resolveAsked(units, asked[0], asked[1], context, scene.memory, vocabulary, scene.cleaned)
    return redraft(sound, { addressed })
  }
  if (sound.addressed || sound.subject.parties.length || !sound.speaker) return sound
  const invited = sound.rule === INVITES ? otherThan(context, sound.speaker.parties) : nobody
  if (invited.parties.length) return redraft(sound, { addressed: invited })
  const addressed = addressedBy(units, sound.from, sound.cue[0], sound.act, sound.speaker.parties, context, vocabulary)
  return addressed ? redraft(sound, { addressed }) : sound
}

/**
 * Who holds or owes what has no actor of its own: a judgement is the speaker's or the joint text's, a duty of a treaty its
 * parties'; a format ("C5+1") stands for its members where the text lists them.
 */
function holder({ kind, force, subject, speaker }: Draft, { context, vocabulary }: Scene): Subject | undefined {
  const [only] = subject.parties
  if (subject.parties.length === 1 && only !== undefined) {
    const members = partyWords(vocabulary).regions.get(only.toLowerCase())
    return members?.every((party) => context.parties.includes(party))
      ? as(subject, { parties: context.parties.filter((party) => members.includes(party)), rule: 'party/members' })
      : undefined
  }
  if (only !== undefined || subject.rule === 'party/spoiled-by-damage') return undefined
  if (kind === 'position' && speaker?.parties.length) return as(speaker, { rule: 'party/holder' })
  const joint =
    (kind === 'position' && context.voice !== 'report') || (kind === 'commitment' && force === 'binding' && context.voice === 'treaty')
  return joint
    ? { parties: context.parties, kind: 'joint', name: '', rule: kind === 'position' ? 'party/joint-text' : 'party/treaty' }
    : undefined
}

/** A name spliced in as the doer, or run together with another word, is damage and no doer. */
function withoutSplice(draft: Draft, units: readonly Unit[], scene: Scene): Draft {
  if (isGlued(units, draft.from, draft.cue[0], scene)) {
    if (!draft.subject.parties.length) return draft
    forget(scene.memory, draft.subject.parties)
    return redraft(draft, { subject: spoil(draft.subject) })
  }
  if (draft.subject.parties.length === 1 && isGlued(units, 0, draft.from, scene, draft.subject.parties[0]))
    return redraft(draft, { subject: spoil(draft.subject) })
  if (draft.speaker && !draft.speaker.parties.length && draft.speaker.kind === 'official') return draft
  const unit = findSplice(
    { kind: draft.kind, force: draft.force, from: draft.from, cue: draft.cue[0], subject: draft.subject },
    units,
    scene.context,
  )
  if (!unit) return draft
  const span = scene.map.spanToSource(unit.from, unit.to)
  addMark(scene.damage, {
    span,
    quote: scene.text.slice(span.from, span.to),
    rule: 'damage/spliced-name',
    what: 'foreign name in the place of the actor',
  })
  return redraft(draft, { subject: spoil(draft.subject) })
}

/** "he", "it" and "the minister" of later sentences are not the one whose name is spoiled. */
function forget(memory: Memory, parties: readonly string[]): void {
  if (memory.person?.parties.join() === parties.join()) memory.person = undefined
  if (memory.single?.parties.join() === parties.join()) memory.single = undefined
}

/** Damage that makes a name in it no doer. */
const spoils = new Set(['damage/glued-words', 'damage/spliced-actor', 'damage/spliced-name'])

/** True when a state's name (that of `party`, if given) between two units is part of a run-together word, or was spliced in. */
function isGlued(units: readonly Unit[], from: number, to: number, { damage, map }: Scene, party?: string): boolean {
  if (!damage.length) return false
  for (let i = from; i < to; i++) {
    const unit = units[i]
    if (unit?.name?.type !== 'state' || (party !== undefined && !unit.name.parties.includes(party))) continue
    const span = map.spanToSource(unit.from, unit.to)
    if (marksIn(damage, span).some((one) => spoils.has(one.rule))) return true
  }
  return false
}
