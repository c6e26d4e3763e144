import { readFileSync } from 'node:fs'
import pg from 'pg'

/**
 * Tells the milliseconds of the processor that this process, and the server's processes for its database, have used so far: other work of
 * the machine does not count. The server's share is known where it runs on this machine and the system says it (`/proc/PID/schedstat` of
 * Linux), and of connections that are open now.
 */
export async function meterOf(address: string): Promise<() => number> {
  const own = (): number => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  }
  if (!address.startsWith('postgres')) return own
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  const { rows } = await client.query<{ pid: number }>(
    'select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  await client.end()
  return () => own() + rows.reduce((sum, { pid }) => sum + onProcessor(pid), 0)
}

function onProcessor(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
  } catch {
    return 0
  }
}
