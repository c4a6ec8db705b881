import { createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { inspect } from 'node:util'
import { expect, inject, it, onTestFinished } from 'vitest'
import { openDatabase, type Database } from '@/lib/db/engine/client'
import { migrate } from '@/lib/db/migrations/runner'
import { seedFigures } from '@/lib/db/waves/seed'
import type { TestDatabase } from '@/tests/support/test-database'
import { freshDatabase, missingDatabase, otherProgram } from '../db/databases'

const waves = async (database: Database) => database.run(async (client) => client.wave.findMany())

const failure = (name: string) => ({ name: 'DatabaseError', failure: name })

/** The address of the tests' server with something changed. */
function changed(
  change: Partial<Record<'username' | 'password' | 'host' | 'pathname' | 'search', string>>,
): string {
  return Object.assign(new URL(inject('postgresql')?.serverUrl ?? ''), change).href
}

/** The same database with its own limits, which an address may set. */
function impatient({ url }: TestDatabase, search: string): Database {
  const database = openDatabase(`${url}?${search}`)
  onTestFinished(async () => database.close())
  return database
}

it.each([
  ['a port where nobody listens', { host: '127.0.0.1:1' }, 'missing'],
  ['a host that is not there', { host: 'no-such-host.invalid' }, 'missing'],
  ['a database that is not there', { pathname: '/no_such_database' }, 'missing'],
  ['a server without TLS where it is asked for', { search: '?sslmode=verify-full' }, 'missing'],
  ['a wrong password', { password: 'hunter2' }, 'unreadable'],
  ['an unknown user', { username: 'mallory' }, 'unreadable'],
])('%s, for queries, transactions and migrations', async (_, change, expected) => {
  const url = changed(change)
  const { host, pathname } = new URL(url)
  const database = openDatabase(url)
  const attempts = [
    async () => waves(database),
    async () => database.run(async (client) => client.$transaction([client.wave.count()])),
    async () => migrate(url),
  ]
  for (const attempt of attempts) {
    const error: unknown = await attempt().catch((thrown: unknown) => thrown)
    expect(error).toMatchObject(failure(expected))
    expect(error).toHaveProperty('message', expect.stringContaining(`The database ${host}${pathname} `))
    expect(error).toHaveProperty('message', expect.not.stringContaining('SQLite'))
    expect(inspect(error, { depth: 20, showHidden: true })).not.toMatch(/hunter2|mallory/)
  }
  await database.close()
})

it('a server that never answers is missing after five seconds', async () => {
  const silent = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void silent.close())
  silent.on('connection', (socket) => onTestFinished(() => void socket.destroy()))
  await once(silent, 'listening')
  const database = openDatabase(changed({ host: `127.0.0.1:${(silent.address() as AddressInfo).port}` }))
  const start = performance.now()
  await expect(waves(database)).rejects.toMatchObject(failure('missing'))
  expect(performance.now() - start).toBeGreaterThan(4900)
  await database.close()
})

it('a database that is not there at first is found as soon as it is', async () => {
  const later = await missingDatabase()
  const database = openDatabase(later.url)
  onTestFinished(async () => database.close())
  await expect(waves(database)).rejects.toMatchObject(failure('missing'))
  await later.makeRoom()
  await migrate(later.url)
  await expect(waves(database)).resolves.toEqual([])
})

it('a table that another program keeps to itself is locked, and free again afterwards', async () => {
  const database = await freshDatabase()
  const hasty = impatient(database, 'lock_timeout=50')
  const other = await otherProgram(database)
  await other.execute('BEGIN; LOCK TABLE wave IN ACCESS EXCLUSIVE MODE')
  await expect(waves(hasty)).rejects.toMatchObject(failure('locked'))
  await expect(hasty.run(async (client) => client.$transaction([client.wave.count()]))).rejects.toMatchObject(
    failure('locked'),
  )
  await expect(seedFigures(hasty)).rejects.toMatchObject(failure('locked'))
  await other.execute('COMMIT')
  await expect(waves(hasty)).resolves.toEqual([])
})

it('a query that takes too long is locked', async () => {
  const hasty = impatient(await freshDatabase(), 'statement_timeout=50')
  const slow = hasty.run(async (client) => client.$queryRaw`SELECT pg_sleep(1)`)
  await expect(slow).rejects.toMatchObject(failure('locked'))
})

it('more callers than connections are locked after five seconds', async () => {
  const database = await freshDatabase()
  const queries = Array.from({ length: 11 }, async () =>
    database.run(async (client) => client.$queryRaw`SELECT 1 FROM pg_sleep(5.5)`),
  )
  const results = await Promise.allSettled(queries)
  const refused = results.filter((result) => result.status === 'rejected')
  expect(refused).toMatchObject([{ reason: failure('locked') }])
})

it('of two transactions that wait for each other, one is locked', async () => {
  const { run } = await freshDatabase()
  await run(async (client) =>
    client.wave.createMany({
      data: ['a', 'b'].map((id) => ({ id, commissionedBy: '', conductedBy: '', publishedOn: '2025-12-11' })),
    }),
  )
  const inOrder = async (...ids: readonly string[]) =>
    run(async (client) =>
      client.$transaction(async (mine) => {
        for (const id of ids) {
          await mine.wave.update({ where: { id }, data: { sampleSize: 1 } })
          await mine.$queryRaw`SELECT 1 FROM pg_sleep(0.2)`
        }
      }),
    )
  const results = await Promise.allSettled([inOrder('a', 'b'), inOrder('b', 'a')])
  const refused = results.filter((result) => result.status === 'rejected')
  expect(refused).toMatchObject([{ reason: failure('locked') }])
})

it('a server that takes no writes, and rights that are missing, are unreadable', async () => {
  const database = await freshDatabase()
  const writing = database.run(async (client) =>
    client.$transaction(async (mine) => {
      await mine.$executeRaw`SET TRANSACTION READ ONLY`
      await mine.wave.deleteMany()
    }),
  )
  await expect(writing).rejects.toMatchObject(failure('unreadable'))
  const forbidden = database.run(async (client) =>
    client.$transaction(async (mine) => {
      await mine.$executeRaw`SET LOCAL ROLE pg_monitor`
      await mine.wave.findMany()
    }),
  )
  await expect(forbidden).rejects.toMatchObject(failure('unreadable'))
})
