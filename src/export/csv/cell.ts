/** What a spreadsheet may take for a formula; apostrophes before it are those of a guard, or such as a guard would be taken for. */
const formula = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u
const quoted = /[",\r\n]/

/**
 * A cell of RFC 4180. Numbers stand as they are, lists are joined by `; `, what is absent is empty. A text that a spreadsheet would run as a
 * formula gets a leading apostrophe; so does one that begins with apostrophes before such a sign, so that `unguarded` gives back every text.
 */
export function cell(value: unknown): string {
  if (typeof value === 'number') return String(value)
  const text = Array.isArray(value) ? value.join('; ') : typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value ?? '')
  const safe = formula.test(text) ? `'${text}` : text
  return quoted.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
