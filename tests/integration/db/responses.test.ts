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

const count = async ({ run }: Seeded) => run(async (client) => client.response.count())
const withdrawnCount = async ({ run }: Seeded) =>
  (await run(async (client) => client.participation.findUniqueOrThrow({ where: { waveId: '2025-12' } })))
    .withdrawnCount
const now = new Date('2026-11-26T09:00:00Z')

describe('a response', () => {
  it('is stored as it was given, under a random id', async () => {
    const database = await seededDatabase()
    await expect(storeResponse(database, contribution)).resolves.toBe(true)
    const rows = await database.run(async (client) => client.response.findMany())
    const { answers, ...rest } = contribution
    expect(rows).toEqual([
      {
        ...rest,
        answers: JSON.stringify(answers),
        hasEntered: false,
        id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      },
    ])
    expect(await count(database)).toBe(1)
  })

  it('is stored once for each receipt, whatever comes with it', async () => {
    const database = await seededDatabase()
    await storeResponse(database, contribution)
    await expect(storeResponse(database, { ...contribution, answers: {} })).resolves.toBe(false)
    await expect(storeResponse(database, other)).resolves.toBe(true)
    expect(await count(database)).toBe(2)
    await expect(findStoredAnswers(database, contribution.receiptHash)).resolves.toBe(
      JSON.stringify(contribution.answers),
    )
  })

  it('is stored once by 50 that ask at the same time', async () => {
    const database = await seededDatabase()
    const stored = await Promise.all(
      Array.from({ length: 50 }, async () => storeResponse(database, contribution)),
    )
    expect(stored.filter(Boolean)).toHaveLength(1)
    expect(await count(database)).toBe(1)
  })

  it('is one of many that come at the same time', async () => {
    const database = await seededDatabase()
    const hashes = Array.from({ length: 50 }, (_, index) => String(index).padStart(64, '0'))
    await Promise.all(
      hashes.map(async (receiptHash) => storeResponse(database, { ...contribution, receiptHash })),
    )
    expect(await count(database)).toBe(50)
  })
})

describe('a receipt', () => {
  it('withdraws its response and no other, once', async () => {
    const database = await seededDatabase()
    await storeResponse(database, contribution)
    await storeResponse(database, other)
    await expect(withdrawResponse(database, contribution.receiptHash, now)).resolves.toBe(true)
    await expect(withdrawResponse(database, contribution.receiptHash, now)).resolves.toBe(false)
    await expect(withdrawResponse(database, 'c'.repeat(64), now)).resolves.toBe(false)
    await expect(findStoredAnswers(database, contribution.receiptHash)).resolves.toBeNull()
    expect(await count(database)).toBe(1)
  })

  it('withdraws once, and is counted once as withdrawn, when it is used at the same time', async () => {
    const database = await seededDatabase()
    await storeResponse(database, contribution)
    await storeResponse(database, other)
    const withdrawn = await Promise.all(
      Array.from({ length: 10 }, async () => withdrawResponse(database, contribution.receiptHash, now)),
    )
    expect(withdrawn.filter(Boolean)).toHaveLength(1)
    expect(await count(database)).toBe(1)
    expect(await withdrawnCount(database)).toBe(1)
  })
})
