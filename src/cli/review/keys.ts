import { createInterface } from 'node:readline'

/** Keys as they come, one after another: typed on a terminal without Return, or one letter a line from a pipe. */
export interface Keys {
  /** The next key, lower case; undefined at the end of the input and for Ctrl-C and Ctrl-D. */
  next(): Promise<string | undefined>
  /** Gives the terminal back as it was. */
  close(): void
}

/** Keys of standard input. */
export function keysOf(input: NodeJS.ReadStream): Keys {
  return input.isTTY ? typed(input) : piped(input)
}

function typed(input: NodeJS.ReadStream): Keys {
  const waiting: string[] = []
  let ended = false
  let wake: (() => void) | undefined
  const take = (chunk: Buffer) => {
    // an arrow or function key comes as one escape sequence, and is no answer
    if (chunk[0] !== 0x1b) waiting.push(...chunk.toString('utf8'))
    wake?.()
  }
  const end = () => {
    ended = true
    wake?.()
  }
  input.setRawMode(true)
  input.on('data', take)
  input.on('end', end)
  input.resume()
  return {
    async next() {
      while (!waiting.length && !ended)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      const key = waiting.shift()
      return key === undefined || key === '\u0003' || key === '\u0004' ? undefined : key.toLowerCase()
    },
    close() {
      input.setRawMode(false)
      input.off('data', take)
      input.off('end', end)
      input.pause()
    },
  }
}

function piped(input: NodeJS.ReadStream): Keys {
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })
  const each = lines[Symbol.asyncIterator]()
  return {
    async next() {
      for (;;) {
        const { value, done } = await each.next()
        if (done) return undefined
        const key = value.trim().toLowerCase()
        if (key) return key
      }
    },
    close() {
      lines.close()
      input.pause()
    },
  }
}
