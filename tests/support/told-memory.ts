import { existsSync, readFileSync, rmSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { vi } from 'vitest'

/** The variables of a process that says how much memory it needs, in a file that is not there yet. */
export function tellingMemory(file: string): Record<string, string> {
  const preload = pathToFileURL('tests/support/tell-memory.mjs').href
  return { NODE_OPTIONS: `--import=${preload}`, MEMORY_FILE: file }
}

/** How much of its heap such a process needs, in MiB. */
export async function neededMegabytes(pid: number, file: string): Promise<number> {
  rmSync(file, { force: true })
  process.kill(pid, 'SIGUSR2')
  await vi.waitUntil(() => existsSync(file), { timeout: 20_000, interval: 20 })
  return Number(readFileSync(file, 'utf8')) / 1024 / 1024
}
