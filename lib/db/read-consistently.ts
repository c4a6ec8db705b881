import type { Database } from './client'
import type { Prisma } from './generated/client'

export async function readConsistently<Result>(
  database: Database,
  read: (transaction: Prisma.TransactionClient) => Promise<Result>,
  timeoutMs = 600_000,
): Promise<Result> {
  return database.run(async (client) => client.$transaction(read, { timeout: timeoutMs, maxWait: 5000 }))
}
