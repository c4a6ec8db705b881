import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A disk of its own that can be full. */
export interface SmallDisk {
  readonly folder: string
  /** Leaves no byte free. */
  readonly fill: () => void
  readonly free: () => void
  /** Lets it be written to, or only read. */
  readonly remount: (mode: 'rw' | 'ro') => void
  readonly remove: () => void
}

/** Makes a disk in memory. null where this system does not let this user do that: only root on Linux may. */
export function smallDisk(sizeMegabytes: number): SmallDisk | null {
  const folder = mkdtempSync(path.join(tmpdir(), 'miroir-disk-'))
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeMegabytes}m`, 'tmpfs', folder])
  if (status !== 0) {
    rmdirSync(folder)
    return null
  }
  const filling = path.join(folder, 'filling')
  return {
    folder,
    fill: () => {
      const file = openSync(filling, 'w')
      try {
        for (;;) writeSync(file, Buffer.alloc(4096))
      } catch {
        closeSync(file)
      }
    },
    free: () => rmSync(filling),
    remount: (mode) => {
      if (spawnSync('mount', ['-o', `remount,${mode}`, folder]).status !== 0)
        throw new Error(`the disk cannot be made ${mode}`)
    },
    remove: () => {
      // Lazily: what is still open on it is closed with its process.
      spawnSync('umount', ['-l', folder])
      rmdirSync(folder)
    },
  }
}
