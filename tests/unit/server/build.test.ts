import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
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

test('builds that no process serves go, but for the newest before this one', () => {
  const names = ['one', 'served', 'before', 'left', 'making-1']
  const folders = names.map((name) => path.join(root, `.build-${name}`))
  const [current = '', served = '', before = '', left = ''] = folders
  for (const folder of folders) mkdirSync(folder)
  noteUse(served)
  mkdirSync(path.join(left, 'used-by'))
  writeFileSync(path.join(left, 'used-by', '99999999'), '')
  for (const [index, folder] of [served, left, before].entries())
    utimesSync(folder, 1000 + index, 1000 + index)
  removeUnusedBuilds(root, current)
  expect(names.filter((_, index) => existsSync(folders[index] ?? ''))).toEqual(['one', 'served', 'before'])
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
  const said = vi.spyOn(console, 'log').mockReturnValue()
  const second = enterSecond()
  await vi.waitFor(() => {
    expect(said.mock.calls).toEqual([[`Process ${process.pid} builds the site: waiting for it.`]])
  })
  expect(isSecondIn).toBe(false)
  unlock()
  await second
  expect(isSecondIn).toBe(true)
})

test('a lock whose number another process was given since keeps nobody', async () => {
  const file = path.join(root, '.builds', 'building')
  mkdirSync(path.dirname(file))
  writeFileSync(file, String(process.ppid))
  const longAgo = Date.now() / 1000 - 600
  utimesSync(file, longAgo, longAgo)
  const unlock = await awaitBuildLock(root)
  unlock()
  expect(existsSync(file)).toBe(false)
})

test('where nothing can be written, a build is refused and nobody waits', async () => {
  writeFileSync(path.join(root, '.builds'), 'a file where the folder goes')
  await expect(awaitBuildLock(root)).rejects.toThrow(/cannot be written to: build it there as its owner/)
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
