import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { addDays, isoWeekOf } from '@/lib/counts/iso-week'
import { openDatabase, type Database } from '@/lib/db/engine/client'
import { withRawConnection } from '@/lib/db/engine/raw-connection'
import { readContent } from '@/lib/db/backup/copied'
import { databaseAddress } from '@/lib/db/engine/address'
import { migrate } from '@/lib/db/migrations/runner'
import { seedFigures } from '@/lib/db/waves/seed'
import { readSettings, type Settings } from '@/lib/env'
import { ensureSecrets } from '@/lib/keys/secrets'
import { madeUpAnswers, storePeople } from './edition-site'
import { createDatabase, dropDatabase, newDatabaseUrl } from './test-server'

/** Where a site is, or may be: nothing is there as long as nothing was made. */
export interface Place {
  /** A folder for what a test puts beside it. */
  readonly folder: string
  readonly settings: Settings
  readonly database: Database
}

/** A place without anything; on SQLite unless a database is given. Goes after the test. */
export function emptyPlace(databaseUrl = ''): Place {
  const folder = mkdtempSync(path.join(tmpdir(), 'miroir-place-'))
  const settings = readSettings({ MIROIR_DATA_DIR: path.join(folder, 'data'), DATABASE_URL: databaseUrl })
  const database = openDatabase(settings.databaseUrl)
  onTestFinished(async () => {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return { folder, settings, database }
}

/** A place with an empty database on a PostgreSQL server. Both go after the test. */
export async function emptyPlaceOn(serverUrl: string): Promise<Place> {
  const url = newDatabaseUrl(serverUrl)
  await createDatabase(serverUrl, url)
  // After the place, which is registered later, has closed it.
  onTestFinished(async () => dropDatabase(serverUrl, url))
  return emptyPlace(url)
}

/** The hash of the receipt of one of a place's people. */
export const receiptHashOf = (person: number): string =>
  createHash('sha256').update(`person ${person}`).digest('hex')

/** Makes a site in an empty place, with so many responses of two weeks ago. Returns their ids, by person. */
export async function makeSite({ settings, database }: Place, count: number): Promise<readonly string[]> {
  mkdirSync(settings.dataDir, { mode: 0o700 })
  ensureSecrets(settings)
  await migrate(settings.databaseUrl)
  await seedFigures(database)
  const week = isoWeekOf(addDays(new Date(), -14))
  const people = await storePeople(database, madeUpAnswers(count), { week, receiptHash: receiptHashOf })
  return people.map(({ id }) => id)
}

/** Numbers of rows, by table. */
export async function countsOf({ settings }: Place): Promise<Readonly<Record<string, number>>> {
  const { kind, url } = databaseAddress(settings.databaseUrl)
  return withRawConnection(url, async (connection) => (await readContent(connection, kind)).counts)
}

/** The variables with which a script finds a place. */
export const variablesOf = ({ settings }: Place): Record<string, string> => ({
  MIROIR_DATA_DIR: settings.dataDir,
  DATABASE_URL: settings.databaseUrl,
})
