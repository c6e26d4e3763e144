import { anyLanguage } from '../../lexicon/any.bundled.ts'
import { readTable } from '../../lexicon/parse.ts'
import { IntakeError } from '../error.ts'
import type { Given, Taken } from '../nouns.ts'
import { aboutOf } from './about.ts'
import { type Body, bodyOf } from './body.ts'
import { ATTRIBUTES } from './stretches.ts'
import { attribute, type Element, elementsOf, isElement, textUnder, treeOf } from './tree.ts'
import { writeText } from './write.ts'

/** Below this a page has said nothing; what it says instead is told from its form. */
const LITTLE = 400

/**
 * The text of a page and what the page says of itself. Pure. Throws `IntakeError` for pages that hold no text: a form to log in, links alone,
 * "not found" served as a page, nothing.
 * @param page characters of the page
 */
export function intakeOfHtml(page: string, encoding: string, given: Given): Taken {
  const left: string[] = []
  const tree = treeOf(page, (over) => left.push(`${over} attributes left out: an element has more than ${ATTRIBUTES}`))
  const all = elementsOf(tree)
  const top = all.find((one) => one.tagName === 'body') ?? tree.childNodes.find(isElement)
  if (!top) throw new IntakeError('is a page without text; nothing can be read of it')
  const body = bodyOf(top)
  const kept = (parent: Element) => elementsOf(parent, (one) => body.dropped.has(one))
  const near = [...new Set([...kept(body.root), ...kept(top)])]
  const { text, runs } = writeText(page, body.root, body.dropped)
  refuseEmpty(all, body, text)
  const { fields, grounds, remarks } = aboutOf(all, near, given.url)
  return {
    source: { ...fields, text },
    grounds,
    remarks: [...remarks, ...left, ...(body.whole ? ['nothing but the furniture of a page was found; all of it was taken'] : [])],
    original: { form: 'html', encoding, page, runs },
  }
}

function refuseEmpty(all: readonly Element[], { measure }: Body, text: string): void {
  const empty = text.trim() === ''
  if (!empty && measure.prose >= LITTLE) return
  if (all.some((one) => one.tagName === 'input' && attribute(one, 'type')?.toLowerCase() === 'password'))
    throw new IntakeError('is a page to log in, not a text; log in with a browser and save the page')
  const title = all.find((one) => one.tagName === 'title')
  const heading = all.find((one) => one.tagName === 'h1')
  const named = `${title ? textUnder(title, 200) : ''} ${heading ? textUnder(heading, 200) : ''}`
  if (/(?<![0-9])40[34](?![0-9])/.test(named) || missing.some((words) => named.toLowerCase().includes(words)))
    throw new IntakeError('says that there is no such page; check the address')
  if (!measure.prose && measure.links > 2 && measure.linked * 2 > measure.letters)
    throw new IntakeError('is a page of links without text; name the addresses of the texts')
  if (empty) throw new IntakeError('is a page without text; its words may come by a script, save the page from a browser')
}

/** What servers write over a page that is not there. */
const missing = readTable('missing', anyLanguage.missing).flatMap(({ forms = '' }) => forms.split('|'))
