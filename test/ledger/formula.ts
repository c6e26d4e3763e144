/**
 * As much of a spreadsheet as the formulas of docs/scoring.md need: numbers, + - * /, brackets, COUNTIFS and AVERAGEIFS over whole columns with a text
 * to equal or ">=NUMBER". As in spreadsheets, an average leaves out what is no number, and of nothing is an error (here NaN).
 */
type Cell = string | number
type Condition = (cell: Cell) => boolean

const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|(COUNTIFS|AVERAGEIFS)|scores!([A-Z]):[A-Z]|"([^"]*)"|([-+*/(),]))/y

export function evaluate(formula: string, rows: readonly (readonly Cell[])[]): number {
  const tokens = tokensOf(formula)
  let next = 0
  const take = (): string => tokens[next++] ?? ''
  const expect = (token: string): void => {
    const got = take()
    if (got !== token) throw new Error(`"${token}" expected in ${formula}, not "${got}"`)
  }
  const column = (): Cell[] => {
    const index = take().charCodeAt(1) - 65
    return rows.map((row) => row[index] ?? '')
  }
  const condition = (): Condition => {
    const text = take().slice(1)
    const bound = /^>=(-?\d+)$/.exec(text)?.[1]
    return bound === undefined ? (cell) => String(cell) === text : (cell) => typeof cell === 'number' && cell >= Number(bound)
  }
  const conditions = (): boolean[] => {
    let held = rows.map(() => true)
    for (;;) {
      const cells = column()
      expect(',')
      const holds = condition()
      held = held.map((kept, index) => kept && holds(cells[index] ?? ''))
      if (tokens[next] !== ',') return held
      expect(',')
    }
  }
  const call = (name: string): number => {
    expect('(')
    const averaged = name === 'AVERAGEIFS' ? column() : []
    if (name === 'AVERAGEIFS') expect(',')
    const held = conditions()
    expect(')')
    if (name === 'COUNTIFS') return held.filter(Boolean).length
    const numbers = averaged.flatMap((cell, index) => (held[index] && typeof cell === 'number' ? [cell] : []))
    return numbers.reduce((total, number) => total + number, 0) / numbers.length
  }
  const atom = (): number => {
    const token = take()
    if (token === 'COUNTIFS' || token === 'AVERAGEIFS') return call(token)
    if (token !== '(') return Number(token)
    const value = terms()
    expect(')')
    return value
  }
  const factors = (): number => {
    let value = atom()
    while (tokens[next] === '*' || tokens[next] === '/') value = take() === '*' ? value * atom() : value / atom()
    return value
  }
  const terms = (): number => {
    let value = factors()
    while (tokens[next] === '+' || tokens[next] === '-') value = take() === '+' ? value + factors() : value - factors()
    return value
  }
  const value = terms()
  if (next !== tokens.length) throw new Error(`"${tokens[next]}" is too much in ${formula}`)
  return value
}

/** Columns as `!F`, texts as `"text`, all else as written. */
function tokensOf(formula: string): string[] {
  const tokens: string[] = []
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < formula.trimEnd().length; ) {
    const [, number, name, letter, text, sign] = TOKEN.exec(formula) ?? []
    const token = number ?? name ?? sign ?? (letter ? `!${letter}` : text === undefined ? undefined : `"${text}`)
    if (token === undefined) throw new Error(`not understood: ${formula}`)
    tokens.push(token)
  }
  return tokens
}
