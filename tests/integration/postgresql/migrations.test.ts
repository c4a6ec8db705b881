import { expect, it } from 'vitest'
import { migrate } from '@/lib/db/migrations/runner'
import { withNext } from '../db/migrations'
import { freshDatabase, otherProgram } from '../db/databases'

it('every column of texts sorts by bytes, whatever the language of the server', async () => {
  const other = await otherProgram(await freshDatabase())
  const columns = (condition: string) =>
    other.query(`SELECT table_name, column_name FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' AND data_type = 'text' AND ${condition}`)
  expect(await columns(`collation_name IS DISTINCT FROM 'C'`)).toEqual([])
  expect((await columns('true')).length).toBeGreaterThan(20)
})

it('tables are made in the schema that the queries name, whatever the user prefers', async () => {
  const database = await freshDatabase()
  const other = await otherProgram(database)
  await other.execute('CREATE SCHEMA postgres; CREATE SCHEMA elsewhere')
  const [[name] = []] = await other.query('SELECT current_database()')
  await other.execute(`ALTER DATABASE "${String(name)}" SET search_path = elsewhere`)
  await migrate(database.url, withNext('postgresql', 'CREATE TABLE next (id TEXT)'))
  expect(await other.query(`SELECT schemaname FROM pg_tables WHERE tablename = 'next'`)).toEqual([['public']])
})

it('waits for `prisma migrate`, which takes the same lock', async () => {
  const database = await freshDatabase()
  const other = await otherProgram(database)
  await other.execute('SELECT pg_advisory_lock(72707369)')
  const migration = migrate(database.url)
  const waiting = `SELECT 1 FROM pg_locks JOIN pg_database ON pg_database.oid = database
    WHERE datname = current_database() AND locktype = 'advisory' AND NOT granted`
  await expect.poll(async () => other.query(waiting)).toHaveLength(1)
  await other.execute('SELECT pg_advisory_unlock(72707369)')
  await expect(migration).resolves.toMatchObject({ applied: [] })
})
