import { CliError } from '../error.ts'
import { decodeUtf8 } from '../utf8.ts'

/** Bytes of standard input that a password may take at most. */
const MOST = 8000

/** A password: the one line of standard input, or typed twice on the terminal, which shows nothing of it. Throws `CliError` where there is none. */
export async function askPassword(verb: string, name: string, fromInput: boolean): Promise<string> {
  if (fromInput) return lineOf(verb)
  if (!process.stdin.isTTY || !process.stdout.isTTY)
    throw new CliError(`${verb}: a password is typed on a terminal, and this is none; give it on standard input with --password-stdin`)
  const { isCancel, password } = await import('@clack/prompts')
  const ask = async (message: string): Promise<string> => {
    const typed = await password({ message, mask: '' })
    if (isCancel(typed)) throw new CliError(`${verb}: stopped; nothing was changed`)
    return typed ?? ''
  }
  const first = await ask(`Password for ${name}`)
  if (first !== (await ask('Once more'))) throw new CliError(`${verb}: the two passwords differ; nothing was changed`)
  return first
}

async function lineOf(verb: string): Promise<string> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of process.stdin) {
    pieces.push(piece as Buffer)
    size += (piece as Buffer).length
    if (size > MOST) throw new CliError(`${verb}: --password-stdin: standard input holds more than a password; give one line`)
  }
  const text = decodeUtf8(Buffer.concat(pieces))
  if (typeof text === 'number') throw new CliError(`${verb}: --password-stdin: standard input is not UTF-8`)
  const line = text.replace(/\r?\n$/, '')
  if (line === '') throw new CliError(`${verb}: --password-stdin: standard input is empty; give the password in one line`)
  if (/[\r\n]/.test(line)) throw new CliError(`${verb}: --password-stdin: standard input has several lines; give the password in one`)
  return line
}
