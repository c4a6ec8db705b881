import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { replaceFiles } from '@/lib/backup/replace-files'

let folder: string
const at = (name: string) => path.join(folder, name)

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'miroir-replace-'))
  for (const name of ['log', 'database', 'secret']) writeFileSync(at(name), `${name} of before`)
  for (const name of ['new-database', 'new-secret', 'new-key']) writeFileSync(at(name), name)
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** What is in the folder, by name. */
const content = () =>
  Object.fromEntries(
    readdirSync(folder, { withFileTypes: true }).map((entry) => [
      entry.name,
      entry.isFile() ? readFileSync(at(entry.name), 'utf8') : 'a folder',
    ]),
  )

const ready = [
  { from: 'new-key', to: 'key' },
  { from: 'new-secret', to: 'secret' },
  { from: 'new-database', to: 'database' },
]
const replaceAll = () => {
  replaceFiles(
    [at('log'), at('missing')],
    ready.map(({ from, to }) => ({ from: at(from), to: at(to) })),
  )
}

test('files go and others come, and nothing else stays', () => {
  writeFileSync(at('secret.before'), 'of a process that was killed')
  replaceAll()
  expect(content()).toEqual({ key: 'new-key', secret: 'new-secret', database: 'new-database' })
})

test.each(ready)('where $to cannot be put in its place, what was there stays', ({ to }) => {
  rmSync(at(to), { force: true })
  mkdirSync(at(to))
  const before = content()
  expect(replaceAll).toThrow(/EPERM|EISDIR/)
  // What was ready is the caller's to remove.
  const left = content()
  for (const [name, text] of Object.entries(before))
    if (!name.startsWith('new-')) expect(left[name]).toBe(text)
  expect(Object.keys(left).filter((name) => !(name in before))).toEqual([])
})
