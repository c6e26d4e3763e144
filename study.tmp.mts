import { sharedFolder } from './bench/gold.ts'
import { goldPath, sets } from './bench/gold-run.ts'
import { jsonLines, heldBack, metadata, genres } from './bench/gold.ts'
import { read } from './src/index.ts'
import { match } from './bench/score.ts'
import { writeFileSync } from 'node:fs'
const shared = sharedFolder()!
const held = heldBack()
const out: any[] = []
for (const set of sets) for (const doc of jsonLines<any>(goldPath(shared, set))) {
  if (held.has(doc.id)) continue
  ;(globalThis as any).__names = []
  const r = read({ id: doc.id, text: doc.text, ...metadata(shared, doc.id) })
  const names = (globalThis as any).__names
  for (const [g, p] of match(doc, r.statements).coded) {
    const s: any = r.statements[p]
    const n = names.find((x: any) => x.from === s.span.from && x.to === s.span.to && x.kind === s.kind && x.act === s.act)
    out.push({ set, id: doc.id, gold: doc.statements[g], read: { quote: s.quote, kind: s.kind, act: s.act, aspect: s.aspect, parties: s.parties, addressees: s.addressees, mechanisms: s.mechanisms, places: s.places, attribution: s.attribution, grounds: s.grounds.addressees?.rule }, n })
  }
}
writeFileSync('/tmp/fields-study.json', JSON.stringify(out))
console.log(out.length, out.filter((o) => !o.n).length)
