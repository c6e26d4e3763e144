import { attribute, type Element } from './tree.ts'

/** Elements that never hold words of a text. */
const wordless = new Set(
  'script style noscript template iframe frame frameset object embed applet svg math canvas audio video map select option optgroup datalist button input textarea progress meter dialog head title meta link base nav menu'.split(
    ' ',
  ),
)

/** Roles of WAI-ARIA whose elements are furniture of a page. */
const roles = new Set(
  'navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar tablist tab tooltip status button form'.split(
    ' ',
  ),
)

/**
 * Words of class names and ids by which pages name their furniture (conventions of stylesheets, not of a language). An element whose name
 * has one of them is dropped, unless it holds the page's heading or most of its prose: frameworks put such words on wrappers too.
 */
const names = new Set(
  `nav navbar navigation navi menu submenu megamenu sidebar sidenav masthead topbar footer banner search searchbox searchform tags taglist
   copyright comment comments commentlist commentform respond discussion disqus cookie cookies cookiebar cookieconsent consent gdpr related
   recommended recommendations recommend readmore readnext newsletter subscribe subscription signup share sharing sharebar sharethis
   socials social addtoany breadcrumb breadcrumbs crumbs pagination pager paging pagenav advert advertisement advertising ads adsbygoogle
   sponsored promo promotion popup modal overlay lightbox skip skiplink toolbar trending mostread popular paywall login signin widget
   widgets noprint backtotop totop langswitch languages feedback toolbox qrcode`.split(/\s+/),
)

/** Names that hold a hyphen, which the words above are cut at. */
const phrases = [
  'no-print',
  'd-print-none',
  'hidden-print',
  'print-only',
  'visible-print',
  'd-print-block',
  'skip-to',
  'read-more',
  'most-read',
]

/** Names under which pages hide what is for screen readers or printers alone. */
const unseen = /(?:^|\s)(?:sr-only|visually-hidden|visuallyhidden|screen-reader-text|print-only|visible-print|d-none|hidden)(?:\s|$)/

/** Whether an element never holds words of the text, whatever is in it. */
export const isWordless = (element: Element): boolean => wordless.has(element.tagName) || isHidden(element)

function isHidden(element: Element): boolean {
  if (attribute(element, 'hidden') !== undefined) return true
  const style = attribute(element, 'style')
  if (style && /display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden/i.test(style.slice(0, 2000))) return true
  return unseen.test(attribute(element, 'class')?.slice(0, 1000) ?? '')
}

/** Whether an element is furniture by what it is or is called: words may still be in it. */
export function isFurniture(element: Element): boolean {
  const { tagName } = element
  if (tagName === 'html' || tagName === 'body' || tagName === 'main') return false
  if (tagName === 'aside' || tagName === 'footer' || tagName === 'form' || tagName === 'header') return true
  const role = attribute(element, 'role')
  if (role && roles.has(role)) return true
  if (attribute(element, 'aria-hidden') === 'true') return true
  return called(attribute(element, 'class')) || called(attribute(element, 'id'))
}

function called(value: string | undefined): boolean {
  if (!value) return false
  const name = value.slice(0, 1000)
  const low = name.toLowerCase()
  if (phrases.some((phrase) => low.includes(phrase))) return true
  for (const word of name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/))
    if (names.has(word)) return true
  return false
}
