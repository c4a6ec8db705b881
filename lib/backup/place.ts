import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { countsSentence } from './manifest'
import { readContent } from '@/lib/db/backup/copied'
import { databaseAddress } from '@/lib/db/engine/address'
import { withRawConnection, type RawConnection } from '@/lib/db/engine/raw-connection'
import type { Settings } from '@/lib/env'
import { DatabaseError, SettingError } from '@/lib/errors'
import { secretFile, secretNames } from '@/lib/keys/secrets'

/** What stands where a backup is to be restored, each in words for the operator; nothing in an empty place. */
export type Found = readonly string[]

/** Whether a database's tables are this program's, whatever the version. */
const isOurs = (counts: Readonly<Record<string, number>>) =>
  '_prisma_migrations' in counts && 'wave' in counts

/** What a database holds; null where it is empty. Throws SettingError where it is another program's: nobody means that one. */
async function describeDatabase(settings: Settings): Promise<string | null> {
  const { kind, name } = databaseAddress(settings.databaseUrl)
  const { counts } = await withRawConnection(settings.databaseUrl, async (connection) =>
    readContent(connection, kind),
  )
  if (Object.keys(counts).length === 0) return null
  if (isOurs(counts)) return `the database ${name} with ${countsSentence(counts)}`
  throw new SettingError(
    `${name} is another program's database: set DATABASE_URL to one of this program's own.`,
  )
}

async function findDatabase(settings: Settings): Promise<string | null> {
  const address = databaseAddress(settings.databaseUrl)
  if (address.kind === 'postgresql') return describeDatabase(settings)
  if (!existsSync(address.file)) return null
  try {
    return (await describeDatabase(settings)) ?? `the empty database ${address.file}`
  } catch (error) {
    // That may be why a backup is to be restored.
    if (error instanceof DatabaseError && error.failure === 'unreadable') {
      return `the database ${address.file}, which cannot be read`
    }
    throw error
  }
}

/** What stands at a place. Throws SettingError where it is another program's, DatabaseError where a server cannot be reached. */
export async function lookAtPlace(settings: Settings): Promise<Found> {
  const secrets = secretNames.filter((name) => existsSync(secretFile(settings, name)))
  const editions = path.join(settings.dataDir, 'editions')
  const files = existsSync(editions) ? readdirSync(editions).filter((name) => name.endsWith('.zip')) : []
  return [
    await findDatabase(settings),
    secrets.length > 0 ? `secrets in ${settings.dataDir}` : null,
    files.length > 0 ? 'files of editions' : null,
  ].filter((each) => each !== null)
}

const othersOnServer = `SELECT count(*) FROM pg_stat_activity
  WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name = 'miroir'`

/** SQLite gives up its write-ahead log only to a connection that is alone. Left without one, the file is whole by itself. */
async function isAloneOnFile({ execute, query }: RawConnection): Promise<boolean> {
  await execute('PRAGMA busy_timeout = 0')
  try {
    const [[mode] = []] = await query('PRAGMA journal_mode = DELETE')
    return mode === 'delete'
  } catch {
    return false
  }
}

/** Whether a process has the database of a place open, as far as the database can tell. */
export async function isInUse(settings: Settings): Promise<boolean> {
  const address = databaseAddress(settings.databaseUrl)
  if (address.kind === 'sqlite' && !existsSync(address.file)) return false
  try {
    return await withRawConnection(settings.databaseUrl, async (connection) => {
      if (address.kind === 'sqlite') return !(await isAloneOnFile(connection))
      const [[count] = []] = await connection.query(othersOnServer)
      return Number(count) > 0
    })
  } catch (error) {
    if (error instanceof DatabaseError && error.failure === 'unreadable') return false
    if (error instanceof DatabaseError && error.failure === 'locked') return true
    throw error
  }
}
