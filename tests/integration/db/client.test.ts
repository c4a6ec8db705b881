import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { migrate } from '@/lib/db/migration-runner'
import { freshDatabase, missingDatabase, otherProgram } from './databases'

const wave = (id: string) => ({ id, commissionedBy: 'a', conductedBy: 'b', publishedOn: '2025-12-11' })

describe('a connection', () => {
  it.each([
    ['journal_mode', 'wal'],
    // 2 is FULL: what was acknowledged survives a power cut.
    ['synchronous', 2n],
    ['foreign_keys', 1n],
    ['busy_timeout', 5000n],
  ])('has %s = %s', async (pragma, expected) => {
    const database = await freshDatabase()
    const rows = await database.run(async (client) =>
      client.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${pragma}`),
    )
    expect(Object.values(rows[0] ?? {})).toEqual([expected])
  })
})

describe('the file', () => {
  it('is not made when it is missing, and is found when it appears', async () => {
    const database = await missingDatabase()
    const count = async () => database.run(async (client) => client.wave.count())
    await expect(count()).rejects.toMatchObject({ name: 'DatabaseError', failure: 'missing' })
    expect(existsSync(database.file)).toBe(false)

    await migrate(database.url)
    await expect(count()).resolves.toBe(0)
  })

  it('is missing once it was deleted, and read anew once it was replaced', async () => {
    const database = await freshDatabase()
    const restored = await freshDatabase()
    const ids = async () => database.run(async (client) => client.wave.findMany({ select: { id: true } }))
    await database.run(async (client) => client.wave.create({ data: wave('old') }))
    await restored.run(async (client) => client.wave.create({ data: wave('restored') }))
    await restored.close()

    await Promise.all(['', '-wal', '-shm'].map(async (suffix) => rm(database.file + suffix, { force: true })))
    await expect(ids()).rejects.toMatchObject({ failure: 'missing' })

    await rename(restored.file, database.file)
    await expect(ids()).resolves.toEqual([{ id: 'restored' }])
  })

  it('has one client for all copies of the module', async () => {
    const database = await freshDatabase()
    const first = await database.run(async (client) => client)
    vi.resetModules()
    const copy = await import('@/lib/db/client')
    expect(await copy.openDatabase(database.url).run(async (client) => client)).toBe(first)
  })
})

describe('a transaction', () => {
  it('does not take the queries of others with it when it is rolled back', async () => {
    const database = await freshDatabase()
    let seenByOther: number | undefined
    const other: Promise<unknown>[] = []
    const transaction = database.run(async (client) =>
      client.$transaction(async (mine) => {
        await mine.wave.create({ data: wave('mine') })
        other.push(
          client.wave.count().then((count) => (seenByOther = count)),
          client.wave.create({ data: wave('of another request') }).then(() => undefined),
          client.$transaction([client.wave.create({ data: wave('of another transaction') })]),
        )
        await wait(50)
        throw new Error('changed my mind')
      }),
    )
    await expect(transaction).rejects.toThrow('changed my mind')
    await Promise.all(other)

    expect(seenByOther).toBe(0)
    const stored = await (await otherProgram(database.file)).query('SELECT id FROM wave ORDER BY id')
    expect(stored).toEqual([['of another request'], ['of another transaction']])
  })

  it('leaves the connection usable when its COMMIT fails', async () => {
    const database = await freshDatabase()
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
})
