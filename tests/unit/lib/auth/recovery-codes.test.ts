import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { makeRecoveryCodes, recoveryCodeHash } from '@/lib/auth/recovery-codes'

it('recovery codes are ten, readable aloud, and other ones each time', () => {
  const codes = [...makeRecoveryCodes(randomBytes), ...makeRecoveryCodes(randomBytes)]
  expect(codes).toHaveLength(20)
  expect(new Set(codes).size).toBe(20)
  for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
})

it('a code has the same hash however it is typed, and another for each code and key', () => {
  const hash = recoveryCodeHash('key', 'A0B1C-D2E3F')
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  for (const typed of ['a0b1cd2e3f', ' aOblc — d2e3f', 'AoBiC-D2E3F', 'A0B1C\u200bD2E3F']) {
    expect(recoveryCodeHash('key', typed)).toBe(hash)
  }
  expect(recoveryCodeHash('key', 'A0B1C-D2E3G')).not.toBe(hash)
  expect(recoveryCodeHash('other', 'A0B1C-D2E3F')).not.toBe(hash)
})
