import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { migrate } from '@/lib/db/migrations/runner'
import { schemaDifference } from '@/lib/db/migrations/schema-diff'
import type { TestDatabase } from '@/tests/support/test-database'
import { freshDatabase, kind, missingDatabase, otherProgram } from './databases'
import { nextName, projectMigrations, withNext } from './migrations'
import { runScriptAtOnce } from './processes'

const project = projectMigrations[kind]
const names = project.migrationDirectories.map(({ path }) => path)

async function emptyDatabase(): Promise<TestDatabase> {
  const database = await missingDatabase()
  await database.makeRoom()
  return database
}

async function tablesIn(database: TestDatabase): Promise<readonly unknown[]> {
  const other = await otherProgram(database)
  const rows = await other.query(
    kind === 'sqlite'
      ? `SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`
      : `SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename COLLATE "C"`,
  )
  return rows.map(([name]) => name)
}

describe('migrate', () => {
  it('makes the tables, and keeps the history as Prisma does', async () => {
    const database = await emptyDatabase()
    await expect(migrate(database.url)).resolves.toMatchObject({ applied: names })

    expect(await tablesIn(database)).toEqual([
      '_prisma_migrations',
      'admin_attempt',
      'admin_challenge',
      'admin_credential',
      'admin_invitation',
      'admin_second_factor',
      'admin_session',
      'admin_unknown_sign_ins',
      'admin_user',
      'audit_entry',
      'audit_head',
      'clock',
      'edition',
      'figure',
      'lease',
      'operator',
      'participation',
      'response',
      'rewrite',
      'setting',
      'source',
      'wave',
      'wave_draft',
      'wave_state',
      'week_count',
      'withdrawal',
    ])
    const other = await otherProgram(database)
    const history = await other.query(
      `SELECT migration_name, checksum, applied_steps_count, CASE WHEN finished_at IS NULL THEN 'no' ELSE 'yes' END, rolled_back_at
        FROM _prisma_migrations ORDER BY migration_name`,
    )
    const checksums = project.migrationDirectories.map(({ migrationFile: { content } }) =>
      createHash('sha256').update(content.value).digest('hex'),
    )
    expect(history).toEqual(names.map((name, index) => [name, checksums[index], 1, 'yes', null]))
  })

  it('does nothing the second time', async () => {
    const { url } = await freshDatabase()
    await expect(migrate(url)).resolves.toMatchObject({ applied: [] })
  })

  it('applies what is new while another program has the database open, and keeps the rows', async () => {
    const database = await freshDatabase()
    await database.run(async (client) =>
      client.wave.create({
        data: { id: 'w', commissionedBy: 'a', conductedBy: 'b', publishedOn: '2025-12-11' },
      }),
    )
    const next = withNext(
      kind,
      "CREATE TABLE next (id TEXT); -- a comment; and\nINSERT INTO next VALUES (';')",
    )
    await expect(migrate(database.url, next)).resolves.toMatchObject({ applied: [nextName] })
    expect(await tablesIn(database)).toContain('next')
    await expect(database.run(async (client) => client.wave.count())).resolves.toBe(1)
  })

  it('applies nothing of a migration that fails half-way, and says what failed', async () => {
    const database = await freshDatabase()
    const failing = withNext(kind, 'CREATE TABLE next (id TEXT); CREATE TABLE next (id TEXT);')
    await expect(migrate(database.url, failing)).rejects.toThrow(/already exists/)
    expect(await tablesIn(database)).not.toContain('next')
    await expect(migrate(database.url)).resolves.toMatchObject({ applied: [] })
  })

  it('runs in ten processes at once: one applies, the others wait', async () => {
    const { url } = await emptyDatabase()
    const outputs = await runScriptAtOnce(10, 'scripts/db-migrate', url, { parts: ['--create'] })
    expect(outputs.map(({ stderr }) => stderr).join('')).toBe('')
    expect(outputs.filter(({ stdout }) => stdout.includes(`applied ${names.join(', ')}`))).toHaveLength(1)
    expect(outputs.filter(({ stdout }) => stdout.includes('is up to date.'))).toHaveLength(9)
    await expect(migrate(url)).resolves.toMatchObject({ applied: [] })
  })
})

describe('migrate refuses, in one sentence,', () => {
  const refusal = (message: RegExp) => ({ name: 'SettingError', message })

  it('a database of a newer version', async () => {
    const { url } = await freshDatabase()
    await migrate(url, withNext(kind, 'CREATE TABLE next (id TEXT)'))
    await expect(migrate(url)).rejects.toMatchObject(refusal(/newer version .*29990101000000_next/))
  })

  it('a migration that was edited after it was applied', async () => {
    const { url } = await freshDatabase()
    await migrate(url, withNext(kind, 'CREATE TABLE next (id TEXT)'))
    const edited = withNext(kind, 'CREATE TABLE next (id INTEGER)')
    await expect(migrate(url, edited)).rejects.toMatchObject(refusal(/29990101000000_next was changed/))
  })

  it('a migration that other tools left half-applied', async () => {
    const database = await freshDatabase()
    await (await otherProgram(database)).execute('UPDATE _prisma_migrations SET finished_at = NULL')
    await expect(migrate(database.url)).rejects.toMatchObject(refusal(/half-applied/))
  })

  it("another program's database", async () => {
    const database = await emptyDatabase()
    await (await otherProgram(database)).execute('CREATE TABLE recipes (id TEXT)')
    await expect(migrate(database.url)).rejects.toMatchObject(refusal(/another program/))
    expect(await tablesIn(database)).toEqual(['recipes'])
  })
})

describe('the migrations and schema.prisma', () => {
  const empty = async () => (kind === 'sqlite' ? 'file::memory:' : (await emptyDatabase()).url)

  it('agree', async () => {
    await expect(schemaDifference(project, await empty())).resolves.toBeNull()
  })

  it('would be seen to disagree', async () => {
    const changed = withNext(kind, 'ALTER TABLE wave DROP COLUMN "conductedBy"')
    await expect(schemaDifference(changed, await empty())).resolves.toMatch(/conductedBy/)
  })

  it('have the same names for every kind of database', () => {
    const all = Object.values(projectMigrations).map(({ migrationDirectories }) =>
      migrationDirectories.map(({ path }) => path),
    )
    expect(new Set(all.map((each) => each.join()))).toHaveProperty('size', 1)
  })
})
