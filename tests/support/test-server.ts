import { randomUUID } from 'node:crypto'
import { withRawConnection } from '@/lib/db/engine/raw-connection'
import { startPostgresql } from './postgresql-server'

/** A PostgreSQL server that tests make databases on. */
export interface TestServer {
  /** Address of a database on it, from which others can be made. */
  readonly url: string
  readonly stop: () => Promise<void>
}

/** The server that TEST_DATABASE_URL names, else one that is started for this. */
export async function openTestServer(): Promise<TestServer> {
  const url = process.env['TEST_DATABASE_URL']
  return url ? { url, stop: () => Promise.resolve() } : startPostgresql()
}

/** The address of a database on the server that is not there. */
export function newDatabaseUrl(serverUrl: string): string {
  return Object.assign(new URL(serverUrl), { pathname: `/miroir_test_${randomUUID().replaceAll('-', '')}` })
    .href
}

const nameIn = (url: string) => `"${new URL(url).pathname.slice(1)}"`

const execute = async (serverUrl: string, sql: string) =>
  withRawConnection(serverUrl, async (connection) => connection.execute(sql))

/** Makes the database at a URL, with all that is in another one if its URL is given. */
export async function createDatabase(serverUrl: string, url: string, templateUrl?: string): Promise<void> {
  const template = templateUrl === undefined ? 'template0' : nameIn(templateUrl)
  await execute(serverUrl, `CREATE DATABASE ${nameIn(url)} TEMPLATE ${template}`)
}

/** Deletes the database at a URL, also where it is in use. */
export async function dropDatabase(serverUrl: string, url: string): Promise<void> {
  await execute(serverUrl, `DROP DATABASE IF EXISTS ${nameIn(url)} WITH (FORCE)`)
}

/** Deletes the database at a URL, and those whose names begin with its name. */
export async function dropDatabasesLike(serverUrl: string, url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1)
  const found = await withRawConnection(serverUrl, async ({ query }) =>
    query('SELECT datname::text FROM pg_database WHERE starts_with(datname, $1)', [name]),
  )
  for (const [each] of found) {
    await dropDatabase(serverUrl, Object.assign(new URL(serverUrl), { pathname: `/${String(each)}` }).href)
  }
}
