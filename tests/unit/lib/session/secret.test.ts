import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readSettings } from '@/lib/env'
import { SettingError } from '@/lib/errors'
import { ensureSessionSecret, readSessionSecret } from '@/lib/session/secret'

let folder: string
const settings = (extra: Record<string, string> = {}) =>
  readSettings({ MIROIR_DATA_DIR: path.join(folder, 'data'), ...extra })

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'miroir-secret-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

test('the first start makes a secret that only its owner can read, and later starts keep it', () => {
  ensureSessionSecret(settings())
  const secret = readSessionSecret(settings())
  expect(secret.length).toBeGreaterThanOrEqual(32)
  expect(statSync(path.join(folder, 'data', 'session-secret')).mode & 0o777).toBe(0o600)
  ensureSessionSecret(settings())
  expect(readSessionSecret(settings())).toBe(secret)
})

test('the setting comes before the file, and makes none', () => {
  const chosen = settings({ MIROIR_SESSION_SECRET: 'x'.repeat(32) })
  ensureSessionSecret(chosen)
  expect(readSessionSecret(chosen)).toBe('x'.repeat(32))
  expect(() => readFileSync(path.join(folder, 'data', 'session-secret'))).toThrow('ENOENT')
})

test('without a secret, and where none can be made, a sentence says so', () => {
  expect(() => readSessionSecret(settings())).toThrow(SettingError)
  writeFileSync(path.join(folder, 'data'), 'a file where the folder should be')
  expect(() => ensureSessionSecret(settings())).toThrow(/cannot be written to/)
})
