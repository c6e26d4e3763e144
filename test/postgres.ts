import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** Where tests and measurements may make databases: the address of a server with the right to, for the run of `.ci/run` a throw-away one. */
export const server = process.env['STOCKTAKE_TEST_POSTGRES']

/** What `skip` of a test that needs the server says. */
export const noServer = server ? false : 'STOCKTAKE_TEST_POSTGRES names no PostgreSQL server'

/** A new, empty database on the server, with what takes it away again, whoever is still connected. Rejects where there is no server. */
export async function newDatabase(): Promise<{ readonly address: string; readonly drop: () => Promise<void> }> {
  const name = `test_${randomBytes(8).toString('hex')}`
  const own = new URL(server as string)
  await query(own.href, `create database ${name}`)
  own.pathname = `/${name}`
  return { address: own.href, drop: () => query(server as string, `drop database if exists ${name} with (force)`) }
}

/** Runs a statement on a server. */
export async function query(address: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}
