import { harmless } from '../harmless.ts'
import { judgementLine } from '../judgements.ts'
import { styleOf, under } from '../layout.ts'
import { bold, dim, standings } from '../marks.ts'
import type { Screen } from '../screen.ts'
import { progressLines, seriesLine } from '../series/view.ts'
import type { File } from './file.ts'
import { ladderLines } from './ladder.ts'
import { evidenceLines, guidelineLines, scoreLines, searchLines } from './proofs.ts'
import { wordingLines } from './wordings.ts'

/** What else of a file is shown. */
interface Extent {
  readonly asOf: string
  /** Also every judgement with its id. */
  readonly journal: boolean
}

/** The file of an undertaking: standing and why, steps through time, every wording, evidence, scores, series. */
export function* fileLines(file: File, screen: Screen, extent: Extent): Generator<string> {
  const style = styleOf(screen)
  const { undertaking, assessment, evidence, searches, guidelines, scores, series } = file
  const part = (name: string) => ['', style(bold, `── ${name}`)]
  yield* under([[harmless(undertaking.label), bold]], screen.width, style, 0)
  const who = undertaking.parties.length ? undertaking.parties.join(', ') : '(nobody named)'
  const about = [undertaking.id, who, undertaking.kind, undertaking.topics.join(', '), undertaking.due ? `due ${undertaking.due}` : '']
  yield* under([[harmless(about.filter(Boolean).join(' · ')), dim]], screen.width, style, 0)
  const [sign, word, code] = standings[undertaking.standing]
  yield* under([[`${sign} ${word}`, code], [harmless(`: ${assessment.why}`)]], screen.width, style, 0)
  const apart = new Set(assessment.parties.map(({ standing, why }) => `${standing} ${why}`)).size > 1
  for (const { party, standing, why } of apart ? assessment.parties : [])
    yield* under([[harmless(`${party}: ${standings[standing][1]} (${why})`), dim]], screen.width, style, 2)
  const ladder = ladderLines(file.life, screen.width)
  if (ladder.length) yield* [...part('force through time'), ...ladder]
  yield* part('wordings')
  yield* wordingLines(undertaking, file.documents, screen)
  if (evidence.length || searches.length) {
    yield* part('evidence')
    yield* evidenceLines(evidence, file.documents, screen)
    yield* searchLines(searches, screen)
  }
  if (guidelines.length || scores.parties.length || scores.refused.length) {
    yield* part('scores')
    yield* guidelineLines(guidelines, screen)
    yield* scoreLines(scores, screen)
  }
  if (series.length) yield* part('series')
  for (const pace of series) {
    yield seriesLine(pace.series, pace.observations, extent.asOf, screen)
    yield* progressLines(pace.progress, screen, pace.target.id)
  }
  if (extent.journal) {
    yield* part('journal')
    for (const judgement of file.judgements) yield* under([[judgementLine(judgement)]], screen.width, style, 2)
  }
}
