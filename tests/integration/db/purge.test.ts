import { describe, expect, it } from 'vitest'
import { purge, purgeSentence } from '@/lib/db/purge'
import { storeResponse, withdrawResponse } from '@/lib/db/responses'
import { seedFigures } from '@/lib/db/waves/seed'
import { freshDatabase } from './databases'

const periods = { receiptDays: 30, responseMonths: 24 }
/** A Monday: the first moment of week 2026-W48. */
const now = new Date('2026-11-23T00:00:00Z')

/** A response of each of some weeks; its receipt's hash is the week's name. */
async function withResponsesOf(...weeks: readonly string[]) {
  const database = await freshDatabase()
  await seedFigures(database)
  for (const week of weeks) {
    await storeResponse(database, {
      waveId: '2025-12',
      instrumentVersion: '2025-12',
      consentVersion: '2026-11',
      answers: { ageBand: 'from35' },
      week,
      receiptHash: week.padEnd(64, '0'),
    })
  }
  const stored = async () =>
    database.run(async (client) => {
      const rows = await client.response.findMany({ orderBy: { week: 'asc' } })
      return rows.map(({ week, receiptHash }) => (receiptHash === null ? week : `${week} with receipt`))
    })
  return { database, stored }
}

describe('a purge', () => {
  it('erases receipts after 30 days and responses after 24 months, counted from the end of their week', async () => {
    const { database, stored } = await withResponsesOf(
      '2024-W46',
      '2024-W47',
      '2026-W42',
      '2026-W43',
      '2026-W48',
    )
    await expect(purge(database, now, periods)).resolves.toEqual({ receiptsErased: 2, responsesDeleted: 1 })
    expect(await stored()).toEqual(['2024-W47', '2026-W42', '2026-W43 with receipt', '2026-W48 with receipt'])
  })

  it('finds nothing more the second time', async () => {
    const { database, stored } = await withResponsesOf('2024-W40', '2025-W40', '2026-W48')
    await purge(database, now, periods)
    const before = await stored()
    await expect(purge(database, now, periods)).resolves.toEqual({ receiptsErased: 0, responsesDeleted: 0 })
    expect(await stored()).toEqual(before)
  })

  it('makes receipts unknown', async () => {
    const { database } = await withResponsesOf('2026-W01')
    await purge(database, now, periods)
    await expect(withdrawResponse(database, '2026-W01'.padEnd(64, '0'), now)).resolves.toBe(false)
  })

  it('says how many of each', () => {
    expect(purgeSentence({ receiptsErased: 2, responsesDeleted: 1 })).toBe(
      'Erased 2 receipts and deleted 1 responses.',
    )
  })
})
