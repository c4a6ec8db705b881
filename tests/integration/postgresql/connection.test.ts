import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '@/lib/db/engine/client'
import { migrate } from '@/lib/db/migrations/runner'
import { createDatabaseName } from '@/tests/support/test-database'
import { startPostgresql, type PostgresqlServer } from '@/tests/support/postgresql-server'
import { freshDatabase, otherProgram } from '../db/databases'

const wave = (id: string) => ({ id, commissionedBy: 'a', conductedBy: 'b', publishedOn: '2025-12-11' })

describe('a connection', () => {
  it.each([
    ['statement_timeout', '15s'],
    ['lock_timeout', '5s'],
    ['search_path', 'public'],
    ['application_name', 'miroir'],
  ])('has %s = %s', async (setting, expected) => {
    const { run } = await freshDatabase()
    const rows = await run(async (client) => client.$queryRawUnsafe<unknown[]>(`SHOW ${setting}`))
    expect(rows).toEqual([{ [setting]: expected }])
  })

  it('is one of ten at most', async () => {
    const { run } = await freshDatabase()
    const counted = await run(async (client) =>
      Promise.all(
        Array.from(
          { length: 40 },
          async () => client.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`,
        ),
      ),
    )
    expect(new Set(counted.flat().map(({ pid }) => pid)).size).toBeLessThanOrEqual(10)
  })

  it('of a dedicated database is the only one, and may take ten minutes', async () => {
    const { url } = await freshDatabase()
    const own = openDatabase(url, { dedicated: true })
    const rows = await own.run(
      async (client) =>
        client.$queryRaw`SELECT current_setting('statement_timeout') AS time, count(*)::int AS connections
        FROM pg_stat_activity WHERE datname = current_database()`,
    )
    await own.close()
    expect(rows).toEqual([{ time: '10min', connections: 1 }])
  })

  it('that the server ends is replaced', async () => {
    const database = await freshDatabase()
    const count = async () => database.run(async (client) => client.wave.count())
    await expect(count()).resolves.toBe(0)
    const other = await otherProgram(database)
    await other.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    )
    await expect.poll(count).toBe(0)
  })
})

describe('a transaction', () => {
  it('does not pretend to be stored after one of its queries failed', async () => {
    const database = await freshDatabase()
    const attempt = database.run(async (client) =>
      client.$transaction(async (mine) => {
        await mine.wave.create({ data: wave('acknowledged') })
        await mine.wave.create({ data: wave('acknowledged') }).catch(() => undefined)
      }),
    )
    await expect(attempt).rejects.toThrow(/nothing of it was stored/)
    // The connection that it had is not left in it.
    const counts = Array.from({ length: 12 }, async () => database.run(async (client) => client.wave.count()))
    expect(new Set(await Promise.all(counts))).toEqual(new Set([0]))
  })

  it('leaves the connection usable when its COMMIT fails', async () => {
    const database = await freshDatabase()
    await (
      await otherProgram(database)
    ).execute('ALTER TABLE source ALTER CONSTRAINT "source_waveId_fkey" DEFERRABLE INITIALLY DEFERRED')
    const source = { id: 's', publisher: 'p', title: 't', url: 'https://a.fr', publishedOn: '2025-12-15' }
    const failing = Array.from({ length: 12 }, async () =>
      database.run(async (client) =>
        client.$transaction(async (mine) => mine.source.create({ data: { ...source, waveId: 'nowhere' } })),
      ),
    )
    const results = await Promise.allSettled(failing)
    expect(new Set(results.map(({ status }) => status))).toEqual(new Set(['rejected']))
    await database.run(async (client) => client.wave.create({ data: wave('after') }))
    await expect(database.run(async (client) => client.source.count())).resolves.toBe(0)
  })
})

describe('a server', () => {
  let server: PostgresqlServer

  beforeAll(async () => {
    server = await startPostgresql()
  })
  afterAll(async () => server.stop())

  it('that goes away is missing, and found again when it is back', async () => {
    const database = await createDatabaseName(server.url)
    await database.makeRoom()
    await migrate(database.url)
    const count = async () => database.run(async (client) => client.wave.count())
    await Promise.all([count(), count(), count()])

    await server.restart(async () => {
      await expect(count()).rejects.toMatchObject({ name: 'DatabaseError', failure: 'missing' })
      await expect(migrate(database.url)).rejects.toMatchObject({ failure: 'missing' })
    })
    await expect(count()).resolves.toBe(0)
    await database.remove()
  })

  it('that hangs within a transaction keeps nobody waiting, and nothing of it is stored by the next one', async () => {
    const empty = await createDatabaseName(server.url)
    await empty.makeRoom()
    await migrate(empty.url)
    // The only connection that there is, from its first query on.
    const database = openDatabase(`${empty.url}?query_timeout=500`, { dedicated: true })
    let thaw = () => undefined as void
    const hanging = database.run(async (client) =>
      client.$transaction(async (mine) => {
        await mine.wave.create({ data: wave('before') })
        thaw = server.freeze()
        await mine.wave.create({ data: wave('meanwhile') })
      }),
    )
    await expect(hanging).rejects.toMatchObject({ name: 'DatabaseError', failure: 'missing' })
    thaw()
    await expect
      .poll(async () => database.run(async (client) => client.wave.create({ data: wave('after') })), {
        timeout: 10_000,
      })
      .toMatchObject({ id: 'after' })
    expect(await database.run(async (client) => client.wave.findMany({ select: { id: true } }))).toEqual([
      { id: 'after' },
    ])
    await database.close()
    await empty.remove()
  })
})
