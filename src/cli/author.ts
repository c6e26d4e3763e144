import { execFileSync } from 'node:child_process'
import { userInfo } from 'node:os'
import { CliError } from './error.ts'
import { harmless } from './harmless.ts'

/** Who judges, and how that is known. */
export interface Author {
  readonly name: string
  /** `--by`, `STOCKTAKE_AUTHOR`, "git's user.name", "the name of the account". */
  readonly from: string
}

/**
 * Who is judging: `--by`, else STOCKTAKE_AUTHOR, else git's user.name, else the account. Throws `CliError` for a name that is empty or
 * that the ledger keeps for itself.
 */
export function authorOf(by: string | undefined): Author {
  const found: Author[] = []
  if (by !== undefined) found.push({ name: by, from: '--by' })
  else if (process.env['STOCKTAKE_AUTHOR']) found.push({ name: process.env['STOCKTAKE_AUTHOR'], from: 'STOCKTAKE_AUTHOR' })
  else found.push({ name: gitName(), from: "git's user.name" }, { name: account(), from: 'the name of the account' })
  const author = found.find(({ name }) => name.trim()) ?? found[0]
  const name = harmless(author?.name ?? '').trim()
  if (!name) throw new CliError('no author; say who judges with --by NAME or STOCKTAKE_AUTHOR')
  if (name === 'stocktake' || name.startsWith('programme:'))
    throw new CliError(`--by ${name}: is kept for what the program itself decides; give a person's name`)
  return { name, from: author?.from ?? '' }
}

/** The line that says under whose name something was written; only a name that was not given needs its source told. */
export const authorLine = ({ name, from }: Author): string =>
  from.startsWith('-') || from.startsWith('S') ? `by ${name}` : `by ${name} (${from}; --by NAME or STOCKTAKE_AUTHOR says otherwise)`

function gitName(): string {
  try {
    return execFileSync('git', ['config', 'user.name'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 2000 }).trim()
  } catch {
    return ''
  }
}

function account(): string {
  try {
    return userInfo().username
  } catch {
    return ''
  }
}
