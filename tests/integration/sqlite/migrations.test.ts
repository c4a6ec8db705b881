import { chownSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openDatabase } from '@/lib/db/engine/client'
import { migrate } from '@/lib/db/migrations/runner'
import { projectMigrations, withNext } from '../db/migrations'
import { freshFile, missingFile } from './files'

it('makes the folder and the file', async () => {
  const { folder } = await missingFile()
  const file = join(folder, 'deep', 'er', 'new.db')
  const names = projectMigrations.sqlite.migrationDirectories.map(({ path }) => path)
  await expect(migrate(`file:${file}`)).resolves.toEqual({ database: file, applied: names })
  expect(existsSync(file)).toBe(true)
})

it.runIf(process.getuid?.() === 0)('gives what root made to whom the folder belongs', async () => {
  const { folder } = await missingFile()
  const own = join(folder, 'of the site')
  mkdirSync(own)
  chownSync(own, 1234, 4321)
  const database = openDatabase(`file:${own}/new.db`)
  await migrate(`file:${own}/new.db`)
  // While it is open there are the files beside it, too.
  await database.run(async (client) => client.wave.count())
  const owners = readdirSync(own).map((name) => [
    name,
    statSync(join(own, name)).uid,
    statSync(join(own, name)).gid,
  ])
  await database.close()
  expect(owners).toEqual([
    ['new.db', 1234, 4321],
    ['new.db-shm', 1234, 4321],
    ['new.db-wal', 1234, 4321],
  ])
})

it('says why a file cannot be made', async () => {
  const { folder } = await missingFile()
  const url = `file:${folder}/${'a'.repeat(300)}.db`
  await expect(migrate(url)).rejects.toMatchObject({ name: 'DatabaseError' })
})

it('refuses a place where no folder can be made', async () => {
  const { folder } = await missingFile()
  await writeFile(join(folder, 'taken'), '')
  await expect(migrate(`file:${folder}/taken/new/test.db`)).rejects.toMatchObject({
    name: 'SettingError',
    message: /cannot be made/,
  })
})

it('refuses a migration that leaves figures without their source', async () => {
  const { url } = await freshFile()
  const orphaning = withNext(
    'sqlite',
    `INSERT INTO source VALUES ('none', 's', 'p', 't', 'https://a.fr', '2025-12-15')`,
  )
  await expect(migrate(url, orphaning)).rejects.toThrow(/without what they refer to/)
})
