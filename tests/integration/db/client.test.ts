import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { openDatabase } from '@/lib/db/engine/client'
import { migrate } from '@/lib/db/migrations/runner'
import { readConsistently } from '@/lib/db/engine/read-consistently'
import { freshDatabase, kind, missingDatabase, otherProgram } from './databases'

const wave = (id: string) => ({ id, commissionedBy: 'a', conductedBy: 'b', publishedOn: '2025-12-11' })

describe('a database', () => {
  it('is not made when it is missing, and is found when it appears', async () => {
    const database = await missingDatabase()
    const count = async () => database.run(async (client) => client.wave.count())
    await expect(count()).rejects.toMatchObject({ name: 'DatabaseError', failure: 'missing' })

    await database.makeRoom()
    await migrate(database.url)
    await expect(count()).resolves.toBe(0)
  })

  it('has one client for all copies of the module', async () => {
    const database = await freshDatabase()
    const first = await database.run(async (client) => client)
    const copy = await vi.importActual<{ readonly openDatabase: typeof openDatabase }>(
      '@/lib/db/engine/client?copy',
    )
    expect(copy.openDatabase).not.toBe(openDatabase)
    expect(await copy.openDatabase(database.url).run(async (client) => client)).toBe(first)
  })

  it('says of which kind it is', async () => {
    const database = await freshDatabase()
    await expect(database.run(async (_, found) => Promise.resolve(found))).resolves.toBe(kind)
  })

  it('is opened again after it was closed', async () => {
    const database = await freshDatabase()
    await database.run(async (client) => client.wave.create({ data: wave('kept') }))
    await database.close()
    await expect(database.run(async (client) => client.wave.count())).resolves.toBe(1)
  })

  it('sorts texts by their bytes', async () => {
    const { run } = await freshDatabase()
    const ids = ['a', 'B', 'é', 'Z', '_', 'b.c', 'b-c', 'bC']
    await run(async (client) => client.wave.createMany({ data: ids.map(wave) }))
    const sorted = await run(async (client) => client.wave.findMany({ orderBy: { id: 'asc' } }))
    expect(sorted.map(({ id }) => id)).toEqual(ids.toSorted())
    const after = await run(async (client) => client.wave.findMany({ where: { id: { gt: 'Z' } } }))
    expect(after.map(({ id }) => id).toSorted()).toEqual(['_', 'a', 'b-c', 'b.c', 'bC', 'é'])
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
          client.wave.count({ where: { id: 'mine' } }).then((count) => (seenByOther = count)),
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
    const stored = await (await otherProgram(database)).query('SELECT id FROM wave ORDER BY id')
    expect(stored).toEqual([['of another request'], ['of another transaction']])
  })

  it('takes several queries at once', async () => {
    const { run } = await freshDatabase()
    const ids = ['a', 'b', 'c', 'd', 'e']
    const made = run(async (client) =>
      client.$transaction(async (mine) => Promise.all(ids.map((id) => mine.wave.create({ data: wave(id) })))),
    )
    await expect(made).resolves.toHaveLength(5)
  })
})

describe('a consistent reading', () => {
  it('sees nothing of what is written meanwhile', async () => {
    const database = await freshDatabase()
    const other = await otherProgram(database)
    const counts = await readConsistently(database, async (transaction) => {
      const before = await transaction.wave.count()
      await other.execute(
        `INSERT INTO wave ("id", "commissionedBy", "conductedBy", "publishedOn") VALUES ('w', 'a', 'b', '2025-12-11')`,
      )
      return [before, await transaction.wave.count(), await transaction.source.count()]
    })
    expect(counts).toEqual([0, 0, 0])
    await expect(database.run(async (client) => client.wave.count())).resolves.toBe(1)
  })

  it('of a dedicated database keeps nobody waiting', async () => {
    const database = await freshDatabase()
    const own = openDatabase(database.url, { dedicated: true })
    onTestFinished(own.close)
    const counts = await readConsistently(own, async (transaction) => {
      const before = await transaction.wave.count()
      await database.run(async (client) => client.wave.create({ data: wave('meanwhile') }))
      return [before, await transaction.wave.count()]
    })
    expect(counts).toEqual([0, 0])
  })

  it('that takes longer than it may fails', async () => {
    const database = await freshDatabase()
    const slow = readConsistently(
      database,
      async (transaction) => {
        await wait(200)
        return transaction.wave.count()
      },
      50,
    )
    await expect(slow).rejects.toMatchObject({ name: 'DatabaseError', failure: 'locked' })
    await expect(database.run(async (client) => client.wave.count())).resolves.toBe(0)
  })
})

describe('a dedicated database', () => {
  it('has a client of its own, which ends with it', async () => {
    const database = await freshDatabase()
    const own = openDatabase(database.url, { dedicated: true })
    const first = await own.run(async (client) => client)
    expect(await database.run(async (client) => client)).not.toBe(first)
    expect(await own.run(async (client) => client)).toBe(first)
    await own.close()
    expect(await own.run(async (client) => client)).not.toBe(first)
    await own.close()
  })
})
