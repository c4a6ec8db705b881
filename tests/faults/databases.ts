import { onTestFinished } from 'vitest'
import { openDatabase } from '@/lib/db/engine/client'
import { createContributor, type Contributor } from '../support/contributor'
import { nameOperator } from '../support/named-operator'

/** The settings of a site that people contribute to as fast as programs can. */
export const fastSettings = {
  MIROIR_CONTRIBUTION_MINIMUM_SECONDS: '0',
  MIROIR_CONTRIBUTIONS_PER_HOUR: '1000000',
} as const

/** People who have compared, each with a session of their own. */
export async function contributors(count: number): Promise<readonly Contributor[]> {
  return Promise.all(Array.from({ length: count }, async () => createContributor({ ageBand: 'from35' })))
}

/** The receipts of what a database holds, in order. */
export async function storedReceipts(url: string): Promise<readonly string[]> {
  const database = openDatabase(url)
  const rows = await database.run(async (client) =>
    client.response.findMany({ select: { receiptHash: true } }),
  )
  await database.close()
  return rows.map(({ receiptHash }) => receiptHash ?? '').toSorted()
}

/** Says who operates the site of a database: nobody contributes before. */
export async function openToContributions(url: string): Promise<void> {
  const database = openDatabase(url)
  await nameOperator(database)
  await database.close()
}

/** Does something when the test is over, in reverse order. */
export const atEnd = (work: () => unknown): void => {
  onTestFinished(async () => {
    await work()
  })
}
