import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { noteLastBackup, readLastBackup } from '@/lib/backup/last-backup'

test('the last backup is known from the file in the data folder, and from nothing else', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'miroir-backup-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true }))
  expect(readLastBackup({ dataDir })).toBeNull()
  const file = path.join(dataDir, 'last-backup.json')
  noteLastBackup({ dataDir }, new Date('2026-11-23T08:00:00Z'))
  expect(readLastBackup({ dataDir })).toEqual(new Date('2026-11-23T08:00:00Z'))
  for (const broken of ['', '{}', '{"at":"yesterday"}', '{"at":', '[]', 'null']) {
    writeFileSync(file, broken)
    expect(readLastBackup({ dataDir })).toBeNull()
  }
})
