import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { storeResponse } from '@/lib/db/responses'
import { kindOfError } from '@/lib/log'
import { migrate } from '@/lib/db/migrations/runner'
import { seedFigures } from '@/lib/db/waves/seed'
import type { TestDatabase } from '@/tests/support/test-database'
import { freshFile, missingFile, otherProgram } from './files'

const waves = async (database: TestDatabase) => database.run(async (client) => client.wave.findMany())

function failure(name: string) {
  return { name: 'DatabaseError', failure: name, cause: expect.anything() }
}

it('a file without the tables is outdated', async () => {
  const database = await missingFile()
  await writeFile(database.file, '')
  await expect(waves(database)).rejects.toMatchObject(failure('outdated'))
})

it('a file that another program writes to is locked for writing, and free again afterwards', async () => {
  const database = await freshFile()
  await database.run(async (client) => client.$queryRaw`PRAGMA busy_timeout = 20`)
  const other = await otherProgram(database.file)
  const remove = async () => database.run(async (client) => client.figure.deleteMany())

  await other.execute('BEGIN IMMEDIATE')
  await expect(remove()).rejects.toMatchObject(failure('locked'))
  await expect(
    database.run(async (client) => client.$transaction([client.figure.deleteMany()])),
  ).rejects.toMatchObject(failure('locked'))
  await expect(seedFigures(database)).rejects.toMatchObject(failure('locked'))
  await expect(waves(database)).resolves.toEqual([])
  await other.execute('COMMIT')
  await expect(remove()).resolves.toEqual({ count: 0 })
  await expect(seedFigures(database)).resolves.toMatchObject([{ changed: true }])
})

it('a file that another program keeps to itself is locked after five seconds, and read as soon as it is free', async () => {
  const database = await freshFile()
  const other = await otherProgram(database.file)
  await other.execute('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  const start = performance.now()
  await expect(waves(database)).rejects.toMatchObject(failure('locked'))
  expect(performance.now() - start).toBeGreaterThan(4900)

  await other.execute('COMMIT; PRAGMA locking_mode = NORMAL; SELECT 1 FROM wave')
  await expect(waves(database)).resolves.toEqual([])
})

it.each([
  ['text', async (file: string) => writeFile(file, 'not a database '.repeat(1000))],
  ['a folder', async (file: string) => mkdir(file)],
  [
    'a damaged database',
    async (file: string) => {
      await migrate(`file:${file}`)
      const bytes = await readFile(file)
      await writeFile(file, bytes.fill(0xff, 100))
    },
  ],
])('%s is unreadable, for queries and for migrations', async (_, prepare) => {
  const database = await missingFile()
  await prepare(database.file)
  await expect(waves(database)).rejects.toMatchObject(failure('unreadable'))
  await expect(migrate(database.url)).rejects.toMatchObject(failure('unreadable'))
})

it('a full disk is named, inside a transaction and outside, and everything read goes on', async () => {
  const database = await freshFile()
  await seedFigures(database)
  // SQLite says of a file that may not grow what it says of a disk that is full.
  await database.run(async (client) => client.$queryRaw`PRAGMA max_page_count = 1`)
  const response = {
    waveId: '2025-12',
    instrumentVersion: '2025-12',
    consentVersion: '2026-11',
    week: '2026-W48',
    answers: {},
  }
  const keepMany = async () => {
    for (let kept = 0; kept < 1000; kept += 1) {
      await storeResponse(database, { ...response, receiptHash: String(kept).padStart(64, '0') })
    }
  }
  const error: unknown = await keepMany().catch((thrown: unknown) => thrown)
  expect(error).toMatchObject(failure('full'))
  expect(kindOfError(error)).toEqual({ error: 'DatabaseError', kind: 'full', code: 'SQLITE_FULL' })
  const outside = database.run(async (client) =>
    client.wave.update({ where: { id: '2025-12' }, data: { commissionedBy: 'x'.repeat(100_000) } }),
  )
  await expect(outside).rejects.toMatchObject(failure('full'))
  await expect(waves(database)).resolves.toHaveLength(1)
})
