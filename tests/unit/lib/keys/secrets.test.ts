import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
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
