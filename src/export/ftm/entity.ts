import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonical } from '../canonical.ts'

/** What a property may be given: nothing, one text or several. */
export type Values = string | undefined | readonly (string | undefined)[]

/** Longest value of each kind of property, in UTF-16 code units, as FollowTheMoney 3.8 states them. */
const most = { name: 384, string: 1024, text: 65_000 }

/** A name by which an entity is known, from what it is and what it is called in the ledger. */
export const entityId = (kind: string, id: string): string => `stocktake-${bytesToHex(sha256(utf8ToBytes(`${kind}\n${id}`))).slice(0, 40)}`

/** A text without what no text of the format can hold: lone surrogates and control characters become U+FFFD, except tabs and line ends. */
const clean = (text: string): string =>
  text.replace(/[\ud800-\udfff\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/gu, '\ufffd').trim()

/** The text, cut where it is longer than a property of that kind may be; the cut is shown. White space in a name is one space. */
export function fit(kind: keyof typeof most, text: string | undefined): string | undefined {
  const given = kind === 'name' ? text?.replaceAll(/\s+/g, ' ') : text
  if (given === undefined || given.length <= most[kind]) return given
  return `${given.slice(0, most[kind] - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

/** One entity as a line of JSON. Empty values are left out, and so are properties without any. */
export function entity(id: string, schema: string, properties: Readonly<Record<string, Values>>): string {
  const filled = Object.entries(properties).map(([name, values]) => {
    const texts = (Array.isArray(values) ? values : [values]).map((text?: string) => clean(text ?? '')).filter((text) => text !== '')
    return [name, [...new Set(texts)]] as const
  })
  return `${canonical({ id, schema, properties: Object.fromEntries(filled.filter(([, texts]) => texts.length)) })}\n`
}
