/** Shows the predicates of a sentence as the reader sees them: `npx tsx bench/tree.ts "The two sides agreed to …"`. */
import { read, vocabularyOf } from '../src/index.ts'
import { joinPhrases } from '../src/read/extract/phrases.ts'
import { Tree } from '../src/read/extract/tree.ts'
import { toUnits } from '../src/read/recognise/units.ts'
import { tokenize } from '../src/read/tokens.ts'

const vocabulary = vocabularyOf('en')
for (const text of process.argv.slice(2)) show(text)

function show(text: string): void {
  if (!vocabulary) return
  const tokens = tokenize(text, 0, text.length, vocabulary, { from: [], to: [], word: [], length: 0 })
  const units = toUnits(text, tokens, 0, tokens.length, undefined)
  joinPhrases(units)
  const words = (from: number, to: number): string => text.slice(units[from]?.from ?? 0, units[Math.max(from, to - 1)]?.to ?? 0)
  const tree = new Tree(units, 0, units.length, 0)
  const index = new Map(tree.nodes.map((node, i) => [node, i]))
  tree.nodes.forEach((node, i) => {
    const on = node.parent ? index.get(node.parent) : '-'
    const peer = node.peer ? ` beside ${index.get(node.peer)}` : ''
    const subject = node.subject ? ` subject «${words(...node.subject)}»` : ''
    const { group } = node
    console.log(
      `${i} ${node.relation} on ${on}${peer}: «${words(group.start, group.head + 1)}» ${group.form} ${group.tense} ${node.frame?.frame.id ?? '-'}${subject} from «${words(node.from, node.from + 1)}»`,
    )
  })
  const reading = read({ text })
  for (const s of reading.statements)
    console.log(`  ${s.kind}/${s.force} [${s.parties.join(' ')}] ${s.act} «${s.quote}» by ${s.grounds['kind']?.rule}`)
  for (const r of reading.rejections) console.log(`  refused ${r.gate} ${r.rule} «${text.slice(r.span.from, r.span.to)}»`)
  console.log()
}
