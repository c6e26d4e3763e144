import type { Figure } from './figures.ts'

/** A row of the table: what is measured, what is wanted, and the ids of the figures that answer it. */
type Row = readonly [what: string, wanted: string, ids: readonly string[]]

const halves = (set: string, name: string): string[] => [`accuracy.${set}.work.${name}`, `accuracy.${set}.held.${name}`]

const rows: readonly Row[] = [
  ['real documents (work, held): place and kind, F1', '0.87', halves('statements', 'coded')],
  ['real: force', '0.97', halves('statements', 'force')],
  ['real: parties', '0.92', halves('statements', 'parties')],
  ['real: kind, force and parties all right', '0.88', halves('statements', 'kind+force+parties')],
  ['real: damage, F1', '', halves('statements', 'damage')],
  ['composed documents (work, held): place and kind, F1', '0.92', halves('composed', 'coded')],
  ['composed: force', '0.97', halves('composed', 'force')],
  ['composed: parties', '0.92', halves('composed', 'parties')],
  ['composed: kind, force and parties all right', '0.88', halves('composed', 'kind+force+parties')],
  ['composed: damage, F1', '0.70', halves('composed', 'damage')],
  [
    'aus_speech_acts: precision, recall, F1',
    'F1 0.72',
    ['sentences.aus_speech_acts.precision', 'sentences.aus_speech_acts.recall', 'sentences.aus_speech_acts.f1'],
  ],
  [
    'fornaciari_india: precision, recall, F1',
    'F1 0.56',
    ['sentences.fornaciari_india.precision', 'sentences.fornaciari_india.recall', 'sentences.fornaciari_india.f1'],
  ],
  ['g7g20_commitments: recall (all positive; precision as above)', '0.90', ['sentences.g7g20_commitments.recall']],
  ['events, human-coded: kind right on the event words', '0.80', ['events.gold']],
  ['speed of the reader, MB/s', '', ['speed.reader.mb-per-s']],
  ['speed over wink-nlp (sentences and tags)', '2', ['speed.over-wink']],
  ['speed over wink-nlp when its lists of sentences and tags are taken out too', '', ['speed.over-wink-with-lists']],
  ['speed over a bare regex for words', '', ['speed.over-regex']],
  ['long texts, 1 to 100 MB, each in a process that has just begun: fastest rate over slowest', 'at most 1.5', ['linear.factor']],
  ['the same after 8 MB of other texts, when the engine has compiled the reader', '', ['linear.factor-compiled']],
  [
    '100 MB text (one line, many lines): memory over the text',
    'at most 12',
    ['linear.100mb.one.memory-times', 'linear.100mb.many.memory-times'],
  ],
  ['`read --jsonl` over the bulk: peak memory, MB', 'under 400', ['linear.filter.peak-mb']],
  ['start of `read` on 4 KB over `node -e 0`', 'under 3', ['start.over-bare-node']],
]

/** The table of docs/measurements.md from the figures of a run; a measure that was not taken shows a dash. */
export function markdown(figures: readonly Figure[]): string {
  const known = new Map(figures.map((one) => [one.id, one.value.toFixed(one.digits)]))
  const lines = rows.map(([what, wanted, ids]) => `| ${what} | ${wanted} | ${ids.map((id) => known.get(id) ?? '-').join(', ')} |`)
  return ['| measure | wanted | measured |', '|---|---|---|', ...lines, ''].join('\n')
}
