import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import path from 'node:path'
import { databaseAddress } from '@/lib/db/engine/address'
import type { Settings } from '@/lib/env'

/** With less, in bytes, a disk counts as full: a database needs room for what it writes on the way. */
export const leastFreeBytes = 64 * 1024 * 1024

/** The room on the disk of a folder. */
export interface DiskSpace {
  readonly folder: string
  readonly freeBytes: number
}

/** A folder that is yet to be made is on the disk of the one that it goes into. */
function existing(folder: string): string {
  const parent = path.dirname(folder)
  return existsSync(folder) || parent === folder ? folder : existing(parent)
}

/** The room where the site stores something: on the fullest, if that is on two disks. Throws what the system throws. */
export async function scarcestSpace({
  dataDir,
  databaseUrl,
}: Pick<Settings, 'dataDir' | 'databaseUrl'>): Promise<DiskSpace> {
  const address = databaseAddress(databaseUrl)
  const folders = address.kind === 'sqlite' ? [dataDir, path.dirname(address.file)] : [dataDir]
  const spaces = await Promise.all(
    folders.map(existing).map(async (folder) => {
      const { bavail, bsize } = await statfs(folder)
      return { folder, freeBytes: bavail * bsize }
    }),
  )
  return spaces.reduce((least, other) => (other.freeBytes < least.freeBytes ? other : least))
}
