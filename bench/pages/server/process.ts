import { spawnSync } from 'node:child_process'
import { cpus } from 'node:os'

/** Keeps a process on one core, where the system can: what asks and what answers are not to be in each other's way. */
export function pinTo(core: number, pid: number): void {
  if (cpus().length > 1) spawnSync('taskset', ['-apc', String(core), String(pid)])
}

/** The memory of a process that is not swapped out, in MiB. NaN where the system does not say. */
export function residentMib(pid: number): number {
  const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })
  return Math.round(Number.parseInt(stdout ?? '', 10) / 1024)
}
