import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildFolder, fingerprint, frameworkConfig } from '@/server/build'
import { awaitBuildLock } from '@/server/build-lock'
import { isUsed, noteUse, removeUnusedBuilds } from '@/server/builds-in-use'

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

test('another change than one to tests needs another build', () => {
  const before = buildFolder(root)
  write('tests/unit/some.test.ts', 'a test')
  expect(buildFolder(root)).toBe(before)
  write('messages/fr.json', '{"a": "b"}')
  expect(buildFolder(root)).not.toBe(before)
  write('messages/fr.json', '{}')
  expect(buildFolder(root)).toBe(before)
  write('package.json', '{"browserslist": ["firefox 100"]}')
  expect(buildFolder(root)).not.toBe(before)
})

test('a build knows where it is', () => {
  const folder = path.join(root, '.build-0123')
  write('.build-0123/required-server-files.json', '{"config": {"distDir": ".next", "compress": false}}')
  expect(JSON.parse(frameworkConfig(folder))).toEqual({ distDir: '.build-0123', compress: false })
})

test('builds that no process serves go, and the others stay', () => {
  const folders = ['one', 'two', 'three', 'making-1'].map((name) => path.join(root, `.build-${name}`))
  const [current = '', served = '', left = ''] = folders
  for (const folder of folders) mkdirSync(folder)
  noteUse(served)
  mkdirSync(path.join(left, 'used-by'))
  writeFileSync(path.join(left, 'used-by', '99999999'), '')
  removeUnusedBuilds(root, current)
  expect(folders.map((folder) => existsSync(folder))).toEqual([true, true, false, false])
  expect([isUsed(current), isUsed(served)]).toEqual([false, true])
})

test('one builds at a time, and a lock that a killed process left keeps nobody', async () => {
  mkdirSync(path.join(root, '.builds'))
  writeFileSync(path.join(root, '.builds', 'building'), '99999999')
  const unlock = await awaitBuildLock(root)
  let isSecondIn = false
  const enterSecond = async () => {
    const unlockSecond = await awaitBuildLock(root)
    isSecondIn = true
    unlockSecond()
  }
  const second = enterSecond()
  expect(isSecondIn).toBe(false)
  unlock()
  await second
  expect(isSecondIn).toBe(true)
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
