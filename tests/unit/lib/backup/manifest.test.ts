import { expect, test } from 'vitest'
import { countsSentence, parseManifest, type Manifest } from '@/lib/backup/manifest'

const manifest: Manifest = {
  program: 'miroir',
  format: 1,
  version: '0.1.0',
  madeAt: '2026-11-26T08:00:00.000Z',
  kind: 'sqlite',
  migrations: ['20261123174555_init'],
  counts: { response: 1, edition: 2, wave: 1 },
  files: { 'database.db': { sizeBytes: 8192, sha256: 'a'.repeat(64) } },
}

test('a manifest is read as it was written', () => {
  expect(parseManifest(JSON.stringify(manifest))).toEqual(manifest)
})

test.each<[string, object]>([
  ['of another program', { program: 'other' }],
  ['with a number that is none', { counts: { response: -1 } }],
  ['with a moment that is none', { madeAt: 'yesterday' }],
  ['without migrations', { migrations: [] }],
  ['with a hash that is none', { files: { 'database.db': { sizeBytes: 1, sha256: 'a' } } }],
  ['with a field that nobody knows', { note: 'hello' }],
])('a manifest %s is none', (_, changes) => {
  expect(parseManifest(JSON.stringify({ ...manifest, ...changes }))).toBe('foreign')
})

test('what is no manifest is none, and one of a later format is told from it', () => {
  for (const text of ['', '{', 'null', '[]']) expect(parseManifest(text)).toBe('foreign')
  expect(parseManifest(JSON.stringify({ ...manifest, format: 2, shards: 3 }))).toBe('newer')
})

test('what it holds is said in words', () => {
  expect(countsSentence(manifest.counts)).toBe('1 response, 2 editions, 0 accounts, 0 audit entries')
})
