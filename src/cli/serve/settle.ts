import { CliError } from '../error.ts'

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']

/** What a call of `serve` says of how the server is reached. */
interface Asked {
  readonly host: string | undefined
  readonly name: readonly string[]
  readonly 'behind-proxy': boolean
  readonly 'sign-in': boolean
  readonly 'public-reading': boolean
  readonly 'read-only': boolean
  readonly by: string | undefined
  /** The ledger is on a server of PostgreSQL, where more than one person can be expected. */
  readonly shared: boolean
}

/** How a server listens, and for whom. */
export interface Settled {
  readonly hostname: string
  /** Names under which it answers. */
  readonly hosts: readonly string[]
  /** Whose it is: one person's, that of people who sign in, or (`closed`) everybody's to read and nobody's to write. */
  readonly people: 'one' | 'sign in' | 'closed'
  /** For people: a warning, or nothing. */
  readonly warning?: string
}

/** Whether an address is one of this machine that no other can reach. */
const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host)
const isEverywhere = (host: string): boolean => host === '0.0.0.0' || host === '::'

/** The rules by which a server listens. Pure; throws `CliError` where what is asked does not go together. */
export function settle(asked: Asked): Settled {
  const host = (asked.host ?? '127.0.0.1').replace(/^\[(.*)\]$/, '$1').toLowerCase()
  if (!/^[a-z0-9.:-]{1,253}$/.test(host))
    throw new CliError(`serve: --host ${asked.host}: is no address of this machine; give one, or 0.0.0.0 for all`)
  for (const name of asked.name)
    if (!/^[A-Za-z0-9.-]{1,253}$/.test(name))
      throw new CliError(`serve: --name ${name}: is no host name; write it like ledger.example.org, without scheme and port`)
  if (isEverywhere(host) && asked.name.length === 0)
    throw new CliError(`serve: --host ${host}: say under which name people come, with --name ledger.example.org`)
  if (asked['behind-proxy'] && asked.name.length === 0)
    throw new CliError('serve: --behind-proxy: say under which name the proxy is reached, with --name ledger.example.org')
  const reached = !isLoopback(host) || asked.name.length > 0
  const needed = reached || asked.shared || asked['sign-in']
  const everyoneReads = asked['public-reading'] && asked['read-only']
  if (needed && asked['read-only'] && !everyoneReads)
    throw new CliError(
      'serve: --read-only: people sign in here, which is kept in the ledger; let everybody read with --public-reading, or leave it away and make users with --role reader',
    )
  if (needed && asked.by !== undefined)
    throw new CliError('serve: --by: people sign in here and judge under their own names; leave it away')
  const own = isEverywhere(host) || isLoopback(host) ? [] : [host.includes(':') ? `[${host}]` : host]
  const plain = !isLoopback(host) && !asked['behind-proxy']
  return {
    hostname: host,
    hosts: [...new Set([...LOOPBACK, ...own, ...asked.name.map((name) => name.toLowerCase())])],
    people: everyoneReads && needed ? 'closed' : needed ? 'sign in' : 'one',
    ...(plain && {
      warning:
        'What is sent, passwords too, is not encrypted: put a proxy with HTTPS before this server (--behind-proxy), or trust the network.',
    }),
  }
}
