import { existsSync } from 'node:fs'
import path from 'node:path'
import { mostBackupDays } from '@/lib/contribution/retention'
import { addDays } from '@/lib/counts/iso-week'
import { databaseAddress } from '@/lib/db/engine/address'
import { compareMigrations } from '@/lib/db/migrations/state'
import type { Settings } from '@/lib/env'
import { SettingError } from '@/lib/errors'
import { secretNames, type SecretName } from '@/lib/keys/secrets'
import type { AfterRestoreReport } from './after-restore'
import { withFolders, withWorkFolder } from './files'
import type { Manifest } from './manifest'
import { openBackup } from './open-backup'
import { isInUse, lookAtPlace, type Found } from './place'
import { putInPlace, secretsAfter } from './put-in-place'

/** How a backup is restored. */
export interface RestoreOptions {
  /** Whether it takes the place of a site that is there. */
  readonly isForced: boolean
  /** Whether it may be older than withdrawals are remembered. */
  readonly mayBeOld: boolean
  /** Whether all is looked at, and nothing changed. */
  readonly isDryRun: boolean
  /** Where the site of this place answers; null where it does not, as far as anybody knows. */
  readonly servedAt: string | null
  readonly now: Date
}

export interface RestoreReport extends AfterRestoreReport {
  readonly manifest: Manifest
  /** What was there before. */
  readonly found: Found
  /** Secrets that nobody has: the next start makes others. */
  readonly missingSecrets: readonly SecretName[]
  /** Secrets that are set to others than the backup's. */
  readonly otherSecrets: readonly SecretName[]
}

const kindNames = { sqlite: 'SQLite', postgresql: 'PostgreSQL' } as const

/** Throws SettingError where a backup cannot be restored into a place. */
async function refuse(
  file: string,
  manifest: Manifest,
  settings: Settings,
  options: RestoreOptions,
): Promise<void> {
  const { kind } = databaseAddress(settings.databaseUrl)
  if (manifest.kind !== kind) {
    throw new SettingError(
      `${file} is a backup of a ${kindNames[manifest.kind]} database, and DATABASE_URL names a ${kindNames[kind]} one: restore it into one of its own kind, and copy that with \`npm run db:copy\`.`,
    )
  }
  const { unknown } = await compareMigrations(kind, manifest.migrations)
  if (unknown.length > 0) {
    throw new SettingError(
      `${file} was made by a newer version of the program (${manifest.version}; it has ${unknown.join(', ')}): restore it with that version.`,
    )
  }
  if (!options.mayBeOld && new Date(manifest.madeAt) < addDays(options.now, -mostBackupDays)) {
    throw new SettingError(
      `${file} was made at ${manifest.madeAt}, and withdrawals are remembered for ${mostBackupDays} days: responses that were withdrawn before would come back. Use a newer backup, or --accept-old.`,
    )
  }
}

/**
 * Restores a backup into an empty place, or over a site where that is forced. What was withdrawn since it was made is withdrawn again,
 * as far as the list of withdrawals knows. Throws SettingError where it may not be, and names what it found; DatabaseError.
 */
export async function restoreBackup(
  settings: Settings,
  file: string,
  options: RestoreOptions,
): Promise<RestoreReport> {
  const found = await lookAtPlace(settings)
  if (found.length > 0 && !options.isForced) {
    throw new SettingError(
      `There is a site already: ${found.join(', ')}. --force puts the backup in its place, and what was there is gone: make a backup of it first.`,
    )
  }
  const isServed = options.servedAt !== null || (await isInUse(settings))
  if (isServed) {
    const where =
      options.servedAt === null
        ? 'Another program has its database open'
        : `It answers at ${options.servedAt}`
    throw new SettingError(`The site of this place is running: stop it first. ${where}.`)
  }
  const address = databaseAddress(settings.databaseUrl)
  const folder = address.kind === 'sqlite' ? path.dirname(address.file) : settings.dataDir
  const restore = async (workFolder: string): Promise<RestoreReport> => {
    const backup = await openBackup(file, workFolder)
    await refuse(file, backup.manifest, settings, options)
    const after = secretsAfter(settings, backup)
    const report = options.isDryRun
      ? { withdrawnCount: 0, hasList: true, isRecorded: true }
      : await putInPlace(settings, backup, options.now)
    return {
      ...report,
      manifest: backup.manifest,
      found,
      missingSecrets: secretNames.filter((name) => after[name] === undefined),
      otherSecrets: secretNames.filter(
        (name) => backup.secrets[name] && after[name] !== backup.secrets[name],
      ),
    }
  }
  return withFolders(options.isDryRun ? [] : [folder, settings.dataDir], async () => {
    // A dry run may have no place yet.
    const beside = existsSync(folder) ? folder : path.dirname(file)
    return withWorkFolder(beside, 'nothing was restored.', restore)
  })
}
