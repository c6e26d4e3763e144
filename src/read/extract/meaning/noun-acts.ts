// Nouns that perform an act, as "commitment", "readiness" and "appeal" do, coordinated or inside another statement.
import type { NounCue } from '../../../lexicon/vocabulary.ts'
import { Code, Flag } from '../../../lexicon/word.ts'
import type { Aspect, Force, Kind } from '../../../model.ts'
import { Is, isA, partyWords } from '../../recognise/parties/words.ts'
import { type Model, vary } from '../draft.ts'
import { has } from '../groups.ts'
import { nounOutcome } from '../nouns.ts'
import { nobody } from '../subject.ts'
import type { Node } from '../tree.ts'
import { ownerOf, speakerOf } from './doers.ts'
import type { Result, Sentence } from './sentence.ts'
import { emit, refuse } from './statements.ts'
import { actOf } from './verbs.ts'

/** A coordinated noun that performs: "… and its readiness to …". */
export function readNoun(s: Sentence, node: Node, result: Result, peer: Result | undefined): boolean {
  if (!node.noun || !peer) return false
  // "its commitment to peace and to opening …": the act stands beside the object of the noun
  const found =
    node.group.head > node.noun.at
      ? { kind: node.noun.cue.act as Kind, force: node.noun.cue.force as Force, verb: node.group.head }
      : nounOutcome(s.units, node.noun, s.end, s.tree.groups)
  const owner = ownerOf(s, node.noun.at, found.verb ?? s.end)
  if (owner?.subject && found.kind !== 'position' && owner.subject.parties.length) {
    const force = node.noun.cue.id === 'intention' ? 'intent' : found.force
    const act = actOf(s, found.verb ?? node.noun.at)
    const asks = found.kind === 'proposal'
    const model: Model = {
      kind: found.kind,
      force,
      aspect: act.aspect,
      negated: false,
      subject: asks ? nobody : owner.subject,
      speaker: asks ? owner.subject : undefined,
      rule: `noun/${node.noun.cue.id}-nested`,
      asked: undefined,
      addressed: undefined,
    }
    return emit(s, node, result, model, act.lemma, node.noun.at)
  }
  if (found.kind === 'position') return holdsToo(s, node, node.noun, result, peer)
  if (peer.model?.kind === 'position' && !has(s.units[node.from], Flag.POSSESSIVE) && !peer.model.rule.startsWith('noun/')) return false
  const asks = found.kind === 'proposal'
  const act = found.verb === undefined ? { lemma: node.noun.cue.id, aspect: 'new' as Aspect } : actOf(s, found.verb)
  const aspect: Aspect = node.noun.cue.id === 'commitment' ? 'reaffirmed' : act.aspect
  const model: Model = {
    kind: found.kind,
    force: found.force,
    aspect,
    negated: false,
    subject: asks ? nobody : peer.subject,
    speaker: asks ? (peer.speaker ?? peer.model?.speaker) : speakerOf(s, peer.subject, peer.speaker),
    rule: `noun/${node.noun.cue.id}`,
    asked: undefined,
    addressed: undefined,
  }
  return emit(s, node, result, model, act.lemma, node.noun.at)
}

/** "renewed its support for Z and its rejection of force", "… its commitment to help Z and its support for Z": another stand on another thing. */
function holdsToo(s: Sentence, node: Node, { cue, at }: { cue: NounCue; at: number }, result: Result, peer: Result): boolean {
  const model = peer.model
  const linked = cue.links.includes(s.units[at + 1]?.word.text ?? '') && has(s.units[node.from], Flag.POSSESSIVE)
  if (!linked || !cue.verb || !model?.rule.startsWith('noun/') || model.rule === `noun/${cue.id}`) return false
  if (model.kind !== 'position' && model.kind !== 'commitment') return false
  return emit(s, node, result, vary(model, { kind: 'position', force: 'none', aspect: 'new', rule: `noun/${cue.id}` }), cue.verb, at)
}

/** A noun that performs for an owner of its own inside another statement: "welcomed Z's decision to provide …". */
export function readNestedNoun(s: Sentence, node: Node, result: Result): boolean {
  const { noun } = node
  if (s.context.voice === 'treaty') return false
  if (node.parent && (fills(s, node, node.parent) || s.resultOf(node.parent)?.silent)) return false
  if (!noun?.cue.force || !['commitment', 'proposal'].includes(noun.cue.act)) return false
  if (node.parent?.frame?.frame.act && node.parent.frame.frame.outcome === 'commitment') return false
  const owner = ownerOf(s, noun.at, node.group.start)
  if (!owner) return false
  const stand = node.parent && s.resultOf(node.parent)?.model?.rule
  // "denounced Z's decision to close", "supports Z's plans to build": against or for, and no word of what Z undertakes; one's own ministers are oneself
  const ours = isA(partyWords(s.vocabulary), s.units[owner.from]?.word.text ?? '', Is.ours)
  if (stand && (opposes.has(stand) || (supports.has(stand) && noun.cue.id !== 'decision' && !ours))) return false
  // "it is in our interest to …", "in R's and Z's interest": what it is good for
  let before = owner.from - 1
  while (before > 0 && has(s.units[before], Flag.COORDINATOR | Flag.GENITIVE | Flag.NAME)) before--
  if (node.parent?.group.tense === 'copula' && s.units[before]?.word.code === Code.IN) return false
  if (isBackground(s, node)) return refuse(s, node, 'not-an-act', 'border/part-of-plan')
  // "it remains our intent to stay": whose it is speaks
  const subject = owner.subject ?? (ours && !result.subject.parties.length ? (s.memory.speaker ?? result.subject) : result.subject)
  if (!subject.parties.length && subject.kind !== 'joint') return false
  const act = actOf(s, node.group.head)
  const force = noun.cue.id === 'intention' ? 'intent' : (noun.cue.force as Force)
  const aspect: Aspect = noun.cue.id === 'commitment' ? 'reaffirmed' : act.aspect
  const asks = noun.cue.act === 'proposal'
  const model: Model = {
    kind: noun.cue.act as Kind,
    force,
    aspect,
    negated: node.group.negated,
    subject: asks ? nobody : subject,
    speaker: asks ? subject : speakerOf(s, subject, result.speaker),
    rule: `noun/${noun.cue.id}-nested`,
    asked: undefined,
    addressed: undefined,
  }
  return emit(s, node, result, model, act.lemma, noun.at, owner.from)
}

/** Rows by which somebody is against a thing, and for one. */
const opposes: ReadonlySet<string> = new Set(['frame/oppose', 'noun/opposition', 'noun/condemnation'])
const supports: ReadonlySet<string> = new Set(['frame/support-object', 'noun/support'])

/** "This is part of R's plan to rebuild the coast": it says where something belongs, and states nothing that the plan could be nested in. */
function isBackground(s: Sentence, node: Node): boolean {
  const top = node.parent
  if (s.context.voice !== 'report' || top?.group.tense !== 'copula' || s.resultOf(top)?.model) return false
  const { units } = s
  for (let k = top.group.head + 1; k < node.group.start; k++) {
    if (has(units[k], Flag.PUNCTUATION | Flag.RELATIVE)) return false
    if (units[k]?.word.code === Code.OF) return true
  }
  return false
}

/** True when the verb of the noun's clause already took the noun's act for its own ("reaffirmed its commitment to …"). */
function fills(s: Sentence, node: Node, verb: Node): boolean {
  const model = s.resultOf(verb)?.model
  if (!model?.rule.startsWith('noun/') || model.rule.endsWith('-nested')) return false
  if (verb.relation === 'nouns' || s.resultOf(verb)?.taken === node.group.head) return true
  return node.noun === undefined || model.rule === `noun/${node.noun.cue.id}`
}

/** The model under which a complement stands: that of the verb which asks for it. */
export function governed(s: Sentence, node: Node): Model | undefined {
  const taken = node.parent !== undefined && s.resultOf(node.parent)?.taken === node.group.head
  if (node.relation !== 'complement' && node.relation !== 'noun' && !taken) return undefined
  if (node.relation === 'noun' && node.parent && !fills(s, node, node.parent)) return undefined
  for (let at = node.parent; at; at = at.parent) {
    const model = s.resultOf(at)?.model
    if (model) return at.frame?.frame.outcome === 'attitude' && model.kind === 'position' ? undefined : model
    if (at.relation !== 'complement' && at.relation !== 'noun') return undefined
  }
  return undefined
}
