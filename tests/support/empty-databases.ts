import type { DatabaseKind } from '@/lib/db/engine/address'
import { createDatabase, dropDatabase, newDatabaseUrl, openTestServer } from './test-server'

/** Calls `work` with the URL of an empty database of each kind, which go afterwards. */
export async function withEmptyDatabases(
  work: (urls: Readonly<Record<DatabaseKind, string>>) => Promise<void>,
): Promise<void> {
  const server = await openTestServer()
  try {
    const postgresql = newDatabaseUrl(server.url)
    await createDatabase(server.url, postgresql)
    try {
      await work({ sqlite: 'file::memory:', postgresql })
    } finally {
      await dropDatabase(server.url, postgresql)
    }
  } finally {
    await server.stop()
  }
}
