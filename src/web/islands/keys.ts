// Keys of every page: "/" to the search box, "j" and "k" from one thing to the next, and the key that a button names in data-key.

const typing = (target: EventTarget | null): boolean => target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)

/** What j and k walk: margin notes, rows of a list, pairs of the review. */
const stops = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-stop]')]

let at = -1

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

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
  if (event.key === 'j' || event.key === 'k') step(event.key === 'j' ? 1 : -1)
  else if (event.key === '?') open()
  else {
    const scope: ParentNode = stops()[at] ?? document
    const named = `[data-key="${CSS.escape(event.key)}"]`
    const button = scope.querySelector<HTMLElement>(named) ?? document.querySelector<HTMLElement>(named)
    if (!button) return
    if (button instanceof HTMLInputElement) button.focus()
    else button.click()
  }
  event.preventDefault()
})
