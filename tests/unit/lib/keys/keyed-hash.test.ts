import { expect, test } from 'vitest'
import { keyedHash, keyedUniform } from '@/lib/keys/keyed-hash'

test('a hash is the same each time, and another for each key, purpose and text', () => {
  const hash = keyedHash('key', 'receipt', 'text')
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  expect(keyedHash('key', 'receipt', 'text')).toBe(hash)
  const others = [
    keyedHash('other', 'receipt', 'text'),
    keyedHash('key', 'rounding', 'text'),
    keyedHash('key', 'receipt', 'texts'),
  ]
  expect(new Set([hash, ...others]).size).toBe(4)
})

test('a hash is the one that any other program computes', () => {
  // printf 'receipt\0text' | openssl dgst -sha256 -hmac key
  expect(keyedHash('key', 'receipt', 'text')).toBe(
    '2bd7874f46a0158f9d21ee81e0dae6eccdfa1c280fe3dcd00aa4ef384d2436ef',
  )
})

test('uniform numbers fill the unit interval evenly', () => {
  const numbers = Array.from({ length: 10_000 }, (_, index) => keyedUniform('key', 'rounding', String(index)))
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...numbers)).toBeLessThan(1)
  const tenths = Array.from({ length: 10 }, (_, tenth) =>
    numbers.filter((each) => Math.floor(each * 10) === tenth),
  )
  for (const tenth of tenths) expect(Math.abs(tenth.length - 1000)).toBeLessThan(150)
})
