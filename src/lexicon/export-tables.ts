import { events } from './events.bundled.ts'
import type { Row } from './lexicon.ts'
import { readTable } from './parse.ts'

/** The rows of a table of the lexicon that only exports ask for. Codes are the same whatever a text's language: the English tables have them. */
export const exportTable = (name: string): readonly Row[] => readTable(name, events['en']?.files[name] ?? 'id')
