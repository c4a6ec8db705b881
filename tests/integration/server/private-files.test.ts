import { execFile } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { environmentWith } from '@/lib/env'
import { startSite } from '../../support/running-site'

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'miroir-private-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

/** Of a folder and what is in it, whatever other users of the machine may read, change or enter. */
function open(folder: string): readonly string[] {
  const entries = [folder, ...readdirSync(folder).map((name) => path.join(folder, name))]
  return entries.filter((entry) => (statSync(entry).mode & 0o077) !== 0)
}

/** Runs a program of the project from a shell that hides nothing. */
async function runOpenly(program: string, dataDir: string, variables: Record<string, string> = {}) {
  const env = environmentWith({ PORT: '0', DATABASE_URL: '', MIROIR_DATA_DIR: dataDir, ...variables })
  const command = 'umask 000; exec "$0" scripts/launch.mjs "$@"'
  return promisify(execFile)('sh', ['-c', command, process.execPath, ...program.split(' ')], { env })
}

test('a start closes what an older version left open to other users, and makes nothing open', async () => {
  const dataDir = path.join(newFolder(), 'data')
  mkdirSync(path.join(dataDir, 'releases'), { recursive: true })
  writeFileSync(path.join(dataDir, 'miroir.db'), '')
  for (const name of ['.', 'releases', 'miroir.db']) chmodSync(path.join(dataDir, name), 0o777)
  const before = process.umask(0o000)
  const site = await startSite({ MIROIR_DATA_DIR: dataDir })
  process.umask(before)
  onTestFinished(site.stop)
  expect(open(dataDir)).toEqual([])
  expect(readdirSync(dataDir)).toContain('miroir.db-wal')
}, 120_000)

test('a script makes files for its own user only', async () => {
  const dataDir = path.join(newFolder(), 'data')
  await runOpenly('scripts/db-migrate --create', dataDir)
  expect(readdirSync(dataDir)).toEqual(['miroir.db'])
  expect(open(dataDir)).toEqual([])
})

test('so does the site for development', async () => {
  const dataDir = path.join(newFolder(), 'data')
  // It makes its secrets, and then finds no database.
  const nowhere = { DATABASE_URL: 'postgresql://miroir@127.0.0.1:1/nothing' }
  await expect(runOpenly('server/serve-dev', dataDir, nowhere)).rejects.toMatchObject({ code: 1 })
  expect(readdirSync(dataDir)).toContain('session-secret')
  expect(open(dataDir)).toEqual([])
})
