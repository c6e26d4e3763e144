import type { TextHash } from '../ledger/nouns.ts'

/** A text that can stand in an IRI: lone surrogates, which have no form in UTF-8, become U+FFFD; slashes stay. */
const part = (text: string): string => encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\ufffd')).replaceAll('%2F', '/')

/** A name of something in a ledger, as an IRI. Not an address: nothing is found there. */
export const iri = (kind: string, id: string, within?: string): string =>
  `urn:stocktake:${kind}:${part(id)}${within === undefined ? '' : `#${part(within)}`}`

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** The characters of a text, named by their hash: `ni:///sha-256;…` (RFC 6920). */
export function textIri(hash: TextHash): string {
  const bits = [...hash].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('')
  return `ni:///sha-256;${(bits.match(/.{1,6}/g) ?? []).map((six) => alphabet[Number.parseInt(six.padEnd(6, '0'), 2)]).join('')}`
}

/** The address as the URL standard writes it, where it is one of the web. */
export function webAddress(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined
  const { protocol, href } = new URL(url)
  return protocol === 'http:' || protocol === 'https:' ? href : undefined
}

/** The tag, where it has the shape of BCP 47. */
export const languageTag = (tag: string | undefined): string | undefined =>
  tag !== undefined && /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(tag) ? tag : undefined
