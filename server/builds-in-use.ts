import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isRunning } from '@/lib/is-running'

const usersOf = (folder: string) => path.join(folder, 'used-by')

/** Notes that this process serves a build. On a disk that cannot be written to, nobody removes builds either. */
export function noteUse(folder: string): void {
  try {
    mkdirSync(usersOf(folder), { recursive: true })
    writeFileSync(path.join(usersOf(folder), String(process.pid)), '')
  } catch {
    // Read-only, as in a container.
  }
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Whether a process serves a build. */
export const isUsed = (folder: string) => entriesOf(usersOf(folder)).some((name) => isRunning(Number(name)))

/**
 * Removes the builds under `root` that no process serves, but for this one and the newest before it: a site in a container or of another
 * user may serve that one and be unable to say so. What killed builders left goes too.
 */
export function removeUnusedBuilds(root: string, current: string): void {
  const names = entriesOf(root).filter((name) => name.startsWith('.build-'))
  const isWhole = (name: string) => !name.startsWith('.build-making-')
  const [, ...older] = names
    .filter(isWhole)
    .map((name) => path.join(root, name))
    .filter((folder) => folder !== current)
    .toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  const halfMade = names.filter((name) => !isWhole(name)).map((name) => path.join(root, name))
  for (const folder of [...older.filter((each) => !isUsed(each)), ...halfMade])
    rmSync(folder, { recursive: true, force: true })
}
