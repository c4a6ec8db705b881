import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { vi } from 'vitest'

const NODE_OPTIONS = `--import=${pathToFileURL('tests/support/shift-dates.mjs').href}`

/** The variables of a process whose clock is so many days ahead, or behind where there is a minus. */
export function shiftedClock(days: number): Record<string, string> {
  return { NODE_OPTIONS, SHIFTED_DAYS: String(days) }
}

/** A clock of today that jumps while a process runs. */
export interface JumpingClock {
  readonly variables: Record<string, string>
  /** Sets it so many days ahead, and resolves once the process has it. */
  readonly jumpTo: (days: number) => Promise<void>
}

const dayMs = 86_400_000

/**
 * A clock whose setting is kept in a file that is not there yet. In the afternoon it is half a day slow: near midnight, a day behind may
 * be none. Never fast: what was sealed for two hours would have expired.
 */
export function jumpingClock(file: string): JumpingClock {
  const slowDays = Date.now() % dayMs < dayMs / 2 ? 0 : 0.5
  const setting = (days: number) => String(days - slowDays)
  writeFileSync(file, setting(0))
  return {
    variables: { NODE_OPTIONS, SHIFTED_DAYS_FILE: file },
    jumpTo: async (days) => {
      writeFileSync(file, setting(days))
      const taken = () => (existsSync(`${file}.taken`) ? readFileSync(`${file}.taken`, 'utf8') : setting(0))
      await vi.waitUntil(() => taken() === setting(days), { timeout: 10_000, interval: 10 })
    },
  }
}
