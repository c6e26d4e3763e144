import type { Collation } from '../../compare/collate/nouns.ts'
import { csvOf } from './csv.ts'
import { htmlOf } from './html.ts'
import { jsonOf } from './json.ts'
import { teiOf } from './tei.ts'

/** A collation in a format of files, in pieces. */
export function collationAs(format: 'json' | 'csv' | 'html' | 'tei', collation: Collation): Iterable<string> {
  switch (format) {
    case 'json':
      return jsonOf(collation)
    case 'csv':
      return csvOf(collation)
    case 'html':
      return htmlOf(collation)
    case 'tei':
      return teiOf(collation)
  }
}
