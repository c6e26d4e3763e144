// Keys of every page: "/" to the search box, "j" and "k" from one thing to the next, and the key that a button names in data-key.

const typing = (target: EventTarget | null): boolean => target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)

/** What j and k walk: margin notes, rows of a list, pairs of the review. */
const stops = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-stop]')]

let at = stops().findIndex(({ id }) => id !== '' && `#${id}` === decodeURIComponent(location.hash))

function step(by: number): void {
  const all = stops()
  if (all.length === 0) return
  at = Math.max(0, Math.min(all.length - 1, at + by))
  for (const one of document.querySelectorAll('.is-current')) one.classList.remove('is-current')
  const stop = all[at] as HTMLElement
  stop.classList.add('is-current')
  for (const one of document.querySelectorAll(`[data-notes~="${CSS.escape(stop.dataset['stop'] ?? '')}"]`)) one.classList.add('is-current')
  stop.querySelector<HTMLElement>('a, button, summary')?.focus({ preventScroll: true })
  stop.scrollIntoView({ block: 'center', behavior: 'auto' })
}

function open(): void {
  const details = stops()[at]?.querySelector('details')
  if (details) details.open = !details.open
}

/** Puts what is selected in the text of the reading room into the field of missed words; whether there was any. */
function take(field: HTMLInputElement): boolean {
  const chosen = getSelection()
  const words = String(chosen ?? '')
    .replace(/\s+/g, ' ')
    .trim()
  const start = chosen?.rangeCount ? chosen.getRangeAt(0).startContainer : undefined
  const paragraph = (start instanceof Element ? start : start?.parentElement)?.closest<HTMLElement>('[data-from]')
  if (words === '' || !paragraph) return false
  field.value = words
  const near = field.form?.elements.namedItem('near')
  if (near instanceof HTMLInputElement) near.value = paragraph.dataset['from'] ?? '0'
  return true
}

/** Opens what a summary folds away and goes on in its first field, so that nobody must walk there. */
function openForm(summary: HTMLElement): void {
  const details = summary.closest('details')
  if (details) details.open = true
  const field = details?.querySelector<HTMLElement>('input:not([type="hidden"]), select, textarea')
  ;(field ?? summary).focus()
}

const missed = document.querySelector<HTMLInputElement>('.words input[name="words"]')
if (missed) document.addEventListener('mouseup', () => take(missed))

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
  if (event.key === 'j' || event.key === 'k') step(event.key === 'j' ? 1 : -1)
  else if (event.key === '?') open()
  else {
    const named = `[data-key="${CSS.escape(event.key)}"]`
    // a key of the things that one walks is for the one at hand; in a queue that is the first, where nobody has walked yet
    const hand = stops()[at] ?? document.querySelector<HTMLElement>('[data-queue] [data-stop]')
    const button =
      hand?.querySelector<HTMLElement>(named) ??
      [...document.querySelectorAll<HTMLElement>(named)].find((one) => !one.closest('[data-stop]'))
    if (!button) return
    if (button === missed && take(missed)) missed.form?.requestSubmit()
    else if (button instanceof HTMLInputElement) button.focus()
    else if (button.tagName === 'SUMMARY') openForm(button)
    else button.click()
  }
  event.preventDefault()
})
