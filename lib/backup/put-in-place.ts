import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { restorePostgresql } from '@/lib/db/backup/postgresql-restore'
import { databaseAddress } from '@/lib/db/engine/address'
import type { Settings } from '@/lib/env'
import { SettingError } from '@/lib/errors'
import { giveToOwnerOfFolder } from '@/lib/give-to-owner'
import { secretFile, secretNames, type SecretName } from '@/lib/keys/secrets'
import { bringUpToDate, type AfterRestore, type AfterRestoreReport } from './after-restore'
import { flush, withWorkFolder } from './files'
import type { OpenBackup } from './open-backup'
import { replaceFiles, type Replacement } from './replace-files'

const textOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined)

/** The keys of a place once a backup is there: what is set comes first, then the backup's, then those of before. */
export function secretsAfter(settings: Settings, { secrets }: OpenBackup) {
  return Object.fromEntries(
    secretNames.map((name) => [
      name,
      settings.secrets[name] ?? secrets[name] ?? textOf(secretFile(settings, name)),
    ]),
  ) as Record<SecretName, string | undefined>
}

function afterRestore(settings: Settings, backup: OpenBackup, now: Date): AfterRestore {
  const { audit, withdrawal } = secretsAfter(settings, backup)
  const keys = [withdrawal, backup.secrets.withdrawal, textOf(secretFile(settings, 'withdrawal'))]
  return {
    dataDir: settings.dataDir,
    withdrawalKeys: [...new Set(keys.filter((key) => key !== undefined))],
    auditKey: audit ?? null,
    now,
  }
}

/** Writes the backup's secrets, to be put where a start looks for them. */
function writeSecrets(settings: Settings, { secrets }: OpenBackup, workFolder: string): Replacement[] {
  return secretNames.flatMap((name) => {
    const text = secrets[name]
    if (text === undefined) return []
    const from = path.join(workFolder, `${name}-secret`)
    writeFileSync(from, `${text}\n`, { mode: 0o600, flush: true })
    return { from, to: secretFile(settings, name) }
  })
}

/** Files of editions are of the database of before: the daily work makes again those that may be delivered. */
function removeEditionFiles({ dataDir }: Settings): void {
  const folder = path.join(dataDir, 'editions')
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) rmSync(path.join(folder, name), { recursive: true, force: true })
}

interface Ready {
  readonly settings: Settings
  readonly backup: OpenBackup
  /** The secrets that the backup has, on the disk of the data folder. */
  readonly secrets: readonly Replacement[]
}

/** The database first, which is one transaction: what fails later is done again by another restore. */
async function putOnServer({ settings, backup, secrets }: Ready, now: Date): Promise<AfterRestoreReport> {
  const { url, name } = databaseAddress(settings.databaseUrl)
  const given = afterRestore(settings, backup, now)
  await restorePostgresql(url, backup.database)
  try {
    replaceFiles([], secrets)
    return await bringUpToDate(url, given)
  } catch (cause) {
    throw new SettingError(
      `The backup is in ${name}, but not all of it is done: responses that were withdrawn since may be back. Mend what the cause names, and run the same command again with --force before the site starts.`,
      { cause },
    )
  }
}

/** Beside its place, until nothing is left to do. */
async function putInFile({ settings, backup, secrets }: Ready, now: Date, file: string) {
  const report = await bringUpToDate(`file:${backup.database}`, afterRestore(settings, backup, now))
  const gone = ['-wal', '-shm'].map((end) => file + end)
  replaceFiles(gone, [...secrets, { from: backup.database, to: file }])
  giveToOwnerOfFolder(file)
  flush(path.dirname(file))
  return report
}

/**
 * Puts a backup that was opened into the place of a site, with all that holds today. Where it fails, a SQLite site stays as it was; a
 * PostgreSQL one does until its database is replaced, and the error says so from then on. Throws SettingError, DatabaseError and what the
 * disk throws.
 */
export async function putInPlace(
  settings: Settings,
  backup: OpenBackup,
  now: Date,
): Promise<AfterRestoreReport> {
  const address = databaseAddress(settings.databaseUrl)
  return withWorkFolder(settings.dataDir, 'nothing was restored.', async (workFolder) => {
    const secrets = writeSecrets(settings, backup, workFolder)
    const ready = { settings, backup, secrets }
    const report =
      address.kind === 'postgresql'
        ? await putOnServer(ready, now)
        : await putInFile(ready, now, address.file)
    for (const { to } of secrets) giveToOwnerOfFolder(to)
    removeEditionFiles(settings)
    flush(settings.dataDir)
    return report
  })
}
