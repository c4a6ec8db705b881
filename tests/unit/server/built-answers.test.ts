import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findBuiltAnswers } from '@/server/built-answers'
import { precompress } from '@/server/precompress'
import { readReadyAnswers } from '@/server/ready-answers'

const text = 'a text that gets shorter, '.repeat(20)

let root: string
const write = (file: string, content = text) => {
  mkdirSync(path.dirname(path.join(root, '.next', file)), { recursive: true })
  writeFileSync(path.join(root, '.next', file), content)
}

const once = { initialRevalidateSeconds: false }
const manifest = {
  '/fr': once,
  '/en': once,
  '/fr/help': once,
  '/en/help': { initialRevalidateSeconds: 60 },
  '/_not-found': once,
  '/icon.svg': { ...once, initialHeaders: { 'content-type': 'image/svg+xml', 'cache-control': 'public' } },
}

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'miroir-built-'))
  write('prerender-manifest.json', JSON.stringify({ routes: manifest }))
  for (const page of ['fr', 'fr/help', 'en/help', '_not-found', 'fr/results'])
    write(`server/app/${page}.html`)
  for (const file of ['icon.svg.body', 'fr.rsc']) write(`server/app/${file}`)
  for (const file of ['chunks/a.js', 'media/b.woff2', 'chunks/c.css', 'chunks/d.unknown'])
    write(`static/${file}`)
})
afterEach(() => {
  rmSync(root, { recursive: true })
})

test('a page that the build has rendered for good is found at its public address, if it is there', () => {
  const pages = findBuiltAnswers(path.join(root, '.next')).filter(({ file }) => file.endsWith('.html'))
  expect(pages.map(({ address }) => address)).toEqual(['/fr', '/fr/aide'])
})

test('the framework’s files are found with what it says of them', () => {
  const others = findBuiltAnswers(path.join(root, '.next')).filter(({ file }) => !file.endsWith('.html'))
  const immutable = 'public, max-age=31536000, immutable'
  expect(
    Object.fromEntries(others.map(({ address, headers }) => [address, headers['Cache-Control']])),
  ).toEqual({
    '/icon.svg': 'public',
    '/_next/static/chunks/a.js': immutable,
    '/_next/static/chunks/c.css': immutable,
    '/_next/static/media/b.woff2': immutable,
  })
})

test('each is compressed, a font is not, and all of it is read', async () => {
  await precompress(path.join(root, '.next'))
  const ready = readReadyAnswers(path.join(root, '.next'))
  expect([...ready.keys()]).toEqual(findBuiltAnswers(path.join(root, '.next')).map(({ address }) => address))
  expect(brotliDecompressSync(ready.get('/fr/aide')?.bodies.get('br') ?? '').toString()).toBe(text)
  expect([...(ready.get('/_next/static/chunks/a.js')?.bodies.keys() ?? [])]).toEqual([
    'br',
    'gzip',
    'identity',
  ])
  expect([...(ready.get('/_next/static/media/b.woff2')?.bodies.keys() ?? [])]).toEqual(['identity'])
})

test('what an earlier build has left is gone', async () => {
  write('served/fr/retire.br')
  await precompress(path.join(root, '.next'))
  expect(existsSync(path.join(root, '.next/served/fr/retire.br'))).toBe(false)
})
