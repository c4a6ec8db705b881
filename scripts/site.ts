import { existsSync } from 'node:fs'
import path from 'node:path'
import { databaseAddress } from '@/lib/db/engine/address'
import { readMigrationState } from '@/lib/db/migrations/state'
import { readSettings, type Settings } from '@/lib/env'
import { SettingError } from '@/lib/errors'
import { hasSecret, type SecretName } from '@/lib/keys/secrets'

/** A path as a shell takes it. */
const quoted = (text: string) => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`)

/** The command that starts the server with the place that these settings name. */
export function startCommand({ dataDir, databaseUrl }: Settings): string {
  const address = databaseAddress(databaseUrl)
  const isUsual = address.kind === 'sqlite' && address.file === path.join(dataDir, 'miroir.db')
  const database =
    address.kind === 'sqlite' ? quoted(address.url) : `postgresql://<user>:<password>@${address.name}`
  const variables = [`MIROIR_DATA_DIR=${quoted(dataDir)}`, ...(isUsual ? [] : [`DATABASE_URL=${database}`])]
  return `${variables.join(' ')} npm start`
}

/** Says where a site was looked for, and how it would be started there. */
function noSite(settings: Settings, what: string): SettingError {
  return new SettingError(
    `No site was found: ${what}. Looked at the data folder ${settings.dataDir} and the database ` +
      `${databaseAddress(settings.databaseUrl).name}. A site is started there with \`${startCommand(settings)}\`; ` +
      'for another one, set MIROIR_DATA_DIR and DATABASE_URL as it has them.',
  )
}

/**
 * The settings of a site that was started before, with the secrets that are needed: nothing is made where there is none. Throws
 * SettingError, DatabaseError.
 */
export async function findSite(secrets: readonly SecretName[]): Promise<Settings> {
  const settings = readSettings()
  const address = databaseAddress(settings.databaseUrl)
  const missing = secrets.find((name) => !hasSecret(settings, name))
  const isDatabaseMissing = address.kind === 'sqlite' && !existsSync(address.file)
  if ((missing !== undefined || isDatabaseMissing) && !existsSync(settings.dataDir)) {
    throw noSite(settings, 'there is no such folder')
  }
  if (isDatabaseMissing) throw noSite(settings, 'there is no such database')
  if (missing !== undefined) throw noSite(settings, `there is no ${missing} secret`)
  if ((await readMigrationState(settings.databaseUrl)) === null)
    throw noSite(settings, 'the database is empty')
  return settings
}
