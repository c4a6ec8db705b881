import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { readMigrations } from '@/lib/db/migration-files'
import { migrate } from '@/lib/db/migration-runner'
import { schemaDifference } from '@/lib/db/schema-diff'
import { environmentWith } from '@/lib/env'
import { freshDatabase, missingDatabase, otherProgram } from './databases'

const project = await readMigrations()
const names = project.migrationDirectories.map(({ path }) => path)

/** The project's migrations and one of a later version. */
function withNext(sql: string): typeof project {
  const next = {
    path: '29990101000000_next',
    migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
  }
  return { ...project, migrationDirectories: [...project.migrationDirectories, next] }
}

async function tablesIn(file: string): Promise<readonly unknown[]> {
  const other = await otherProgram(file)
  const rows = await other.query(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`)
  return rows.map(([name]) => name)
}

describe('migrate', () => {
  it('makes folder, file and tables, and keeps the history as Prisma does', async () => {
    const { folder } = await missingDatabase()
    const file = join(folder, 'deep', 'er', 'new.db')
    await expect(migrate(`file:${file}`)).resolves.toEqual({ file, applied: names })

    expect(await tablesIn(file)).toEqual(['_prisma_migrations', 'figure', 'source', 'wave'])
    const other = await otherProgram(file)
    const history = await other.query(
      'SELECT migration_name, checksum, applied_steps_count, finished_at IS NOT NULL, rolled_back_at FROM _prisma_migrations',
    )
    const checksums = project.migrationDirectories.map(({ migrationFile: { content } }) =>
      createHash('sha256').update(content.value).digest('hex'),
    )
    expect(history).toEqual(names.map((name, index) => [name, checksums[index], 1, 1, null]))
  })

  it('does nothing the second time', async () => {
    const { file, url } = await freshDatabase()
    await expect(migrate(url)).resolves.toEqual({ file, applied: [] })
  })

  it('applies what is new while another program has the file open, and keeps the rows', async () => {
    const { file, url, run } = await freshDatabase()
    await run(async (client) =>
      client.wave.create({
        data: { id: 'w', commissionedBy: 'a', conductedBy: 'b', publishedOn: '2025-12-11' },
      }),
    )
    await expect(migrate(url, withNext('CREATE TABLE next (id TEXT)'))).resolves.toMatchObject({
      applied: ['29990101000000_next'],
    })
    expect(await tablesIn(file)).toContain('next')
    await expect(run(async (client) => client.wave.count())).resolves.toBe(1)
  })

  it('applies nothing of a migration that fails half-way', async () => {
    const { file, url } = await freshDatabase()
    const failing = withNext('CREATE TABLE next (id TEXT); CREATE TABLE next (id TEXT);')
    await expect(migrate(url, failing)).rejects.toThrow(/already exists/)
    expect(await tablesIn(file)).not.toContain('next')
    await expect(migrate(url)).resolves.toMatchObject({ applied: [] })
  })

  it('refuses a migration that leaves figures without their source', async () => {
    const { url } = await freshDatabase()
    const orphaning = withNext(
      `INSERT INTO source VALUES ('none', 's', 'p', 't', 'https://a.fr', '2025-12-15')`,
    )
    await expect(migrate(url, orphaning)).rejects.toThrow(/without what they refer to/)
  })

  it('runs in two processes at once: one applies, the other waits', async () => {
    const { url } = await missingDatabase()
    const script = ['--import', 'tsx', 'scripts/db-migrate.ts']
    const run = async () =>
      promisify(execFile)(process.execPath, script, { env: environmentWith({ DATABASE_URL: url }) })
    const outputs = await Promise.all([run(), run(), run()])
    expect(outputs.map(({ stderr }) => stderr)).toEqual(['', '', ''])
    expect(outputs.filter(({ stdout }) => stdout.includes('applied'))).toHaveLength(1)
    expect(outputs.filter(({ stdout }) => stdout.includes('is up to date.'))).toHaveLength(2)
  })
})

describe('migrate refuses, in one sentence,', () => {
  const refusal = (message: RegExp) => ({ name: 'SettingError', message })

  it('a database of a newer version', async () => {
    const { url } = await freshDatabase()
    await migrate(url, withNext('CREATE TABLE next (id TEXT)'))
    await expect(migrate(url)).rejects.toMatchObject(refusal(/newer version .*29990101000000_next/))
  })

  it('a migration that was edited after it was applied', async () => {
    const { url } = await freshDatabase()
    await migrate(url, withNext('CREATE TABLE next (id TEXT)'))
    const edited = withNext('CREATE TABLE next (id INTEGER)')
    await expect(migrate(url, edited)).rejects.toMatchObject(refusal(/29990101000000_next was changed/))
  })

  it('a migration that other tools left half-applied', async () => {
    const { file, url } = await freshDatabase()
    await (await otherProgram(file)).execute('UPDATE _prisma_migrations SET finished_at = NULL')
    await expect(migrate(url)).rejects.toMatchObject(refusal(/half-applied/))
  })

  it("another program's database", async () => {
    const { file, url } = await missingDatabase()
    await (await otherProgram(file)).execute('CREATE TABLE recipes (id TEXT)')
    await expect(migrate(url)).rejects.toMatchObject(refusal(/another program/))
    expect(await tablesIn(file)).toEqual(['recipes'])
  })

  it('a place where no folder can be made', async () => {
    const { folder } = await missingDatabase()
    await writeFile(join(folder, 'taken'), '')
    await expect(migrate(`file:${folder}/taken/new/test.db`)).rejects.toMatchObject(refusal(/cannot be made/))
  })
})

describe('the migrations and schema.prisma', () => {
  it('agree', async () => {
    await expect(schemaDifference(project)).resolves.toBeNull()
  })

  it('would be seen to disagree', async () => {
    await expect(schemaDifference(withNext('ALTER TABLE wave DROP COLUMN conductedBy'))).resolves.toMatch(
      /conductedBy/,
    )
  })
})
