import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { freshFile, missingFile, otherProgram } from './files'

const wave = (id: string) => ({ id, commissionedBy: 'a', conductedBy: 'b', publishedOn: '2025-12-11' })

describe('a connection', () => {
  it.each([
    ['journal_mode', 'wal'],
    // 2 is FULL: what was acknowledged survives a power cut.
    ['synchronous', 2n],
    ['foreign_keys', 1n],
    ['page_size', 8192n],
    ['busy_timeout', 5000n],
  ])('has %s = %s', async (pragma, expected) => {
    const database = await freshFile()
    const rows = await database.run(async (client) =>
      client.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${pragma}`),
    )
    expect(Object.values(rows[0] ?? {})).toEqual([expected])
  })
})

describe('the file', () => {
  it('is not made when it is missing', async () => {
    const database = await missingFile()
    const count = database.run(async (client) => client.wave.count())
    await expect(count).rejects.toMatchObject({ name: 'DatabaseError', failure: 'missing' })
    expect(existsSync(database.file)).toBe(false)
  })

  it('is missing once it was deleted, and read anew once it was replaced', async () => {
    const database = await freshFile()
    const restored = await freshFile()
    const ids = async () => database.run(async (client) => client.wave.findMany({ select: { id: true } }))
    await database.run(async (client) => client.wave.create({ data: wave('old') }))
    await restored.run(async (client) => client.wave.create({ data: wave('restored') }))
    await restored.close()

    await Promise.all(['', '-wal', '-shm'].map(async (suffix) => rm(database.file + suffix, { force: true })))
    await expect(ids()).rejects.toMatchObject({ failure: 'missing' })

    await rename(restored.file, database.file)
    await expect(ids()).resolves.toEqual([{ id: 'restored' }])
  })
})

it('a transaction leaves the connection usable when its COMMIT fails', async () => {
  const database = await freshFile()
  const failing = database.run(async (client) =>
    client.$transaction(async (mine) => {
      await mine.$executeRawUnsafe('PRAGMA defer_foreign_keys = ON')
      await mine.wave.create({ data: wave('w') })
      await mine.$executeRawUnsafe(
        `INSERT INTO source VALUES ('nowhere', 's', 'p', 't', 'https://a.fr', '2025-12-15')`,
      )
    }),
  )
  await expect(failing).rejects.toThrow(/constraint/i)

  await database.run(async (client) => client.wave.create({ data: wave('after') }))
  const stored = await (await otherProgram(database.file)).query('SELECT id FROM wave')
  expect(stored).toEqual([['after']])
})
