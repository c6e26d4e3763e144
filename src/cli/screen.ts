/** How a terminal view is drawn. */
export interface Screen {
  readonly color: boolean
  /** Columns. */
  readonly width: number
}

/** The screen that a call is drawn on: what the call says, else what the terminal is. */
export function screen(asked: { readonly color: string | undefined; readonly width: string | undefined }): Screen {
  const terminal = process.stdout.isTTY === true && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb'
  const color = asked.color === 'always' || ((asked.color ?? 'auto') === 'auto' && terminal)
  return { color, width: asked.width === undefined ? Math.min(400, Math.max(40, process.stdout.columns || 100)) : Number(asked.width) }
}
