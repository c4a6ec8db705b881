import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it, vi } from 'vitest'
import { addDays, isoWeekOf } from '@/lib/counts/iso-week'
import { withdrawResponse } from '@/lib/db/responses'
import { eraseOldWithdrawals, findWithdrawn, isListEmpty } from '@/lib/db/withdrawal-list'
import { log } from '@/lib/log'
import { seedFigures } from '@/lib/db/waves/seed'
import { madeUpAnswers, storePeople } from '@/tests/support/edition-site'
import { freshDatabase, kind, otherProgram } from './databases'

const now = new Date()
const receiptHash = (person: number) => String(person).padStart(64, 'c')

async function siteWith(count: number) {
  const database = await freshDatabase()
  await seedFigures(database)
  const week = isoWeekOf(addDays(now, -7))
  const people = await storePeople(database, madeUpAnswers(count), { week, receiptHash })
  const list = { dataDir: database.folder, key: 'a key of the list of withdrawals' }
  const rows = await database.run(async (client) => client.response.findMany())
  return {
    database,
    ids: people.map(({ id }) => id),
    list,
    /** Puts the responses back that are gone, as a backup does. */
    restore: async () => {
      const left = await database.run(async (client) => client.response.findMany({ select: { id: true } }))
      const data = rows.filter(({ id }) => left.every((each) => each.id !== id))
      await database.run(async (client) => client.response.createMany({ data }))
    },
  }
}

it('finds those that were withdrawn among what a backup brings back, and no others', async () => {
  const { database, ids, list, restore } = await siteWith(40)
  await expect(isListEmpty(database, list)).resolves.toBe(true)
  for (const person of [4, 21]) await withdrawResponse(database, receiptHash(person), now, list)
  await expect(findWithdrawn(database, list)).resolves.toEqual([])
  await restore()
  const expected = [4, 21].map((person) => ({ id: ids[person], waveId: '2025-12' }))
  const found = await findWithdrawn(database, list)
  expect(found).toHaveLength(2)
  expect(found).toEqual(expect.arrayContaining(expected))
  // With another key it knows nobody.
  await expect(findWithdrawn(database, { ...list, key: 'another key' })).resolves.toEqual([])
})

it('holds no id, no receipt and no moment, and is apart from what a backup holds', async () => {
  const { database, ids, list } = await siteWith(3)
  await withdrawResponse(database, receiptHash(1), now, list)
  const today = now.toISOString().slice(0, 10)
  const other = await otherProgram(database)
  const rows = await other.query('SELECT hash, day FROM withdrawal')
  if (kind === 'postgresql') {
    expect(rows).toEqual([[expect.stringMatching(/^[0-9a-f]{64}$/), today]])
    expect(readdirSync(database.folder)).toEqual([])
    expect(rows.flat()).not.toContain(receiptHash(1))
    return
  }
  expect(rows).toEqual([])
  const folder = path.join(database.folder, 'withdrawals')
  expect(readdirSync(folder)).toEqual([today])
  const file = path.join(folder, today)
  const text = readFileSync(file, 'utf8')
  expect(text).toMatch(/^[0-9a-f]{64}\n$/)
  expect(text).not.toContain(receiptHash(1))
  expect(text).not.toContain(ids[1]?.replaceAll('-', ''))
  expect(statSync(file).mtime.toISOString()).toBe(`${today}T00:00:00.000Z`)
  expect([statSync(folder).mode & 0o777, statSync(file).mode & 0o777]).toEqual([0o700, 0o600])
})

it('forgets a withdrawal once no backup may hold its response any more', async () => {
  const { database, ids, list, restore } = await siteWith(3)
  await withdrawResponse(database, receiptHash(0), addDays(now, -31), list)
  await withdrawResponse(database, receiptHash(1), addDays(now, -30), list)
  await eraseOldWithdrawals(database, list, now)
  await restore()
  await expect(findWithdrawn(database, list)).resolves.toEqual([{ id: ids[1], waveId: '2025-12' }])
})

it('is noted once where a code is used at the same time, and not for a code that is unknown', async () => {
  const { database, list, ids, restore } = await siteWith(3)
  await Promise.all(
    Array.from({ length: 8 }, async () => withdrawResponse(database, receiptHash(2), now, list)),
  )
  await withdrawResponse(database, receiptHash(99), now, list)
  await restore()
  await expect(findWithdrawn(database, list)).resolves.toEqual([{ id: ids[2], waveId: '2025-12' }])
})

it.runIf(kind === 'sqlite')('that cannot be written keeps nobody from withdrawing', async () => {
  const { database, list } = await siteWith(1)
  writeFileSync(path.join(list.dataDir, 'withdrawals'), 'a file where the folder should be')
  const logged = vi.spyOn(log, 'error').mockReturnValue()
  await expect(withdrawResponse(database, receiptHash(0), now, list)).resolves.toBe(true)
  expect(logged).toHaveBeenCalledExactlyOnceWith(
    { error: 'Error', code: 'EEXIST' },
    'a withdrawal could not be noted: a restored backup would bring the response back',
  )
  logged.mockRestore()
  rmSync(path.join(list.dataDir, 'withdrawals'))
  await expect(database.run(async (client) => client.response.count())).resolves.toBe(0)
})

it.runIf(kind === 'sqlite')(
  'with half a line at its end, after a crash, is read but for that line',
  async () => {
    const { database, list } = await siteWith(1)
    mkdirSync(path.join(list.dataDir, 'withdrawals'))
    writeFileSync(
      path.join(list.dataDir, 'withdrawals', '2026-11-26'),
      `${'a'.repeat(64)}\n${'b'.repeat(20)}`,
    )
    await expect(isListEmpty(database, list)).resolves.toBe(false)
    await expect(findWithdrawn(database, list)).resolves.toEqual([])
  },
)
