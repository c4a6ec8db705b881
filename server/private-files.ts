import { chmodSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { databaseAddress } from '@/lib/db/engine/address'
import type { Settings } from '@/lib/env'

/** Of permissions, the part of the file's own user. */
const ownerOnly = 0o700

/**
 * Closes what older versions left readable to other users of the machine: the data folder with what is in it, and the files of
 * the SQLite database wherever they are. Says which stay readable, since they are somebody else's.
 */
export function closeToOthers({ dataDir, databaseUrl }: Settings): void {
  if (process.platform === 'win32') return
  const address = databaseAddress(databaseUrl)
  const database = address.kind === 'sqlite' ? ['', '-wal', '-shm'].map((end) => address.file + end) : []
  const open = [...new Set([dataDir, ...entriesOf(dataDir), ...database])].filter((entry) => !close(entry))
  if (open.length > 0)
    console.log(`Other users of this machine may read ${open.join(', ')}: only its owner can change that.`)
}

function entriesOf(folder: string): readonly string[] {
  const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true
  return isFolder ? readdirSync(folder).map((name) => path.join(folder, name)) : []
}

/** Returns whether no other user can read it. A folder that all may write to, as `/tmp`, is not the site's. */
function close(entry: string): boolean {
  try {
    const found = statSync(entry, { throwIfNoEntry: false })
    if (found === undefined || (found.mode & ~ownerOnly & 0o777) === 0) return true
    if (found.uid !== process.getuid?.() || (found.mode & 0o1000) !== 0) return false
    chmodSync(entry, found.mode & ownerOnly)
    return true
  } catch (error) {
    // A file stands where the folder should be: there is nothing to read in it.
    return error instanceof Error && 'code' in error && error.code === 'ENOTDIR'
  }
}
