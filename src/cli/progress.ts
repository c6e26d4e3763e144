import { cut, textWidth } from './flow.ts'

/** Where a long work stands. */
export interface State {
  /** Things done, and of how many where that is known. */
  readonly done: number
  readonly of: number | undefined
  /** Share of the whole, 0 to 1, where that is known. */
  readonly share: number | undefined
  /** What else to say: "3 new, 1 known". */
  readonly note: string
}

const cells = 24

/** One line: bar, share, count, rate, time left. Pure. `seconds` is the time since the start. */
export function progressLine(state: State, noun: string, seconds: number, width: number): string {
  const { done, share } = state
  const full = share === undefined ? 0 : Math.min(cells, Math.floor(share * cells))
  const bar =
    share === undefined ? '' : `${'█'.repeat(full)}${'░'.repeat(cells - full)} ${String(Math.floor(share * 100)).padStart(3)} % · `
  const rate = seconds > 0.5 ? ` · ${figure(done / seconds)} a second` : ''
  const left = share && seconds > 2 && share < 1 ? ` · ${span((seconds / share) * (1 - share))} left` : ''
  const line = `${bar}${done}${state.of === undefined ? '' : ` of ${state.of}`} ${noun}${rate}${left}${state.note ? ` · ${state.note}` : ''}`
  return cut(line, width)
}

const figure = (value: number): string => (value >= 10 ? String(Math.round(value)) : value.toFixed(1))

/** Seconds as people say them: `45 s`, `3 min`, `2 h 5 min`. */
export function span(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** Shows where a long work stands on standard error: one line redrawn on a terminal, elsewhere a line every few seconds. */
export class Progress {
  private readonly terminal = process.stderr.isTTY === true && process.env['TERM'] !== 'dumb'
  private readonly start = performance.now()
  private readonly noun: string
  private readonly on: boolean
  private last: number
  private shown = ''

  /** `on`: also where standard error is no terminal. */
  constructor(noun: string, on: boolean) {
    this.noun = noun
    this.on = on || this.terminal
    this.last = this.start
  }

  /** Draws the state, not more often than the eye or a log wants. */
  show(state: State): void {
    const now = performance.now()
    if (!this.on || now - this.last < (this.terminal ? 100 : 5000)) return
    this.last = now
    const line = progressLine(state, this.noun, (now - this.start) / 1000, this.terminal ? (process.stderr.columns || 80) - 1 : 200)
    process.stderr.write(this.terminal ? `\r${line}${' '.repeat(Math.max(0, textWidth(this.shown) - textWidth(line)))}` : `${line}\n`)
    this.shown = line
  }

  /** Takes the line off the terminal, so that something else can be written there. */
  clear(): void {
    if (this.terminal && this.shown) process.stderr.write(`\r${' '.repeat(textWidth(this.shown))}\r`)
    this.shown = ''
  }

  /** Seconds since the start. */
  seconds(): number {
    return (performance.now() - this.start) / 1000
  }
}
