import { statSync } from 'node:fs'
import { expect, it } from 'vitest'
import { storeResponse, withdrawResponse } from '@/lib/db/responses'
import { busyTimeoutMs } from '@/lib/db/engine/sqlite-adapter'
import { isRewriteDue, rewriteDatabase } from '@/lib/db/rewrite'
import { seedFigures } from '@/lib/db/waves/seed'
import { freshFile, otherProgram } from './files'

const receiptHash = 'c0ffee'.padEnd(64, '0')

async function withResponse() {
  const database = await freshFile()
  await seedFigures(database)
  await storeResponse(database, {
    waveId: '2025-12',
    instrumentVersion: '2025-12',
    consentVersion: '2026-11',
    answers: { ageBand: 'under35' },
    week: '2026-W48',
    receiptHash,
  })
  return { ...database, logBytes: () => statSync(`${database.file}-wal`).size }
}

it('the write-ahead log is empty once a response was withdrawn', async () => {
  const database = await withResponse()
  expect(database.logBytes()).toBeGreaterThan(0)
  await expect(withdrawResponse(database, receiptHash, new Date())).resolves.toBe(true)
  expect(database.logBytes()).toBe(0)
})

it('a reader neither delays nor prevents a withdrawal, and the log is emptied by the rewrite after it', async () => {
  const database = await withResponse()
  const reader = await otherProgram(database.file)
  await reader.execute('BEGIN')
  await reader.query('SELECT count(*) FROM response')
  const begun = performance.now()
  await expect(withdrawResponse(database, receiptHash, new Date())).resolves.toBe(true)
  expect(performance.now() - begun).toBeLessThan(busyTimeoutMs)
  expect(database.logBytes()).toBeGreaterThan(0)

  await expect(rewriteDatabase(database.url)).rejects.toMatchObject({
    name: 'DatabaseError',
    failure: 'locked',
  })
  await expect(isRewriteDue(database)).resolves.toBe(true)
  await reader.execute('COMMIT')
  await rewriteDatabase(database.url)
  await expect(isRewriteDue(database)).resolves.toBe(false)
})
