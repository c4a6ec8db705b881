import { randomUUID } from 'node:crypto'
import { alone, postgresqlAdapter } from '@/lib/db/engine/postgresql-adapter'
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

async function execute(serverUrl: string, sql: string): Promise<void> {
  const connection = await postgresqlAdapter(serverUrl, alone).connect()
  try {
    await connection.executeScript(sql)
  } finally {
    await connection.dispose()
  }
}

/** Makes the database at a URL, with all that is in another one if its URL is given. */
export async function createDatabase(serverUrl: string, url: string, templateUrl?: string): Promise<void> {
  const template = templateUrl === undefined ? 'template0' : nameIn(templateUrl)
  await execute(serverUrl, `CREATE DATABASE ${nameIn(url)} TEMPLATE ${template}`)
}

/** Deletes the database at a URL, whoever uses it. */
export async function dropDatabase(serverUrl: string, url: string): Promise<void> {
  await execute(serverUrl, `DROP DATABASE IF EXISTS ${nameIn(url)} WITH (FORCE)`)
}
