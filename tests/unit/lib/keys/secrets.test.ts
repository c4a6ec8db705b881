import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readSettings } from '@/lib/env'
import { SettingError } from '@/lib/errors'
import { ensureSecrets, readSecret, secretNames } from '@/lib/keys/secrets'

let folder: string
const settings = (extra: Record<string, string> = {}) =>
  readSettings({ MIROIR_DATA_DIR: path.join(folder, 'data'), ...extra })

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'miroir-secret-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

test.each(secretNames)(
  'the first start makes a %s secret that only its owner can read, and later starts keep it',
  (name) => {
    ensureSecrets(settings())
    const secret = readSecret(settings(), name)
    expect(secret.length).toBeGreaterThanOrEqual(32)
    expect(statSync(path.join(folder, 'data', `${name}-secret`)).mode & 0o777).toBe(0o600)
    ensureSecrets(settings())
    expect(readSecret(settings(), name)).toBe(secret)
  },
)

test('each secret is another one', () => {
  ensureSecrets(settings())
  const secrets = secretNames.map((name) => readSecret(settings(), name))
  expect(new Set(secrets).size).toBe(secretNames.length)
})

test.each([
  ['session', 'MIROIR_SESSION_SECRET'],
  ['receipt', 'MIROIR_RECEIPT_SECRET'],
  ['admin', 'MIROIR_ADMIN_SECRET'],
  ['audit', 'MIROIR_AUDIT_SECRET'],
] as const)('the %s setting comes before the file, and makes none', (name, setting) => {
  const chosen = settings({ [setting]: 'x'.repeat(32) })
  ensureSecrets(chosen)
  expect(readSecret(chosen, name)).toBe('x'.repeat(32))
  expect(() => readFileSync(path.join(folder, 'data', `${name}-secret`))).toThrow('ENOENT')
})

test('without a secret, and where none can be made, a sentence says so', () => {
  expect(() => readSecret(settings(), 'session')).toThrow(SettingError)
  writeFileSync(path.join(folder, 'data'), 'a file where the folder should be')
  expect(() => ensureSecrets(settings())).toThrow(/cannot be written to/)
})

test.each(secretNames)('a %s secret that is none is refused, with its name and its file', (name) => {
  ensureSecrets(settings())
  const file = path.join(folder, 'data', `${name}-secret`)
  for (const text of ['', '\n', ' '.repeat(64), 'x'.repeat(31), `${'x'.repeat(31)}\n\n`, '\0'.repeat(44)]) {
    writeFileSync(file, text)
    const refused = expect.objectContaining({
      name: 'SettingError',
      message: expect.stringContaining(`${file} must hold the ${name} secret`),
    })
    expect(() => readSecret(settings(), name)).toThrow(refused)
    expect(() => ensureSecrets(settings())).toThrow(refused)
    expect(readFileSync(file, 'utf8')).toBe(text)
  }
  writeFileSync(file, `${'x'.repeat(32)}\n`)
  ensureSecrets(settings())
  expect(readSecret(settings(), name)).toBe('x'.repeat(32))
})

test('a secret that cannot be read is no secret that is missing', () => {
  mkdirSync(path.join(folder, 'data', 'session-secret'), { recursive: true })
  expect(() => readSecret(settings(), 'session')).toThrow(/session-secret .*cannot be read \(EISDIR\)/)
})
