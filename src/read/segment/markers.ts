/** How a list item is marked; items of one kind stand on one level. */
export interface Marker {
  readonly kind: 'bullet' | 'number' | 'decimal' | 'letter' | 'roman'
  /** Place that the marker gives; 0 for bullets. */
  readonly number: number
  /** The marker as in the text, and where the words begin. */
  readonly label: string
  readonly content: number
}

const bullets = '-–—•*·‣▪●○◦➢✓'
const romans = 'ivxlc'
const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 }

/** The marker that opens the line: a bullet, "1.", "(2)", "a)", "(iv)", "1.2."; undefined where there is none. `previous` decides "(i)" after "(h)". */
export function markerOf(text: string, from: number, to: number, previous: Marker | undefined): Marker | undefined {
  const first = text[from] as string
  if (bullets.includes(first)) {
    const content = skip(text, from + 1, to)
    return content > from + 1 && content < to ? { kind: 'bullet', number: 0, label: first, content } : undefined
  }
  const decimal = decimalOf(text, from, to)
  if (decimal) return decimal
  const open = first === '(' ? 1 : 0
  let at = from + open
  while (at < to && at < from + open + 6 && isMark(text.charCodeAt(at))) at++
  const body = text.slice(from + open, at)
  const close = text[at]
  if (body === '' || (close !== ')' && (open || close !== '.'))) return undefined
  const content = skip(text, at + 1, to)
  if (content === at + 1 || content >= to) return undefined
  const found = numberOf(body, previous)
  return found && { ...found, label: text.slice(from, at + 1), content }
}

/** "2.1 Removal of …": a number below a number, without a mark after it, and a word with a capital; "2.1 million" is none. */
function decimalOf(text: string, from: number, to: number): Marker | undefined {
  let at = from
  let last = from
  let dots = 0
  for (; at < to && at < from + DECIMAL; at++) {
    const code = text.charCodeAt(at)
    if (code === 46) {
      if (at === last) return undefined
      dots++
      last = at + 1
    } else if (code < 48 || code > 57) break
  }
  if (dots === 0 || at === last || at - last > 2) return undefined
  const content = skip(text, at, to)
  const next = text[content] ?? ''
  if (content === at || content >= to || next.toLowerCase() === next || next.toUpperCase() !== next) return undefined
  return { kind: 'decimal', number: Number(text.slice(last, at)), label: text.slice(from, at), content }
}

/** Longest number below a number. */
const DECIMAL = 9

function numberOf(body: string, previous: Marker | undefined): Pick<Marker, 'kind' | 'number'> | undefined {
  const digits = Number(body)
  if (!Number.isNaN(digits)) return body.length <= 5 ? { kind: 'number', number: Math.floor(digits) } : undefined
  const lower = body.toLowerCase()
  if (lower !== body && (body !== body.toUpperCase() || isInitial(body, previous))) return undefined
  const letter = lower.length === 1 ? lower.charCodeAt(0) - 96 : 0
  const roman = [...lower].every((char) => romans.includes(char)) ? romanValue(lower) : 0
  if (letter > 0 && (roman === 0 || (previous?.kind === 'letter' && previous.number === letter - 1)))
    return { kind: 'letter', number: letter }
  return roman > 0 ? { kind: 'roman', number: roman } : undefined
}

/** "V. Ivanov" is a name; "I." opens a list, and "V." goes on with one. */
function isInitial(body: string, previous: Marker | undefined): boolean {
  return (
    body.length === 1 &&
    body !== 'I' &&
    !(previous && previous.kind !== 'bullet' && previous.number > 0 && previous.label[0] === previous.label[0]?.toUpperCase())
  )
}

function romanValue(word: string): number {
  let sum = 0
  for (let i = 0; i < word.length; i++) {
    const value = values[word[i] as string] as number
    sum += value < (values[word[i + 1] ?? ''] ?? 0) ? -value : value
  }
  return sum
}

const isMark = (code: number): boolean => (code >= 48 && code <= 57) || (code >= 97 && code <= 122) || (code >= 65 && code <= 90)

function skip(text: string, at: number, to: number): number {
  while (at < to && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at++
  return at
}
