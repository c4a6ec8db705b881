import { describe, expect, it } from 'vitest'
import { findStoredAnswers, storeResponse, withdrawResponse, type Contribution } from '@/lib/db/responses'
import { seedFigures } from '@/lib/db/waves/seed'
import { freshDatabase } from './databases'

const contribution: Contribution = {
  waveId: '2025-12',
  instrumentVersion: '2025-12',
  consentVersion: '2026-11',
  answers: { ageBand: 'under35', topicsUsed: ['stress', 'anxiety'] },
  week: '2026-W48',
  receiptHash: 'a'.repeat(64),
}
const other = { ...contribution, receiptHash: 'b'.repeat(64) }

async function seededDatabase() {
  const database = await freshDatabase()
  await seedFigures(database)
  return database
}
type Seeded = Awaited<ReturnType<typeof seededDatabase>>

const counts = async ({ run }: Seeded) =>
  run(async (client) => ({
    responses: await client.response.count(),
    contributed: (await client.participation.findUniqueOrThrow({ where: { waveId: '2025-12' } }))
      .contributedCount,
  }))

describe('a response', () => {
  it('is kept as it was given, under a random id', async () => {
    const database = await seededDatabase()
    await expect(storeResponse(database, contribution)).resolves.toBe(true)
    const rows = await database.run(async (client) => client.response.findMany())
    const { answers, ...rest } = contribution
    expect(rows).toEqual([
      {
        ...rest,
        answers: JSON.stringify(answers),
        id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      },
    ])
    expect(await counts(database)).toEqual({ responses: 1, contributed: 1 })
  })

  it('is kept once for each receipt, whatever comes with it, and counted once', async () => {
    const database = await seededDatabase()
    await storeResponse(database, contribution)
    await expect(storeResponse(database, { ...contribution, answers: {} })).resolves.toBe(false)
    await expect(storeResponse(database, other)).resolves.toBe(true)
    expect(await counts(database)).toEqual({ responses: 2, contributed: 2 })
    await expect(findStoredAnswers(database, contribution.receiptHash)).resolves.toBe(
      JSON.stringify(contribution.answers),
    )
  })

  it('is kept once by 50 that ask at the same time', async () => {
    const database = await seededDatabase()
    const kept = await Promise.all(
      Array.from({ length: 50 }, async () => storeResponse(database, contribution)),
    )
    expect(kept.filter(Boolean)).toHaveLength(1)
    expect(await counts(database)).toEqual({ responses: 1, contributed: 1 })
  })

  it('is one of many that come at the same time, and each is counted', async () => {
    const database = await seededDatabase()
    const hashes = Array.from({ length: 50 }, (_, index) => String(index).padStart(64, '0'))
    await Promise.all(
      hashes.map(async (receiptHash) => storeResponse(database, { ...contribution, receiptHash })),
    )
    expect(await counts(database)).toEqual({ responses: 50, contributed: 50 })
  })

  it('is not kept at all where it cannot be counted', async () => {
    const database = await seededDatabase()
    await database.run(async (client) => client.participation.deleteMany())
    await expect(storeResponse(database, contribution)).rejects.toMatchObject({ code: 'P2025' })
    await expect(findStoredAnswers(database, contribution.receiptHash)).resolves.toBeNull()
  })
})

describe('a receipt', () => {
  it('withdraws its response and no other, once', async () => {
    const database = await seededDatabase()
    await storeResponse(database, contribution)
    await storeResponse(database, other)
    await expect(withdrawResponse(database, contribution.receiptHash)).resolves.toBe(true)
    await expect(withdrawResponse(database, contribution.receiptHash)).resolves.toBe(false)
    await expect(withdrawResponse(database, 'c'.repeat(64))).resolves.toBe(false)
    await expect(findStoredAnswers(database, contribution.receiptHash)).resolves.toBeNull()
    expect(await counts(database)).toEqual({ responses: 1, contributed: 1 })
  })

  it('withdraws once, and is taken off the count once, when it is used twice at the same time', async () => {
    const database = await seededDatabase()
    await storeResponse(database, contribution)
    await storeResponse(database, other)
    const withdrawn = await Promise.all(
      Array.from({ length: 10 }, async () => withdrawResponse(database, contribution.receiptHash)),
    )
    expect(withdrawn.filter(Boolean)).toHaveLength(1)
    expect(await counts(database)).toEqual({ responses: 1, contributed: 1 })
  })
})
