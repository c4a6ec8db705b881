import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { compressed, negotiateEncoding, type Encoding } from '@/server/encodings'
import { asked } from '../../support/asked'

const page = Buffer.from('<p>la même page</p>'.repeat(100))

const chosen = (accepted: string | undefined, available: readonly Encoding[]) =>
  negotiateEncoding(
    asked(accepted === undefined ? {} : { 'accept-encoding': accepted }),
    new Map(available.map((encoding) => [encoding, page])),
  )

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['GZIP', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0', 'identity'],
  ['br;q=0.5, gzip;q=0.8', 'gzip'],
  ['*', 'br'],
  ['*;q=0.5, br;q=0', 'gzip'],
  ['identity', 'identity'],
  ['identity;q=1, br;q=0.1', 'identity'],
  ['xbr, brotli', 'identity'],
  ['deflate', 'identity'],
  ['identity;q=0', 'identity'],
  ['*;q=0', 'identity'],
] as const)('a client that accepts %j gets %s', (accepted, encoding) => {
  expect(chosen(accepted, ['br', 'gzip', 'identity'])).toBe(encoding)
})

test('a client gets nothing that is not there', () => {
  expect(chosen('br, gzip', ['gzip', 'identity'])).toBe('gzip')
  expect(chosen('br, gzip', ['identity'])).toBe('identity')
})

test('each encoding holds the same bytes', async () => {
  const bodies = await compressed(page)
  expect(brotliDecompressSync(bodies.get('br') ?? '')).toEqual(page)
  expect(gunzipSync(bodies.get('gzip') ?? '')).toEqual(page)
  expect(bodies.get('identity')).toBe(page)
})

test('what compression makes no shorter is there as it is only', async () => {
  expect([...(await compressed(Buffer.from('short'))).keys()]).toEqual(['identity'])
})
