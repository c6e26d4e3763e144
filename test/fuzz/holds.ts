import assert from 'node:assert/strict'
import { parse } from 'parse5'
import { read } from '../../src/index.ts'
import { IntakeError } from '../../src/intake/error.ts'
import { placesOf, sourceOfBytes } from '../../src/intake/intake.ts'
import type { Given, Intake, Original } from '../../src/intake/nouns.ts'
import type { Source, Span } from '../../src/model.ts'
import { applyEdits, invertEdits } from '../../src/span.ts'
import { textOfElement } from '../intake/xpath.ts'

/** What must hold of every reading: spans slice to their quotes, all others lie in the text, edits undo, the same again gives the same. */
export function checkReading(source: Source): readonly Span[] {
  const { text } = source
  const reading = read(source)
  for (const { span, quote } of [...reading.statements, ...reading.damage]) {
    assert.ok(span.from < span.to && span.to <= text.length, `span ${span.from}-${span.to} of ${text.length}`)
    assert.equal(text.slice(span.from, span.to), quote)
  }
  for (const { span } of [...reading.rejections, ...reading.mentions, ...reading.segments])
    assert.ok(span.from < span.to && span.to <= text.length, `span ${span.from}-${span.to} of ${text.length}`)
  assert.equal(applyEdits(applyEdits(text, reading.edits), invertEdits(text, reading.edits)), text)
  assert.equal(JSON.stringify(read(source)), JSON.stringify(reading))
  return reading.statements.map(({ span }) => span)
}

/** Bytes of any form: a text or an `IntakeError`; the text is read, and each statement leads back to its place. Gives back the intake. */
export async function checkIntake(bytes: Buffer, given: Given = {}): Promise<Intake | undefined> {
  let intake: Intake
  try {
    intake = await sourceOfBytes(bytes, given)
  } catch (error) {
    assert.ok(error instanceof IntakeError, error instanceof Error ? error.stack : String(error))
    assert.ok(!error.message.includes('\n'), error.message)
    return undefined
  }
  const { text } = intake.source
  const spans = [...checkReading(intake.source), ...ends(text)]
  await checkPlaces(intake.original, text, spans)
  return intake
}

/** Some stretches that are no statements: first and last characters. */
function ends(text: string): Span[] {
  const words = text.trim()
  if (!words) return []
  const [from, to] = [text.indexOf(words), text.indexOf(words) + words.length]
  const [first = '', last = ''] = [words.match(/^./su)?.[0], words.match(/.$/su)?.[0]]
  return [
    { from, to },
    { from, to: from + first.length },
    { from: to - last.length, to },
  ]
}

async function checkPlaces(original: Original, text: string, spans: readonly Span[]): Promise<void> {
  const places = await placesOf(original, spans)
  if (original.form === 'pdf') {
    const { pages } = original
    for (let i = 1; i < pages.length; i++) assert.ok((pages[i] as number) >= (pages[i - 1] as number), `pages begin at ${pages.join()}`)
    for (const place of places ?? [])
      assert.ok(place.form === 'pdf' && place.page >= 1 && place.page <= pages.length, JSON.stringify(place))
  }
  if (original.form !== 'html') return
  const tree = parse(original.page, { scriptingEnabled: false })
  for (const [i, place] of (places ?? []).entries()) {
    if (place.form !== 'html') assert.fail(place.form)
    const { from } = spans[i] as Span
    assert.ok(place.raw.from <= place.raw.to && place.raw.to <= original.page.length, JSON.stringify(place.raw))
    if (!original.runs.some((run) => run.at <= from && from < run.at + run.length)) continue
    const content = textOfElement(tree, place.selector.value)
    assert.equal(blank(content[place.selector.refinedBy.start] ?? ''), blank(text[from] ?? ''), JSON.stringify(place))
  }
}

const blank = (text: string): string => text.replace(/[\s\u0000\ufffd]/g, ' ')
