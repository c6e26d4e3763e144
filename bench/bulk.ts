import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Source } from '../src/model.ts'

/** Path of the bulk corpus, or undefined where there is none. */
export function bulkPath(shared: string): string | undefined {
  const path = join(shared, 'corpus', 'bulk-en.jsonl.gz')
  return existsSync(path) ? path : undefined
}

/** Every `step`-th document of the bulk corpus, from the first on (the fixed sample) or from a later one, `first`, counted from 0. */
export function bulkDocuments(path: string, step = 1, first = 0): Source[] {
  const bytes = gunzipSync(readFileSync(path))
  const documents: Source[] = []
  let from = 0
  for (let line = 0; from < bytes.length; line++) {
    const end = bytes.indexOf(10, from)
    const to = end < 0 ? bytes.length : end
    if (line % step === first && to > from) documents.push(JSON.parse(bytes.toString('utf8', from, to)) as Source)
    from = to + 1
  }
  return documents
}
