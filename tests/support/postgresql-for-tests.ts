import type { TestProject } from 'vitest/node'
import { migrate } from '@/lib/db/migrations/runner'
import { readTemplate, type Template } from './postgresql-pool'
import { createDatabase, dropDatabasesLike, newDatabaseUrl, openTestServer } from './test-server'

export interface ProvidedPostgresql {
  readonly serverUrl: string
  /** A migrated database without rows but those that the migrations make. */
  readonly template: Template
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Only where tests run on PostgreSQL. */
    postgresql?: ProvidedPostgresql
  }
}

/** Opens one PostgreSQL server for all tests of a project, and closes it at their end. */
export default async function providePostgresql(project: TestProject): Promise<() => Promise<void>> {
  const server = await openTestServer()
  const serverUrl = server.url
  const templateUrl = newDatabaseUrl(serverUrl)
  const tearDown = async () => {
    try {
      await dropDatabasesLike(serverUrl, templateUrl)
    } finally {
      await server.stop()
    }
  }
  try {
    await createDatabase(serverUrl, templateUrl)
    await migrate(templateUrl)
    project.provide('postgresql', { serverUrl, template: await readTemplate(templateUrl) })
  } catch (error) {
    await tearDown()
    throw error
  }
  return tearDown
}
