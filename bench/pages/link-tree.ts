import { copyFileSync, linkSync, mkdirSync, readdirSync, readlinkSync, symlinkSync } from 'node:fs'
import path from 'node:path'

function linkFile(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch {
    // The other folder is on another disk, or the file system has no hard links.
    copyFileSync(from, to)
  }
}

/**
 * Makes the tree `from` again as `to`, its files being hard links where that can be had. A symbolic link to the whole
 * tree would be quicker, but Turbopack follows none that leads out of the project.
 */
export function linkTree(from: string, to: string): void {
  mkdirSync(to)
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = path.join(from, entry.name)
    const target = path.join(to, entry.name)
    if (entry.isDirectory()) linkTree(source, target)
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target)
    else linkFile(source, target)
  }
}
