import { lchownSync, statSync } from 'node:fs'
import path from 'node:path'

/**
 * Gives a file that root made to whom its folder belongs: the site runs as that user, and has to read it. Never what a link leads to,
 * which that user may have put there. Throws what the system throws.
 */
export function giveToOwnerOfFolder(file: string): void {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = statSync(path.dirname(file))
  lchownSync(file, uid, gid)
}
