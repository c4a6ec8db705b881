import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Settings } from '@/lib/env'
import { SettingError } from '@/lib/errors'

const secretFile = (settings: Settings) => path.join(settings.dataDir, 'session-secret')

/** The key that seals sessions: the setting, or the file that the first start made. Throws SettingError without either. */
export function readSessionSecret(settings: Settings): string {
  if (settings.sessionSecret) return settings.sessionSecret
  try {
    return readFileSync(secretFile(settings), 'utf8').trim()
  } catch (cause) {
    throw new SettingError('There is no session secret: start the site with `npm start`, which makes one.', {
      cause,
    })
  }
}

/** Makes the key on the first start, readable by the owner only. Leaves one that is there. */
export function ensureSessionSecret(settings: Settings): void {
  const file = secretFile(settings)
  if (settings.sessionSecret || existsSync(file)) return
  try {
    mkdirSync(settings.dataDir, { recursive: true })
    // `wx`: of two processes that start at once, one makes the file and the other reads it.
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (cause) {
    if (existsSync(file)) return
    throw new SettingError(
      `The folder ${settings.dataDir} cannot be written to: the site keeps its data there.`,
      { cause },
    )
  }
}
