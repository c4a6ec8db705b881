import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isRunning } from '@/lib/is-running'

const lookEachMs = 250

/** Waits until no other process builds under `root`, and keeps others from it. Returns what lets them again. */
export async function awaitBuildLock(root: string): Promise<() => void> {
  const folder = path.join(root, '.builds')
  const file = path.join(folder, 'building')
  mkdirSync(folder, { recursive: true })
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' })
      return () => rmSync(file, { force: true })
    } catch {
      // One that was killed has left it. Between two that find this at the same time, the second `wx` decides.
      if (!isRunning(holderOf(file))) rmSync(file, { force: true })
    }
    await wait(lookEachMs)
  }
}

function holderOf(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch {
    return 0
  }
}
