import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Settings } from '@/lib/env'
import { SettingError } from '@/lib/errors'

/**
 * `session` seals cookies; `receipt` makes the hashes of receipts, and with another one no receipt is known any more;
 * `admin` encrypts and hashes what admins sign in with, and with another one they all need a new second factor; `audit`
 * makes the hashes of the audit log, and with another one every entry seems changed.
 */
export const secretNames = ['session', 'receipt', 'admin', 'audit'] as const
export type SecretName = (typeof secretNames)[number]

const secretFile = (settings: Settings, name: SecretName) => path.join(settings.dataDir, `${name}-secret`)

/** A key of the site: the setting, or the file that the first start made. Throws SettingError without either. */
export function readSecret(settings: Settings, name: SecretName): string {
  const chosen = settings.secrets[name]
  if (chosen) return chosen
  try {
    return readFileSync(secretFile(settings, name), 'utf8').trim()
  } catch (cause) {
    throw new SettingError(
      `There is no ${name} secret: start the site with \`npm start\`, which makes one.`,
      {
        cause,
      },
    )
  }
}

/** Makes the keys on the first start, readable by the owner only. Leaves those that are there. */
export function ensureSecrets(settings: Settings): void {
  for (const name of secretNames) {
    if (!settings.secrets[name]) ensureFile(settings, secretFile(settings, name))
  }
}

function ensureFile({ dataDir }: Settings, file: string): void {
  if (existsSync(file)) return
  try {
    mkdirSync(dataDir, { recursive: true })
    // `wx`: of two processes that start at once, one makes the file and the other reads it.
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (cause) {
    if (existsSync(file)) return
    throw new SettingError(`The folder ${dataDir} cannot be written to: the site keeps its data there.`, {
      cause,
    })
  }
}
