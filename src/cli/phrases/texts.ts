import { type Cut, cutWords } from '../../compare/phrases/text.ts'
import { read, vocabularyOf } from '../../index.ts'
import type { Vocabulary } from '../../lexicon/vocabulary.ts'
import type { Source } from '../../model.ts'
import type { Store } from '../../store/store.ts'
import { inputsOf } from '../add/inputs.ts'
import { CliError } from '../error.ts'
import { harmless } from '../harmless.ts'
import { sourceOf } from '../intake.ts'

/** The vocabulary that phrases are cut with. */
export function vocabulary(): Vocabulary {
  const found = vocabularyOf('en')
  if (!found) throw new CliError('the lexicon is missing; install stocktake again')
  return found
}

/** A source cut into words, with whose text it is. */
function cutOf(id: string, source: Source, words: Vocabulary): Cut {
  const { text, title, date } = source
  return cutWords({ id, text, ...(title ? { title } : {}), ...(date ? { date } : {}), parties: read(source).parties }, words)
}

/** One file. Throws `CliError` where it cannot be read. */
export async function textOfFile(path: string, words: Vocabulary): Promise<Cut> {
  return cutOf(path, await sourceOf(path), words)
}

/** Texts of files and folders. Those that cannot be read are named on standard error; `code` is then 2, or 1 for a broken line. */
export async function textsOfFiles(paths: readonly string[], words: Vocabulary): Promise<{ texts: Cut[]; code: number }> {
  const texts: Cut[] = []
  let code = 0
  for await (const input of inputsOf(paths, false).documents) {
    if ('source' in input) texts.push(cutOf(input.source.id ?? input.name, input.source, words))
    else {
      process.stderr.write(`stocktake: ${harmless(`${input.name}: ${input.fault}`)}\n`)
      code = Math.max(code, input.line ? 1 : 2)
    }
  }
  return { texts, code }
}

/** Texts of all documents of a ledger; parties as they were read when the document was added. */
export async function textsOfLedger(store: Store, words: Vocabulary): Promise<Cut[]> {
  const texts: Cut[] = []
  await store.reading(async () => {
    for await (const { id, externalId, title, date } of store.dump().documents) {
      const found = await store.document(id)
      if (!found) continue
      const [first] = found.statements
      const node = first && (await store.node(first.statement.id))
      const parties = node?.features.between ?? []
      texts.push(
        cutWords({ id: externalId ?? id, text: found.text, ...(title ? { title } : {}), ...(date ? { date } : {}), parties }, words),
      )
    }
  })
  return texts
}
