import { existsSync, readFileSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { purge } from '@/lib/db/purge'
import { storeResponse, withdrawResponse } from '@/lib/db/responses'
import { seedFigures } from '@/lib/db/waves/seed'
import { createTestDatabase } from '../../support/test-database'

test('what was withdrawn is not to be found in the files any more after the daily purge', async () => {
  const database = await createTestDatabase()
  onTestFinished(database.remove)
  await seedFigures(database)
  const receiptHash = 'c0ffee'.padEnd(64, '0')
  await storeResponse(database, {
    waveId: '2025-12',
    instrumentVersion: '2025-12',
    consentVersion: '2026-11',
    answers: { ageBand: 'under35' },
    week: '2026-W48',
    receiptHash,
  })
  const onDisk = () =>
    [database.file, `${database.file}-wal`]
      .filter((file) => existsSync(file))
      .some((file) => readFileSync(file).includes(receiptHash))
  expect(onDisk()).toBe(true)
  await withdrawResponse(database, receiptHash)
  await purge(database, new Date(), { receiptDays: 30, responseMonths: 24 })
  expect(onDisk()).toBe(false)
})
