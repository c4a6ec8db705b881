import { expect, test } from 'vitest'
import { keyedHash } from '@/lib/keys/keyed-hash'

test('a hash is the same each time, and another for each key, purpose and text', () => {
  const hash = keyedHash('key', 'receipt', 'text')
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  expect(keyedHash('key', 'receipt', 'text')).toBe(hash)
  const others = [
    keyedHash('other', 'receipt', 'text'),
    keyedHash('key', 'address', 'text'),
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
