// What a sentence hands on to the items under it: the lead of a list, and the lead of an item for its neighbours.
import { Code, Flag } from '../../../lexicon/word.ts'
import type { Force } from '../../../model.ts'
import type { Unit } from '../../recognise/units.ts'
import { type Draft, type Lead, type Model, redraft, toDraft, toModel, vary, withItem } from '../draft.ts'
import { has, isStrongMark } from '../groups.ts'
import { nounCueAt } from '../nouns.ts'
import { nobody, resolveAsked } from '../subject.ts'
import type { Node } from '../tree.ts'
import { ownerOf } from './doers.ts'
import { limitOf } from './limits.ts'
import { AUXILIARY, BARE, ITEMS, SUM, sumLead, VERBS } from './lines.ts'
import { limitingLead } from './restrictions.ts'
import type { Sentence } from './sentence.ts'
import { stands } from './verbs.ts'

/** How far before the end of a lead-in "the following" may stand. */
const ANNOUNCED = 12
/** How far before its colon a sentence may announce the text that follows. */
const TEXT = 60

/** A clause inside another that limits it: "if …", "which …". */
const isDependent = (node: Node): boolean => node.relation === 'subordinate' || node.relation === 'relative' || node.relation === 'adjunct'

/** A finite clause that hangs on nothing. */
const isMain = (node: Node): boolean =>
  node.group.form === 'finite' && (node.relation === 'root' || node.relation === 'clause' || node.relation === 'same')

/** Now that every node is read, each draft gets its end, and a list lead what it hands on. */
export function close(s: Sentence): void {
  const { units, drafts } = s
  drafts.forEach((draft, i) => {
    const owner = s.owners[i]
    if (owner) drafts[i] = toDraft(draft, draft.from, Math.max(draft.from + 1, limitOf(s, owner)), draft.front, draft.act, draft.cue)
  })
  takeForce(s)
  const mark = units[s.end]
  if (mark && isStrongMark(mark.word.code) && s.end === units.length - 1) {
    if (mark.word.code === Code.SEMICOLON) carryOn(s)
    else handOn(s)
  }
  s.listing = listingOf(s)
}

/** What lines without a verb go on with: the lead of a list, or the list that this sentence is an item of or begins after a colon. */
function listingOf(s: Sentence): Lead | undefined {
  if (s.context.voice !== 'report') return undefined
  if (s.opened?.lists) return s.tree.nodes.some((node) => isMain(node)) ? undefined : s.opened
  // "Open a second port. Three new ferries.": a thing after an act is one more item
  const item =
    s.opened?.model.rule === BARE
      ? s.drafts.findLast(({ kind, rule }) => kind === 'commitment' && rule.startsWith(withItem(BARE)))
      : undefined
  if (s.opened && item) return { ...s.opened, act: item.act, lists: true }
  if (s.drafts.at(-1)?.rule === withItem(SUM)) return sumLead(s)
  if (s.lead) return s.lead.lists && s.lead.model.kind === 'commitment' ? s.lead : undefined
  let colon = s.end - 1
  while (colon > 0 && s.units[colon]?.word.code !== Code.COLON) colon--
  if (colon < 1 || s.tree.nodes.some((node) => node.group.start > colon && isMain(node))) return undefined
  const draft = s.drafts.findLast((one) => one.kind === 'commitment' && one.cue[0] < colon)
  return draft ? { forms: ITEMS, act: draft.act, lists: true, announces: false, model: modelOf(s, draft) } : s.parts
}

/** An item that is a clause with a subject keeps it and takes the force of the lead ("commit to the following steps: R will …"). */
function takeForce(s: Sentence): void {
  const { opened, drafts, tree } = s
  const root = tree.nodes.find((node) => node.relation === 'root')
  // in a treaty a clause of its own does not fill up "shall:"
  if (!opened?.announces || (s.context.voice === 'treaty' && !opened.lists) || opened.model.kind !== 'commitment' || !root?.subject) return
  if (!s.resolve(root.subject[0], root.subject[1]).parties.length) return
  if (!has(s.units[root.subject[0]], Flag.NAME) && !has(s.units[root.subject[0] + 1], Flag.NAME)) return
  s.inherits = true
  drafts.forEach((draft, i) => {
    if (draft.kind === 'commitment' && draft.force === 'intent') drafts[i] = redraft(draft, { force: opened.model.force })
  })
}

/** "(a) to open …;": the items that follow go on under the same lead. */
function carryOn(s: Sentence): void {
  const draft = s.drafts.at(-1)
  if (s.opened) s.lead = s.opened
  else if (hasMarks(s) && draft) s.lead = { forms: ITEMS, act: draft.act, model: modelOf(s, draft), lists: false, announces: false }
}

/** The model of a draft for items of other sentences: who is asked is resolved while its units are at hand. */
export function modelOf(s: Sentence, { kind, force, aspect, negated, subject, speaker, rule, asked }: Draft): Model {
  const model: Model = { kind, force, aspect, negated, subject, speaker, rule, asked: undefined, addressed: undefined }
  if (!asked) return model
  return vary(model, { addressed: resolveAsked(s.units, asked[0], asked[1], s.context, s.memory, s.vocabulary, s.text) })
}

/** The sentence is an item with a mark of its own: "(a)". */
function hasMarks(s: Sentence): boolean {
  const { units } = s
  return units.some((unit, k) => {
    if (unit.word.code !== Code.CLOSE || k < 2 || !has(units[k - 2], Flag.PUNCTUATION)) return false
    const mark = units[k - 1] as Unit
    return mark.to - mark.from <= 4
  })
}

/** "The parties agreed to:": the items that follow inherit the last statement, or the one that binds. */
function handOn(s: Sentence): void {
  const limiting = limitingLead(s)
  if (limiting) {
    s.lead = limiting
    return
  }
  const last = s.drafts.length - 1
  const draft = last < 0 ? undefined : s.drafts[last]
  if (!draft) {
    s.lead = auxiliaryLead(s) ?? aimsLead(s) ?? s.parts ?? s.opened ?? nounLead(s)
    return
  }
  // "may keep restrictions for the purpose of: (a) protecting …": the items only fill up the lead
  const before = s.units[s.end - 1]?.word.code
  if ((before === Code.OF || before === Code.FOR) && s.context.voice !== 'report') return
  if (draft.kind === 'report' && opensText(s)) return
  const binds = (d: Draft): boolean => d.kind === 'commitment' || d.kind === 'proposal'
  const binding = binds(draft) ? draft : s.drafts.find(binds)
  const node = s.owners[last]
  const rows = node && s.vocabulary.frames.get(s.lemma(node.group.head))
  const frame = rows?.find((f) => f.form === 'to' && f.outcome === 'commitment')
  const model = modelOf(s, binding ?? draft)
  const breaks = stopsBeforeClause(s, node)
  const announces = announcesItems(s, draft, node, breaks)
  s.lead = {
    forms: has(s.units[s.end - 1], Flag.TO | Flag.MODAL) ? VERBS : ITEMS,
    act: draft.act,
    model: frame && !binding ? vary(model, { kind: 'commitment', force: frame.force as Force, rule: `frame/${frame.id}` }) : model,
    lists: announces || (model.kind === 'commitment' && s.context.voice === 'report'),
    announces,
    opening: breaks ? s.units.slice(0, s.end) : undefined,
    things: breaks && rows?.some(({ outcome }) => stands.has(outcome)) ? vary(model, { kind: 'position', force: 'none' }) : undefined,
  }
  if (!announces) return
  s.led = s.drafts.pop()
  s.owners.pop()
}

/** What a verb that reports a clause comes to where its doers hold or settle what the clause says. */
const settles: ReadonlySet<string> = new Set(['clause', 'clause-position'])

/** "They agreed that:", "They reaffirmed:": the verb takes a clause, which stands in the items. */
function stopsBeforeClause({ units, end }: Sentence, node: Node | undefined): boolean {
  const at = has(units[end - 1], Flag.THAT) ? end - 2 : end - 1
  return node?.group.head === at && units[at]?.word.frames.some(({ form, outcome }) => form === 'that' && settles.has(outcome)) === true
}

/** A colon stands right after the verb, or at the end of what follows it. */
export const leadsAt = (s: Sentence, head: number): boolean =>
  s.units[s.end]?.word.code === Code.COLON || s.units[head + 1]?.word.code === Code.COLON

/**
 * "We will open a clinic. Its services will include:", "The parts of the package are:": the items are parts of what was undertaken, of
 * what will be, or of a plan. Always false: the lead-in itself says nothing.
 */
export function announcesParts(s: Sentence, node: Node, base: Model, known = s.memory.undertaken): false {
  if (s.context.voice !== 'report' || !leadsAt(s, node.group.head) || isOfPersons(s, node)) return false
  let planned = false
  for (let k = node.subject?.[0] ?? 0; node.subject && k < node.subject[1]; k++) planned ||= s.units[k]?.word.actor === 'instrument'
  if (known || planned || node.group.modal === 'intent') {
    const model = vary(base, { kind: 'commitment', force: 'intent', subject: known ?? nobody })
    s.parts = { forms: ITEMS, act: s.lemma(node.group.head), lists: true, announces: true, model }
  }
  return false
}

/** "Participants included:", "Members of the delegation are:": who was there, and nothing that anybody does. */
function isOfPersons({ units }: Sentence, { subject }: Node): boolean {
  if (!subject) return false
  let at = subject[0]
  while (at + 1 < subject[1] && !has(units[at + 1], Flag.PREPOSITION | Flag.PUNCTUATION)) at++
  const actor = units[at]?.word.actor
  return actor === 'joint' || actor === 'official' || actor === 'people'
}

/** "The accord includes R's commitments to:": a performing noun at the end, whose act each item names. */
function nounLead(s: Sentence): Lead | undefined {
  const { units, end } = s
  const linked = has(units[end - 1], Flag.TO | Flag.PREPOSITION)
  const at = linked ? end - 2 : end - 1
  const cue = has(units[at], Flag.NOUN_CUE) ? units[at]?.word.noun : undefined
  if (cue?.act !== 'commitment' || !cue.force || (linked && !cue.links.includes(units[end - 1]?.word.text ?? ''))) return undefined
  const owner = units[at - 1]?.name?.parties.length ? undefined : ownerOf(s, at, end)
  const named = units[at - 1]?.name?.parties
  const subject = named?.length
    ? { parties: named, kind: 'party' as const, name: '', rule: 'party/side' }
    : owner && (owner.subject ?? s.memory.single ?? s.joint)
  if (!subject) return undefined
  const model = toModel('commitment', cue.force as Force, 'new', false, subject, undefined, `noun/${cue.id}`, undefined, undefined)
  return { forms: ITEMS, act: cue.id, model, lists: s.context.voice === 'report', announces: true }
}

/** "We are:", "The two sides have:": each item tells what is under way or done. */
function auxiliaryLead(s: Sentence): Lead | undefined {
  const { units, end } = s
  const last = units[end - 1]
  const being = has(last, Flag.BE)
  if (units[end]?.word.code !== Code.COLON || !(being || has(last, Flag.HAVE))) return undefined
  const node = s.tree.nodes.findLast((one) => isMain(one) && one.group.head === end - 1)
  // "Among them are:" names things
  const inverted = being && node?.subject && has(units[node.subject[0]], Flag.PREPOSITION)
  if (!node?.subject || inverted || node.group.modal || node.group.negated) return undefined
  const subject = s.resolve(node.subject[0], node.subject[1])
  if (!subject.parties.length || subject.kind === 'abstract' || subject.kind === 'instrument' || subject.kind === 'people') return undefined
  const model = toModel('report', 'none', 'new', false, subject, s.memory.speaker, AUXILIARY, undefined, undefined)
  return { forms: being ? Flag.ING : Flag.PAST, act: '', model, lists: false, announces: true }
}

/** "The objectives of this Agreement are:", "The functions of the Committee shall be to:": each item that opens with "to" is an aim of its own. */
function aimsLead(s: Sentence): Lead | undefined {
  const { units, end } = s
  const open = has(units[end - 1], Flag.TO)
  const be = open ? end - 2 : end - 1
  if (s.context.voice === 'report' || units[end]?.word.code !== Code.COLON || !has(units[be], Flag.BE)) return undefined
  const node = s.tree.nodes.findLast((one) => isMain(one) && one.group.head === be)
  if (!node?.subject || node.group.negated) return undefined
  const noun = nounCueAt(units, node.subject[0], node.subject[1])
  let at = node.subject[0]
  while (at < node.subject[1] && units[at]?.word.kind !== 'aim') at++
  if (noun?.cue.act === 'commitment') at = noun.at
  if (at >= node.subject[1]) return undefined
  // the aims of a text are those of its parties
  const owner = units.slice(at, node.group.start).some(({ word }) => word.actor === 'body')
    ? ownerOf(s, at, node.group.start)?.subject
    : undefined
  const force = node.group.modal === 'binding' ? 'binding' : 'intent'
  const model = toModel(
    'commitment',
    force,
    'new',
    false,
    owner?.parties.length ? owner : s.joint,
    undefined,
    'clause/aims',
    undefined,
    undefined,
  )
  return { forms: open ? Flag.TO | Flag.BASE : Flag.TO, act: '', model, lists: false, announces: true }
}

/** "adopted the following decision:": what follows is the text itself, and no list of what was done. */
function opensText({ units, end }: Sentence): boolean {
  for (let k = end - 1; k > Math.max(0, end - TEXT); k--) {
    if (units[k]?.word.code !== Code.FOLLOWING) continue
    let at = k + 1
    while (at < end - 1 && (units[at]?.flags === 0 || has(units[at], Flag.ALSO_NOUN)) && !units[at]?.word.actor && !units[at]?.word.noun)
      at++
    const { word } = units[at] ?? {}
    return word !== undefined && (word.actor === 'instrument' || word.noun !== undefined) && word.lemma === word.text
  }
  return false
}

/** The lead-in says nothing beside its items: it breaks off before a verb, or its object is "the following". */
function announcesItems(s: Sentence, draft: Draft, node: Node | undefined, breaks: boolean): boolean {
  const { units, end } = s
  if (draft.kind === 'report' && node?.group.passive === true) return true
  if (has(units[draft.cue[0]], Flag.MODAL)) return true
  if (draft.to < end - 1) return false
  if (
    has(units[end - 1], Flag.TO | Flag.MODAL) ||
    (has(units[end - 1], Flag.THAT) && breaks) ||
    units[end - 1]?.word.code === Code.BY ||
    units[end - 1]?.word.code === Code.THROUGH ||
    draft.cue[1] >= end
  )
    return true
  let at = end - 1
  while (at >= draft.cue[1] && at > end - ANNOUNCED && units[at]?.word.code !== Code.FOLLOWING) at--
  if (units[at]?.word.code !== Code.FOLLOWING || at < draft.cue[1]) return false
  return !s.tree.nodes.some((other) => other.group.start > draft.cue[0] && other.group.start < at && isDependent(other))
}

/** The item opens with a noun, and with no label: "exchange of data to map the reefs", where a verb would need its object. */
export function opensAsThing({ units }: Sentence, from: number, forms: number): boolean {
  const code = units[from + 1]?.word.code
  if (!has(units[from], forms | Flag.NOT | Flag.ADVERB | Flag.BE)) return code !== Code.CLOSE
  return has(units[from], Flag.ALSO_NOUN) && code === Code.OF
}
