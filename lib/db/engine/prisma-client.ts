import type { DatabaseAddress } from './address'
import { PrismaClient } from '@/lib/db/generated/sqlite/client'
import { sqliteAdapter } from './sqlite-adapter'

/** For the requests of one process: none may keep the others waiting for long. */
const shared = { connections: 10, queryMs: 15_000, lockMs: 5000 }

/** For a job that has its connection to itself. */
const dedicated = { connections: 1, queryMs: 600_000, lockMs: 5000 }

/** A client that opens nothing yet. */
export async function createClient(address: DatabaseAddress, isDedicated: boolean): Promise<PrismaClient> {
  // `minimal`: Prisma's other formats repeat the query's arguments, which may be someone's answers.
  const errorFormat = 'minimal'
  if (address.kind === 'sqlite') {
    return new PrismaClient({ adapter: sqliteAdapter(address.file), errorFormat })
  }
  const [postgresql, { postgresqlAdapter }] = await Promise.all([
    import('@/lib/db/generated/postgresql/client'),
    import('./postgresql-adapter'),
  ])
  const adapter = postgresqlAdapter(address.url, isDedicated ? dedicated : shared)
  // Both clients are made from the same models, and PostgreSQL's takes all that SQLite's does: queries are written
  // against the smaller one. Here alone the other is given its type.
  return new postgresql.PrismaClient({ adapter, errorFormat }) as unknown as PrismaClient
}
