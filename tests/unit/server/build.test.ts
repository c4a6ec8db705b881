import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fingerprint, isBuildFresh } from '@/server/build'

let root: string
const write = (file: string, content: string) => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  writeFileSync(path.join(root, file), content)
}

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'miroir-build-'))
  write('app/page.tsx', 'one')
  write('messages/fr.json', '{}')
})
afterEach(() => {
  rmSync(root, { recursive: true })
})

test('a build is fresh until something that it was made from changes', () => {
  expect(isBuildFresh(root)).toBe(false)
  write('.next/built-from', fingerprint(root))
  write('.next/served/fr.br', 'compressed')
  expect(isBuildFresh(root)).toBe(true)
  write('tests/unit/some.test.ts', 'a test')
  expect(isBuildFresh(root)).toBe(true)
  write('messages/fr.json', '{"a": "b"}')
  expect(isBuildFresh(root)).toBe(false)
  write('messages/fr.json', '{}')
  expect(isBuildFresh(root)).toBe(true)
  write('package.json', '{"browserslist": ["firefox 100"]}')
  expect(isBuildFresh(root)).toBe(false)
})

test('a build of which nothing was compressed is not fresh', () => {
  write('.next/built-from', fingerprint(root))
  expect(isBuildFresh(root)).toBe(false)
})

test('a file that is renamed or added is a change', () => {
  const before = fingerprint(root)
  write('lib/new.ts', '')
  const added = fingerprint(root)
  expect(added).not.toBe(before)
  rmSync(path.join(root, 'lib/new.ts'))
  write('lib/newer.ts', '')
  expect(fingerprint(root)).not.toBe(added)
})
