import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { statSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { makeBackup } from '@/lib/backup/make-backup'
import { restoreBackup } from '@/lib/backup/restore'
import { environmentWith } from '@/lib/env'
import { countsOf, emptyPlace, makeSite, variablesOf, type Place } from '../../support/site-place'
import { launched } from '@/tests/support/launched'

/** Somebody who contributes all the time. Returns how many were stored, as far as was said. */
async function startContributing(place: Place): Promise<() => number> {
  const program = launched('tests/integration/backup/keep-contributing.ts')
  const child = spawn(process.execPath, program, {
    env: environmentWith(variablesOf(place)),
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  await once(child.stdout, 'data')
  return () => Number(/(\d+)\n$/.exec(said)?.[1] ?? 0)
}

test('a backup of a site that is written to all the time restores into an empty place with equal counts', async () => {
  const site = emptyPlace()
  await makeSite(site, 1500)
  const count = await startContributing(site)
  const before = count()
  const file = path.join(site.folder, 'backup.zip')
  const now = new Date()
  const { manifest } = await makeBackup(site.settings, file, { isForced: false, hasSecrets: true, now })
  const { counts } = manifest
  expect(counts['response']).toBeGreaterThanOrEqual(1500 + before)
  // It went on meanwhile, and did not wait for the copy.
  const during = count()
  expect(during).toBeGreaterThan(before)
  expect(counts['response']).toBeLessThanOrEqual(1500 + during + 20)
  expect(statSync(file).mode & 0o777).toBe(0o600)

  const elsewhere = emptyPlace()
  const options = { isForced: false, mayBeOld: false, isDryRun: false, servedAt: null, now }
  const report = await restoreBackup(elsewhere.settings, file, options)
  expect(report.manifest.counts).toEqual(counts)
  // The restore itself is one entry of the audit log.
  expect(await countsOf(elsewhere)).toEqual({ ...counts, audit_entry: (counts['audit_entry'] ?? 0) + 1 })
}, 120_000)
