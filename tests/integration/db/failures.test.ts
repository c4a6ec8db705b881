import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { migrate } from '@/lib/db/migration-runner'
import type { TestDatabase } from '@/tests/support/test-database'
import { freshDatabase, missingDatabase, otherProgram } from './databases'

const waves = async (database: TestDatabase) => database.run(async (client) => client.wave.findMany())

function failure(name: string) {
  return { name: 'DatabaseError', failure: name, cause: expect.anything() }
}

it('a file that is not there is missing', async () => {
  const database = await missingDatabase()
  await expect(waves(database)).rejects.toMatchObject({ failure: 'missing', message: /db:migrate/ })
})

it('a file without the tables is outdated', async () => {
  const database = await missingDatabase()
  await writeFile(database.file, '')
  await expect(waves(database)).rejects.toMatchObject(failure('outdated'))
})

it('a table without a column is outdated', async () => {
  const database = await freshDatabase()
  const other = await otherProgram(database.file)
  await other.execute('ALTER TABLE source DROP COLUMN title')
  const sources = database.run(async (client) => client.source.findMany())
  await expect(sources).rejects.toMatchObject(failure('outdated'))
  const raw = database.run(async (client) => client.$queryRaw`SELECT title FROM source`)
  await expect(raw).rejects.toMatchObject(failure('outdated'))
})

it('a file that another program writes to is locked for writing, and free again afterwards', async () => {
  const database = await freshDatabase()
  await database.run(async (client) => client.$queryRaw`PRAGMA busy_timeout = 20`)
  const other = await otherProgram(database.file)
  const remove = async () => database.run(async (client) => client.figure.deleteMany())

  await other.execute('BEGIN IMMEDIATE')
  await expect(remove()).rejects.toMatchObject(failure('locked'))
  await expect(
    database.run(async (client) => client.$transaction([client.figure.deleteMany()])),
  ).rejects.toMatchObject(failure('locked'))
  await expect(waves(database)).resolves.toEqual([])
  await other.execute('COMMIT')
  await expect(remove()).resolves.toEqual({ count: 0 })
})

it('a file that another program keeps to itself is locked after five seconds, and read as soon as it is free', async () => {
  const database = await freshDatabase()
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
  const database = await missingDatabase()
  await prepare(database.file)
  await expect(waves(database)).rejects.toMatchObject(failure('unreadable'))
  await expect(migrate(database.url)).rejects.toMatchObject(failure('unreadable'))
})

it('a mistake in the data is no failure of the database, and does not repeat the data', async () => {
  const database = await freshDatabase()
  const source = {
    waveId: 'none',
    id: 's',
    publisher: 'private',
    title: 't',
    url: 'https://a.fr',
    publishedOn: '2025-12-15',
  }
  const creation = database.run(async (client) => client.source.create({ data: source }))
  const error: unknown = await creation.catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ code: 'P2003' })
  expect(error).not.toMatchObject({ name: 'DatabaseError' })
  expect(String(error)).not.toContain('private')
})
