import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { leastSecretLength, type Settings } from '@/lib/env'
import { SettingError } from '@/lib/errors'

/**
 * `session` seals cookies; `receipt` makes the hashes of receipts, and with another one no receipt is known any more;
 * `admin` encrypts and hashes what admins sign in with, and with another one they all need a new second factor; `audit`
 * makes the hashes of the audit log, and with another one every entry seems changed; `withdrawal` makes those of the list of
 * withdrawals, and with another one a restored backup brings back what was withdrawn.
 */
export const secretNames = ['session', 'receipt', 'admin', 'audit', 'withdrawal'] as const
export type SecretName = (typeof secretNames)[number]

/** The file of a key that is not set. */
export const secretFile = (settings: Settings, name: SecretName) =>
  path.join(settings.dataDir, `${name}-secret`)

/** Whether a text can be a key. A full disk leaves an empty file, and a power cut one of zeros. */
const isSecret = (text: string) => text.length >= leastSecretLength && !/\p{Cc}/u.test(text)

/** Whether a key was set, or made by a start. */
export function hasSecret(settings: Settings, name: SecretName): boolean {
  return Boolean(settings.secrets[name]) || existsSync(secretFile(settings, name))
}

/**
 * A key of the site: the setting, or the file that the first start made. Throws SettingError without either, and where what
 * is there is no key.
 */
export function readSecret(settings: Settings, name: SecretName): string {
  const chosen = settings.secrets[name]
  if (chosen) return chosen
  const file = secretFile(settings, name)
  const text = readText(file, name)
  if (isSecret(text)) return text
  throw new SettingError(
    `The file ${file} must hold the ${name} secret, of ${leastSecretLength} characters or more, and does not: ` +
      'bring it back from a copy, or delete it if it never held one, and the next start makes another.',
  )
}

function readText(file: string, name: SecretName): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (cause) {
    const message =
      codeOf(cause) === 'ENOENT'
        ? `There is no ${name} secret: start the site with \`npm start\`, which makes one.`
        : `The file ${file} with the ${name} secret cannot be read (${codeOf(cause)}).`
    throw new SettingError(message, { cause })
  }
}

/**
 * Makes the keys on the first start, readable by the owner only. Leaves those that are there. Throws SettingError where one
 * cannot be made, and where what is there is no key.
 */
export function ensureSecrets(settings: Settings): void {
  for (const name of secretNames) {
    const file = secretFile(settings, name)
    if (!settings.secrets[name] && !existsSync(file)) makeFile(settings.dataDir, file)
    readSecret(settings, name)
  }
}

/** Makes a file with a new key, which is there whole or not at all, whatever happens to the machine. */
function makeFile(folder: string, file: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    const temporary = `${file}.${randomBytes(8).toString('hex')}`
    try {
      const text = `${randomBytes(32).toString('base64url')}\n`
      writeFileSync(temporary, text, { mode: 0o600, flag: 'wx', flush: true })
      linkSync(temporary, file)
    } finally {
      rmSync(temporary, { force: true })
    }
    flushFolder(folder)
  } catch (cause) {
    // Of two processes that start at once, one makes the file and the other reads it.
    if (codeOf(cause) === 'EEXIST' && existsSync(file)) return
    const isFull = ['ENOSPC', 'EDQUOT'].includes(codeOf(cause))
    const problem = isFull ? 'is on a disk that is full' : `cannot be written to (${codeOf(cause)})`
    throw new SettingError(`The folder ${folder} ${problem}: the site keeps its data there.`, { cause })
  }
}

/** Brings the names in a folder to the disk, where the system can do that. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
