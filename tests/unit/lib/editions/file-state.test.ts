import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { fileStateOf } from '@/lib/editions/file-state'

const edition = { waveId: '2025-12', id: '2', fileRemovedOn: null }

function newFolder() {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'miroir-files-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  mkdirSync(path.join(dataDir, 'editions'))
  return { dataDir, put: () => writeFileSync(path.join(dataDir, 'editions', '2025-12-2.zip'), 'a file') }
}

it('a file is missing until this machine has it', () => {
  const { dataDir, put } = newFolder()
  expect(fileStateOf({ dataDir }, edition)).toEqual({ state: 'missing' })
  put()
  expect(fileStateOf({ dataDir }, edition)).toEqual({ state: 'ready', sizeBytes: 6 })
})

it.each([
  ['2026-11-26', '2026-12-01'],
  ['2026-12-31', '2027-01-01'],
  ['2027-01-31', '2027-02-01'],
  ['2027-02-01', '2027-03-01'],
])(
  'a file that was removed on %s comes again from %s, though its bytes are still there',
  (removedOn, againOn) => {
    const { dataDir, put } = newFolder()
    put()
    const removed = { ...edition, fileRemovedOn: removedOn }
    expect(fileStateOf({ dataDir }, removed)).toEqual({ state: 'removed', removedOn, againOn })
  },
)
