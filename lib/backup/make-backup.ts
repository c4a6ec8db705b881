import { chmodSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { systemActor } from '@/lib/audit/entry'
import type { CopiedContent } from '@/lib/db/backup/copied'
import { dumpPostgresql } from '@/lib/db/backup/postgresql-dump'
import { copySqlite } from '@/lib/db/backup/sqlite-copy'
import { databaseAddress } from '@/lib/db/engine/address'
import { openDatabase } from '@/lib/db/engine/client'
import type { Settings } from '@/lib/env'
import { SettingError } from '@/lib/errors'
import { hasSecret, readSecret, secretNames } from '@/lib/keys/secrets'
import { programVersion } from '@/lib/version'
import { writeArchive, type NewEntry } from './archive'
import { flush, measure, withWorkFolder } from './files'
import { noteLastBackup } from './last-backup'
import { databaseEntry, manifestName, secretEntry, type Manifest } from './manifest'
import { openBackup } from './open-backup'
import { recordWherePossible } from './record'

/** How a backup is made. */
export interface BackupOptions {
  /** Whether it takes the place of a file that is there. */
  readonly isForced: boolean
  /** Whether the secrets are in it, without which nothing that is signed, hashed or encrypted can be used. */
  readonly hasSecrets: boolean
  readonly now: Date
}

async function copyDatabase(url: string, target: string): Promise<CopiedContent> {
  return databaseAddress(url).kind === 'sqlite' ? copySqlite(url, target) : dumpPostgresql(url, target)
}

/** Writes the secrets as the files that they are in a data folder. Returns their names in the backup, with where they were written. */
function writeSecrets(
  settings: Settings,
  folder: string,
): readonly (readonly [name: string, file: string])[] {
  return secretNames.map((name) => {
    const file = path.join(folder, `${name}-secret`)
    writeFileSync(file, `${readSecret(settings, name)}\n`, { mode: 0o600 })
    return [secretEntry(name), file] as const
  })
}

/** Puts a whole backup together in a work folder. Returns its file and what it says of itself. */
async function assemble(
  settings: Settings,
  folder: string,
  { hasSecrets, now }: BackupOptions,
): Promise<{ readonly file: string; readonly manifest: Manifest }> {
  const { kind } = databaseAddress(settings.databaseUrl)
  const copy = path.join(folder, databaseEntry(kind))
  const content = await copyDatabase(settings.databaseUrl, copy)
  const files = [[databaseEntry(kind), copy] as const, ...(hasSecrets ? writeSecrets(settings, folder) : [])]
  const measured: Manifest['files'] = {}
  for (const [name, file] of files) measured[name] = await measure(file)
  const manifest: Manifest = {
    program: 'miroir',
    format: 1,
    version: programVersion,
    madeAt: now.toISOString(),
    kind,
    migrations: [...content.migrations],
    counts: content.counts,
    files: measured,
  }
  const entries: readonly NewEntry[] = [
    { name: manifestName, text: `${JSON.stringify(manifest, null, 2)}\n` },
    // What pg_dump writes is compressed already.
    ...files.map(([name, file]) => ({ name, file, isCompressed: kind === 'sqlite' })),
  ]
  const file = path.join(folder, 'backup.zip')
  await writeArchive(file, entries)
  for (const [, each] of files) rmSync(each)
  return { file, manifest }
}

async function check(file: string, workFolder: string): Promise<void> {
  try {
    await openBackup(file, workFolder)
  } catch (cause) {
    if (!(cause instanceof SettingError)) throw cause
    throw new SettingError(
      'What was written is not what was to be written, so it was not kept: try again, and on another disk where it stays so.',
      { cause },
    )
  }
}

/** A backup that was made. */
export interface MadeBackup {
  readonly manifest: Manifest
  /** Whether it is in the audit log. */
  readonly isRecorded: boolean
}

/**
 * Makes a backup of a site, which may go on serving, as one file that only its owner can read: it is written beside its place, brought to
 * the disk, opened and checked, and only then put there. Where any of that fails, nothing is left. Notes when it was made, in the data
 * folder and in the audit log. Throws SettingError, DatabaseError.
 */
export async function makeBackup(
  settings: Settings,
  target: string,
  options: BackupOptions,
): Promise<MadeBackup> {
  if (existsSync(target) && !options.isForced) {
    throw new SettingError(`${target} is there already: give another name, or --force to replace it.`)
  }
  const folder = path.dirname(target)
  const manifest = await withWorkFolder(folder, 'no backup was made.', async (workFolder) => {
    const { file, manifest: made } = await assemble(settings, workFolder, options)
    await check(file, workFolder)
    chmodSync(file, 0o600)
    renameSync(file, target)
    flush(folder)
    return made
  })
  noteLastBackup(settings, options.now)
  return { manifest, isRecorded: await recordBackup(settings, options.now) }
}

async function recordBackup(settings: Settings, now: Date): Promise<boolean> {
  const database = openDatabase(settings.databaseUrl)
  const key = hasSecret(settings, 'audit') ? readSecret(settings, 'audit') : null
  const entry = { actor: systemActor, subject: null, outcome: 'succeeded', details: {} } as const
  return recordWherePossible(database, key, { ...entry, action: 'backupMade' }, now)
}
