import type { Context } from 'hono'
import { read } from '../index.ts'
import { IntakeError } from '../intake/error.ts'
import { sourceOfBytes } from '../intake/intake.ts'
import type { Source } from '../model.ts'
import type { TextPage } from '../web/text/props.ts'
import { type House, may } from './house.ts'
import { textPage } from './text.ts'

/** A text that came by a form, or one line that says what is wrong. Characters are taken as they are; a file may be a text, a page, a PDF or a Word file. */
export async function sourceOf(c: Context): Promise<Source | string> {
  const form = await c.req.formData()
  const field = (name: string) => String(form.get(name) ?? '').trim()
  const file = form.get('file')
  let text = String(form.get('text') ?? '')
  let stated: Partial<Source> = {}
  if (file instanceof File && file.size > 0) {
    try {
      const { source } = await sourceOfBytes(new Uint8Array(await file.arrayBuffer()), { name: file.name })
      text = source.text
      stated = source
    } catch (error) {
      if (!(error instanceof IntakeError)) throw error
      return `${file.name}: ${error.message}`
    }
  } else if (form.has('exact')) text = Buffer.from(String(form.get('exact')), 'base64').toString()
  else text = text.replaceAll('\r\n', '\n') // a form sends every line break so, whatever was pasted
  if (text.trim() === '') return 'There is no text: paste one, or choose a file.'
  const date = field('date')
  if (date && !/^\d{4}-\d{2}-\d{2}$/.test(date)) return `${date}: is not a day; write it as 2022-06-07`
  const about = { title: field('title'), date, publisher: field('publisher') }
  return { ...stated, text, ...Object.fromEntries(Object.entries(about).filter(([, value]) => value)) }
}

/** The reading room of a text that is not in the ledger, with the known undertakings that it touches. */
export async function unsavedPage(house: House, source: Source): Promise<TextPage> {
  const reading = read(source)
  const { text, id: _, ...about } = source
  const touched = new Map<string, { id: string; label: string; unsure?: true }>()
  for (const { statement, undertaking, label, verdict } of await house.store.touches(reading, about))
    if (!touched.has(statement)) touched.set(statement, { id: undertaking, label, ...(verdict === 'suggest' && { unsure: true as const }) })
  return {
    ...textPage({ id: '', hash: reading.hash, ...about }, text, reading, { undertakings: touched }),
    unsaved: Buffer.from(text).toString('base64'),
    ...(may(house, 'add') && { storing: true as const }),
  }
}
