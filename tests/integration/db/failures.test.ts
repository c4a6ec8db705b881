import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { isUniqueViolation } from '@/lib/db/engine/failures'
import { migrate } from '@/lib/db/migrations/runner'
import type { TestDatabase } from '@/tests/support/test-database'
import { freshDatabase, kind, missingDatabase, otherProgram } from './databases'

const waves = async (database: TestDatabase) => database.run(async (client) => client.wave.findMany())

function failure(name: string) {
  return { name: 'DatabaseError', failure: name, cause: expect.anything() }
}

it('a database that is not there is missing', async () => {
  const database = await missingDatabase()
  const words =
    kind === 'sqlite' ? /test\.db is not there: .*npm start/ : /:\d+\/miroir_test_\w+ cannot be reached/
  await expect(waves(database)).rejects.toMatchObject({ failure: 'missing', message: words })
})

it('a database without the tables is outdated', async () => {
  const database = await freshDatabase()
  const other = await otherProgram(database)
  const tables = ['figure', 'source', 'response', 'participation', 'week_count', 'edition', 'wave_state']
  for (const table of [...tables, 'wave']) {
    await other.execute(`DROP TABLE "${table}"`)
  }
  await expect(waves(database)).rejects.toMatchObject(failure('outdated'))
})

it('a table without a column is outdated', async () => {
  const database = await freshDatabase()
  const other = await otherProgram(database)
  await other.execute('ALTER TABLE source DROP COLUMN title')
  const sources = database.run(async (client) => client.source.findMany())
  await expect(sources).rejects.toMatchObject(failure('outdated'))
  const raw = database.run(async (client) => client.$queryRaw`SELECT title FROM source`)
  await expect(raw).rejects.toMatchObject(failure('outdated'))
})

describe('a mistake in the data', () => {
  const receiptHash = '5ec2e7'.padEnd(64, '0')
  const response = {
    id: '5ec2e700-0000-4000-8000-000000000000',
    waveId: 'w',
    instrumentVersion: 'private instrument',
    consentVersion: 'private consent',
    answers: '{"ageBand": "private answer"}',
    week: '2026-W48',
    receiptHash,
  }
  const values = /5ec2e7|private/

  async function databaseWithResponse(): Promise<TestDatabase> {
    const database = await freshDatabase()
    await database.run(async (client) => {
      const wave = { id: 'w', commissionedBy: 'a', conductedBy: 'b', publishedOn: '2025-12-11' }
      await client.wave.create({ data: wave })
      await client.response.create({ data: response })
    })
    return database
  }

  const other = { ...response, id: '5ec2e700-0000-4000-8000-000000000001' }
  it.each([
    ['a receipt that is known', other],
    ['an id that is known', { ...response, receiptHash: null }],
    ['an unknown wave', { ...other, receiptHash: null, waveId: 'private wave' }],
    ['no JSON', { ...other, receiptHash: null, answers: 'private answer' }],
    ['no JSON object', { ...other, receiptHash: null, answers: '["private answer"]' }],
    ['no week', { ...other, receiptHash: null, week: 'private week' }],
    ['no hash', { ...other, receiptHash: 'private' }],
    ['no id', { ...other, receiptHash: null, id: 'private' }],
    ['a character that no text can hold', { ...other, receiptHash: null, answers: '{"private": "\u0000"}' }],
  ])('is no failure of the database, and its error does not repeat the data: %s', async (_, data) => {
    const { run } = await databaseWithResponse()
    const attempts = [
      async () => run(async (client) => client.response.create({ data })),
      async () => run(async (client) => client.response.createMany({ data: [data] })),
      async () => run(async (client) => client.$transaction([client.response.create({ data })])),
      async () => run(async (client) => client.$transaction(async (mine) => mine.response.create({ data }))),
    ]
    for (const attempt of attempts) {
      const error: unknown = await attempt().catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(Error)
      expect(error).not.toMatchObject({ name: 'DatabaseError' })
      expect(everythingIn(error)).not.toMatch(values)
    }
  })

  it('in a raw query does not repeat the data either', async () => {
    const database = await databaseWithResponse()
    const queries = [
      `UPDATE response SET answers = 'private'`,
      `UPDATE response SET week = 'private'`,
      `UPDATE response SET "waveId" = 'private'`,
      `INSERT INTO response SELECT * FROM response`,
      `INSERT INTO participation VALUES ('w', CAST('private' AS ${kind === 'sqlite' ? 'TEXT' : 'INTEGER'}))`,
    ]
    for (const sql of queries) {
      const attempt = database.run(async (client) => client.$executeRawUnsafe(sql))
      const error: unknown = await attempt.catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(Error)
      // The query itself is the program's, and never in an error.
      expect(everythingIn(error)).not.toMatch(values)
    }
  })

  it('is recognised where a row is there already', async () => {
    const database = await databaseWithResponse()
    const creating = async (data: typeof response) =>
      database.run(async (client) => client.response.create({ data })).catch((thrown: unknown) => thrown)
    expect(isUniqueViolation(await creating(other))).toBe(true)
    expect(isUniqueViolation(await creating({ ...other, id: response.id }))).toBe(true)
    expect(isUniqueViolation(await creating({ ...other, receiptHash: 'short' }))).toBe(false)
    expect(isUniqueViolation(await creating({ ...other, waveId: 'x', receiptHash: '0'.repeat(64) }))).toBe(
      false,
    )
    expect(isUniqueViolation(undefined)).toBe(false)
  })
})

it('a failure of the database does not repeat the data either', async () => {
  const database = await freshDatabase()
  await (await otherProgram(database)).execute('DROP TABLE figure')
  const data = { waveId: 'private', indicator: 'private', population: 'private', sourceId: 'private' }
  const figure = { ...data, sharePercent: 1, qualifier: 'private', passage: 'private' }
  const creation = database.run(async (client) => client.figure.create({ data: figure }))
  const error: unknown = await creation.catch((thrown: unknown) => thrown)
  expect(error).toMatchObject(failure('outdated'))
  expect(everythingIn(error)).not.toMatch(/private/)
})

it('a migration that fails does not repeat the data either', async () => {
  const { url } = await freshDatabase()
  const { withNext } = await import('./migrations')
  const sql = `INSERT INTO participation VALUES ('private wave', -1)`
  const error: unknown = await migrate(url, withNext(kind, sql)).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Error)
  expect(everythingIn(error)).not.toMatch(/private/)
})

/** All that a log could show of an error: hidden properties, causes and their messages included. */
function everythingIn(error: unknown): string {
  const messages: string[] = []
  for (let each: unknown = error; each instanceof Error; each = each.cause) messages.push(each.message)
  const properties = inspect(error, { depth: 20, showHidden: true, maxStringLength: null })
  return [JSON.stringify(error), String(error), properties, ...messages].join('\n')
}
