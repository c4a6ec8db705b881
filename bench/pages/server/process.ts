import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
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

/** The kernel tells every process's time in hundredths of a second. */
const ticksPerSecond = 100

/** The processor's time that a process has taken, all of its threads, in seconds. NaN where the system does not say. */
export function processorSeconds(pid: number): number {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return Number.NaN
  // The name of the program stands in brackets and may hold spaces; the fields after it are counted from the third.
  const fields = readFileSync(file, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
}
