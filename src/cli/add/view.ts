import { harmless } from '../harmless.ts'
import { block, clip, plural, styleOf, under } from '../layout.ts'
import { bold, dim, relations } from '../marks.ts'
import type { Screen } from '../screen.ts'
import type { Report, Touch } from './touches.ts'

/** Column at which the words of a touch begin. */
const wide = 20

/** What became of one document: a line, and under it the known undertakings that it touches. */
export function* reportLines(report: Report, name: string, screen: Screen): Generator<string> {
  const style = styleOf(screen)
  const { document, status, statements, suggested, touches } = report
  const title = document.title === undefined ? name : `${document.title}${document.date ? ` (${document.date})` : ''}`
  if (status === 'known') {
    yield* block(['=', 'known', dim], [[harmless(title)], [` · ${document.id}`, dim]], screen.width, style)
    return
  }
  const counts = [
    plural(statements, 'statement'),
    ...(touches.length ? [`${touches.length} in known undertakings`] : []),
    ...(suggested ? [`${suggested} to review`] : []),
  ]
  yield* block(
    ['+', 'added', '32'],
    [
      [harmless(title), bold],
      [` · ${counts.join(' · ')} · ${document.id}`, dim],
    ],
    screen.width,
    style,
  )
  for (const remark of report.remarks ?? []) yield* block(['  !', 'note', dim], [[harmless(remark), dim]], screen.width, style, wide)
  for (const touch of touches) yield* touchLines(touch, screen)
}

function* touchLines({ relation, quote, undertaking, label, score }: Touch, screen: Screen): Generator<string> {
  const style = styleOf(screen)
  const [sign, word, code] = relation === 'new' ? (['*', 'is first of', dim] as const) : relations[relation]
  yield* block(
    [`  ${sign}`, word, code],
    [[harmless(label)], [` · ${harmless(undertaking)}${score === undefined ? '' : ` · ${score.toFixed(2)}`}`, dim]],
    screen.width,
    style,
    wide,
  )
  yield* under([[`“${clip(quote)}”`, dim]], screen.width, style, wide)
}
