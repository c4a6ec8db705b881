import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
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

/** Removes the builds under `root` that no process serves, but for this one, and what killed builders left. */
export function removeUnusedBuilds(root: string, current: string): void {
  const folders = entriesOf(root)
    .filter((name) => name.startsWith('.build-'))
    .map((name) => path.join(root, name))
  for (const folder of folders)
    if (folder !== current && !isUsed(folder)) rmSync(folder, { recursive: true, force: true })
}
