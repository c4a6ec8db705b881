import { existsSync, statSync } from 'node:fs'
import { readLastBackup } from '@/lib/backup/last-backup'
import { mostBackupDays } from '@/lib/contribution/retention'
import { databaseAddress } from '@/lib/db/engine/address'
import type { Settings } from '@/lib/env'
import { readSecret, secretFile, secretNames } from '@/lib/keys/secrets'
import { leastFreeBytes, scarcestSpace } from '@/server/health/disk-space'
import { startCommand } from '../site'
import { failure, fine, warning, type Finding } from './finding'

const megabyte = 1024 * 1024
const dayMs = 86_400_000

/** Rights of other users of the machine. */
const others = 0o077

const isOpen = (entry: string) => process.platform !== 'win32' && (statSync(entry).mode & others) !== 0

/** The folder that holds what the site stores. */
export function lookAtFolder(settings: Settings): Finding {
  const { dataDir } = settings
  if (!existsSync(dataDir)) {
    const next = `Set MIROIR_DATA_DIR to where the site has it, or make a site there with \`${startCommand(settings)}\`.`
    return failure('data folder', `${dataDir} is not there. ${next}`)
  }
  return isOpen(dataDir)
    ? warning(
        'data folder',
        `Other users of this machine may read ${dataDir}: chmod go-rwx it, or start the site, which does.`,
      )
    : fine('data folder', `${dataDir}, for its own user only.`)
}

/** The keys, each where it is. Throws SettingError where one is missing or none. */
export function lookAtSecrets(settings: Settings): Finding {
  for (const name of secretNames) readSecret(settings, name)
  const files = secretNames
    .filter((name) => !settings.secrets[name])
    .map((name) => secretFile(settings, name))
  const open = files.filter(isOpen)
  if (open.length > 0) {
    return warning(
      'secrets',
      `Other users of this machine may read ${open.join(', ')}: chmod go-rwx them, or start the site, which does.`,
    )
  }
  const setCount = secretNames.length - files.length
  return fine('secrets', `${files.length} in files for their own user only, ${setCount} set.`)
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

/** The room on the disk of the data, beside what the daily work needs to write the database anew. */
export async function lookAtDisk(settings: Settings): Promise<Finding> {
  const address = databaseAddress(settings.databaseUrl)
  const { folder, freeBytes } = await scarcestSpace(settings)
  const free = Math.floor(freeBytes / megabyte)
  const needed = Math.ceil((2 * (address.kind === 'sqlite' ? sizeOf(address.file) : 0)) / megabyte)
  const says = `${free} MB are free on the disk of ${folder}`
  if (freeBytes < leastFreeBytes)
    return failure('disk', `${says}: free some space at once, or contributions are refused.`)
  if (free < needed + 200) {
    return warning('disk', `${says}, and erasing what is deleted needs ${needed} MB: free some space.`)
  }
  return fine('disk', `${says}.`)
}

/** How long ago the last backup was made. */
export function lookAtBackup(settings: Settings, now: Date): Finding {
  const last = readLastBackup(settings)
  const make = 'make one: `npm run backup -- <file>`'
  if (last === null) return warning('backup', `None is known: ${make}.`)
  const days = Math.floor((now.getTime() - last.getTime()) / dayMs)
  const says = `The last one was made at ${last.toISOString()}, ${days} days ago`
  if (days > mostBackupDays)
    return warning('backup', `${says}, and is to be deleted after ${mostBackupDays}: ${make}.`)
  return days > 7 ? warning('backup', `${says}: ${make}.`) : fine('backup', `${says}.`)
}
