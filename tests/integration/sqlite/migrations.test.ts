import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
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
