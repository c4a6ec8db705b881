import { base32 } from '@better-auth/utils/base32'
import { describe, expect, it } from 'vitest'
import { makeTotpSecret, matchingStep, qrCode, totpUri } from '@/lib/auth/totp'
import { decryptTotpSecret, encryptTotpSecret } from '@/lib/auth/totp-secret'

// RFC 6238, appendix B, SHA-1: the last six of its eight digits.
const rfcSecret = base32.encode('12345678901234567890', { padding: false })
const vectors = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
] as const

describe('a code', () => {
  it.each(vectors)('is the one of RFC 6238 at %s seconds', async (seconds, code) => {
    const step = Math.floor(seconds / 30)
    expect(await matchingStep(rfcSecret, code, new Date(seconds * 1000))).toBe(step)
    expect(await matchingStep(rfcSecret, code, new Date((seconds + 30) * 1000))).toBe(step)
    expect(await matchingStep(rfcSecret, code, new Date((seconds - 30) * 1000))).toBe(step)
    expect(await matchingStep(rfcSecret, code, new Date((seconds + 60) * 1000))).toBeNull()
    expect(await matchingStep(rfcSecret, code, new Date((seconds - 60) * 1000))).toBeNull()
  })

  it('is six digits, with spaces anywhere', async () => {
    const at = new Date(59_000)
    expect(await matchingStep(rfcSecret, ' 287 082\n', at)).toBe(1)
    for (const typed of ['', '28708', '2870820', '28708２', 'abcdef', '-28708', '287,082']) {
      expect(await matchingStep(rfcSecret, typed, at)).toBeNull()
    }
  })
})

describe('a secret', () => {
  it('has 160 random bits, in base 32', () => {
    const secrets = Array.from({ length: 20 }, makeTotpSecret)
    for (const secret of secrets) expect(secret).toMatch(/^[A-Z2-7]{32}$/)
    expect(new Set(secrets).size).toBe(20)
  })

  it('is encrypted with the admins’ key, another way each time', async () => {
    const secret = makeTotpSecret()
    const encrypted = await encryptTotpSecret('key', secret)
    expect(encrypted).toMatch(/^\$ba\$1\$[0-9a-f]+$/)
    expect(await encryptTotpSecret('key', secret)).not.toBe(encrypted)
    expect(await decryptTotpSecret('key', encrypted)).toBe(secret)
    await expect(decryptTotpSecret('other', encrypted)).rejects.toThrow('tag')
  })

  it('has an address and a QR code that authenticators read', () => {
    const uri = totpUri(rfcSecret, 'Le Miroir', 'a&b@example.org')
    const read = new URL(uri)
    expect(uri).toMatch(/^otpauth:\/\/totp\/Le%20Miroir:a%26b%40example\.org\?/)
    expect(uri).not.toContain('+')
    expect(Object.fromEntries(read.searchParams)).toEqual({
      secret: rfcSecret,
      issuer: 'Le Miroir',
      digits: '6',
      period: '30',
    })
    const { size, path } = qrCode(uri)
    expect((size - 8 - 17) % 4).toBe(0)
    expect(path).toMatch(/^(M\d+ \d+h1v1h-1z)+$/)
    // The upper left finder, behind a white border of four.
    expect(path).toMatch(/^M4 4h1v1h-1zM5 4h1v1h-1z/)
  })
})
