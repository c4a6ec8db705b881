import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { buildFolder } from '@/server/build'
import { copyProject } from '../../support/project-copy'
import { startSite, startSiteThatFails } from '../../support/running-site'

let project: string
const write = (name: string, ...lines: readonly string[]) =>
  writeFileSync(path.join(project, name), `${lines.join('\n')}\n`)

beforeEach(() => {
  const folder = mkdtempSync(path.join(tmpdir(), 'miroir-env-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  project = path.join(folder, 'miroir')
  copyProject(project)
  const built = buildFolder(process.cwd())
  cpSync(built, path.join(project, path.basename(built)), { recursive: true })
})

test('settings in a file `.env` hold for the server and its pages alike, and no other file is read', async () => {
  write('.env', 'MIROIR_RECEIPT_DAYS=9', 'MIROIR_METRICS_TOKEN=short')
  write('.env.local', 'MIROIR_RECEIPT_DAYS=8')
  write('.env.production', 'MIROIR_URL=https://elsewhere.example')
  const token = 't'.repeat(32)
  const site = await startSite({ MIROIR_METRICS_TOKEN: token }, { project })
  onTestFinished(site.stop)
  const pageOf = async (address: string) => (await fetch(site.url + address)).text()
  expect(await pageOf('/en/withdraw')).toContain('9 days')
  expect(await pageOf('/en/figures')).not.toContain('elsewhere.example')
  expect(await pageOf('/api/address')).toBe(JSON.stringify({ origin: site.url }))
  const headers = { authorization: `Bearer ${token}` }
  expect((await fetch(`${site.url}/metrics`, { headers })).status).toBe(200)
})

test('a bad line of it stops the start as a bad variable does', async () => {
  write('.env', 'MIROIR_RECEIPT_DAYS=many')
  const { exitCode, output } = await startSiteThatFails({}, { project })
  expect([exitCode, output]).toEqual([1, expect.stringMatching(/^MIROIR_RECEIPT_DAYS /)])
})

test('one that cannot be read is named', async () => {
  mkdirSync(path.join(project, '.env'))
  const { exitCode, output } = await startSiteThatFails({}, { project })
  expect([exitCode, output]).toEqual([1, expect.stringMatching(/\.env cannot be read: give it to the user/)])
})
