import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readSettings } from '@/lib/env'
import { ensureSecrets, readSecret, secretNames } from '@/lib/keys/secrets'

const disk = vi.hoisted(() => ({ fails: '', code: '', rival: '' }))

/**
 * The disk, which fails at one step if it is to. A write that fails has made the file before, and left it empty. A rival is
 * another process that is faster.
 */
vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof fs>()
  const fail = (step: string) => {
    if (disk.fails === step) throw Object.assign(new Error(`${disk.code}: no`), { code: disk.code })
  }
  return {
    ...real,
    writeFileSync: (...given: Parameters<typeof real.writeFileSync>) => {
      const [file, text, options] = given
      real.writeFileSync(file, disk.fails === 'write' ? '' : text, options)
      fail('write')
    },
    linkSync: (...given: Parameters<typeof real.linkSync>) => {
      fail('link')
      const [, name] = given
      if (disk.rival) real.writeFileSync(name, `${disk.rival}\n`)
      real.linkSync(...given)
    },
    fsyncSync: (descriptor: number) => {
      fail('sync')
      real.fsyncSync(descriptor)
    },
  }
})

let folder: string
const settings = () => readSettings({ MIROIR_DATA_DIR: folder })
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(tmpdir(), 'miroir-disk-'))
  Object.assign(disk, { fails: '', code: '', rival: '' })
})
afterEach(() => {
  fs.rmSync(folder, { recursive: true })
})

test.each([
  ['write', 'ENOSPC', 'is on a disk that is full'],
  ['write', 'EDQUOT', 'is on a disk that is full'],
  ['write', 'EIO', 'cannot be written to (EIO)'],
  ['link', 'ENOSPC', 'is on a disk that is full'],
  ['link', 'EROFS', 'cannot be written to (EROFS)'],
])('where a %s fails with %s no secret is left, and a later start makes each', (fails, code, words) => {
  Object.assign(disk, { fails, code })
  expect(() => ensureSecrets(settings())).toThrow(words)
  expect(fs.readdirSync(folder)).toEqual([])
  expect(() => readSecret(settings(), 'session')).toThrow('There is no session secret')

  Object.assign(disk, { fails: '' })
  ensureSecrets(settings())
  expect(fs.readdirSync(folder).toSorted()).toEqual(secretNames.map((name) => `${name}-secret`).toSorted())
  expect(new Set(secretNames.map((name) => readSecret(settings(), name).length))).toEqual(new Set([43]))
})

test('where the folder cannot be brought to the disk, the start fails, and a later one takes what is there', () => {
  Object.assign(disk, { fails: 'sync', code: 'EIO' })
  expect(() => ensureSecrets(settings())).toThrow('cannot be written to (EIO)')
  Object.assign(disk, { fails: '' })
  ensureSecrets(settings())
  expect(readSecret(settings(), 'session')).toHaveLength(43)
})

test('of two processes that start at once, both take the secret of the first', () => {
  Object.assign(disk, { rival: 'y'.repeat(43) })
  ensureSecrets(settings())
  for (const name of secretNames) expect(readSecret(settings(), name)).toBe(disk.rival)
  expect(fs.readdirSync(folder)).toHaveLength(secretNames.length)
})
