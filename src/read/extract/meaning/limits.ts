// Where the words of a statement end: what hangs on it belongs to it, what states something beside it does not.
import { Code, Flag } from '../../../lexicon/word.ts'
import { unitAt } from '../../recognise/units.ts'
import { has, isComma } from '../groups.ts'
import type { Node, Relation } from '../tree.ts'
import type { Sentence } from './sentence.ts'
import { clauseOutcomes } from './verbs.ts'

/** Relations whose statements stand beside the one above them, not inside it. */
const beside = new Set<Relation>(['list', 'nouns', 'adjunct', 'same', 'clause'])

/** Where the words of a node end: before the first later node that does not hang on it, or states something beside it. */
export function limitOf(s: Sentence, node: Node): number {
  const nodes = s.tree.nodes
  let to = s.end
  for (let i = node.index + 1; i < nodes.length; i++) {
    const later = nodes[i] as Node
    if (hangsOn(s, later, node) && !standsBeside(s, later)) continue
    const apart = later.relation === 'relative' ? commaBefore(s, later) : later.link
    to = apart > node.group.head ? apart : later.from > node.group.head ? later.from : later.group.start
    if (to <= node.group.head) continue
    break
  }
  if (s.context.voice !== 'treaty') to = beforeRemark(s, node, to)
  while (
    to > node.from + 1 &&
    has(s.units[to - 1], Flag.PUNCTUATION | Flag.COORDINATOR) &&
    !closesPair(s, node.from, to - 1) &&
    !doesSo(s, to - 1)
  )
    to--
  return s.units[to]?.word.code === Code.CLOSE_QUOTE && closesPair(s, node.from, to) ? to + 1 : to
}

/** "to do so": no connector. */
const doesSo = ({ units }: Sentence, at: number): boolean => units[at]?.word.code === Code.SO && has(units[at - 1], Flag.DO)

/** A bracket, or a quotation mark whose opening one stands between unit `from` and here: it belongs to the words before it. */
function closesPair({ units }: Sentence, from: number, at: number): boolean {
  const code = units[at]?.word.code
  if (code !== Code.CLOSE_QUOTE) return code === Code.CLOSE
  for (let k = at - 1; k >= from; k--) {
    const mark = units[k]?.word.code
    if (mark === Code.OPEN_QUOTE) return true
    if (mark === Code.CLOSE_QUOTE) return false
  }
  return false
}

/** A relative clause after a comma that runs to the end only adds a remark: "…, which opened in May". */
function beforeRemark(s: Sentence, node: Node, to: number): number {
  const { units } = s
  for (const later of s.tree.nodes) {
    if (later.relation !== 'relative' || later.group.head <= node.group.head || later.group.head >= to) continue
    const comma = commaBefore(s, later)
    if (comma >= later.link || comma <= node.group.head || !has(units[later.link], Flag.RELATIVE)) continue
    return returnsFrom(s, later, to) ? to : comma
  }
  return to
}

/** After the relative clause the words before it go on: "ports, which firms own, and ferries", "the fund, which five banks feed, to mend roads". */
function returnsFrom({ units }: Sentence, { group }: Node, to: number): boolean {
  const commas: number[] = []
  for (let k = group.head + 1; k < to; k++) if (isComma(units[k])) commas.push(k)
  const last = units[(commas.at(-1) ?? to) + 1]
  // "which serves Lima, Cusco, and Puno": a list of its own
  if (commas.length > 1 && has(last, Flag.COORDINATOR)) return false
  return commas.some((k) => !has(units[k + 1], Flag.ING | Flag.SUBORDINATOR | Flag.ADVERB))
}

/** True when what a node states stands beside the statement above it: then that one ends before it. */
function standsBeside(s: Sentence, node: Node): boolean {
  const stated = s.resultOf(node)?.draft !== undefined
  if (node.relation === 'adjunct')
    return stated || (node.group.form === 'ing' && isComma(s.units[node.link]) && clauseOutcomes.has(node.frame?.frame.outcome ?? ''))
  if (node.relation === 'relative') return stated && commaBefore(s, node) < node.link
  return stated && beside.has(node.relation)
}

/** The comma before ", in which …", or where the clause itself begins. */
export function commaBefore(s: Sentence, node: Node): number {
  for (let k = node.link; k > node.link - 3; k--) if (isComma(unitAt(s.units, k - 1))) return k - 1
  return node.link
}

/** "… and has been consistent": a second predicate of the same subject that only describes it. */
const describes = (s: Sentence, node: Node): boolean =>
  node.relation === 'same' && node.group.tense === 'copula' && s.resultOf(node)?.draft === undefined

/** A coordinated noun that states nothing of its own belongs to the words of the verb it stands under. */
function hangsOn(s: Sentence, node: Node, governor: Node): boolean {
  for (let at: Node | undefined = node; at; ) {
    at = (at.relation === 'nouns' && !s.resultOf(at)?.model) || describes(s, at) ? at.peer : at.parent
    if (at === governor) return true
  }
  return false
}
