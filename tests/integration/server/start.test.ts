import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startSite, startSiteThatFails } from '../../support/running-site'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'miroir-start-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const oneSentence = /^[A-Z][^\n]*\.\n$/

describe('a start that cannot succeed says why in one sentence, with exit code 1', () => {
  test.each(['abc', '70000', '-1', '3000.5'])('PORT=%s', async (port) => {
    const { exitCode, output } = await startSiteThatFails({
      PORT: port,
      MIROIR_DATA_DIR: path.join(folder, 'data'),
    })
    expect(exitCode).toBe(1)
    expect(output).toMatch(oneSentence)
    expect(output).toContain('PORT')
  })

  test('a data folder that cannot be written to', async () => {
    writeFileSync(path.join(folder, 'data'), 'a file where the folder should be')
    const { exitCode, output } = await startSiteThatFails({
      PORT: '0',
      MIROIR_DATA_DIR: path.join(folder, 'data'),
    })
    expect(exitCode).toBe(1)
    expect(output).toMatch(oneSentence)
    expect(output).toContain(path.join(folder, 'data'))
  })

  test('a database that is none', async () => {
    mkdirSync(path.join(folder, 'data'))
    writeFileSync(path.join(folder, 'data', 'miroir.db'), 'this is no database'.repeat(1000))
    const { exitCode, output } = await startSiteThatFails({
      PORT: '0',
      MIROIR_DATA_DIR: path.join(folder, 'data'),
    })
    expect(exitCode).toBe(1)
    expect(output).toMatch(oneSentence)
    expect(output).toContain('miroir.db')
    expect(statSync(path.join(folder, 'data', 'miroir.db')).size).toBe('this is no database'.length * 1000)
  })

  test('a database of another kind', async () => {
    const { exitCode, output } = await startSiteThatFails({
      PORT: '0',
      DATABASE_URL: 'mysql://localhost/miroir',
    })
    expect(exitCode).toBe(1)
    expect(output).toMatch(oneSentence)
    expect(output).toContain('DATABASE_URL')
  })

  test('a database server that is not there, named without its password', async () => {
    const { exitCode, output } = await startSiteThatFails({
      PORT: '0',
      MIROIR_DATA_DIR: path.join(folder, 'data'),
      DATABASE_URL: 'postgresql://miroir:hunter2@127.0.0.1:1/answers',
    })
    expect(exitCode).toBe(1)
    expect(output).toMatch(oneSentence)
    expect(output).toContain('127.0.0.1:1/answers cannot be reached')
    expect(output).not.toContain('hunter2')
  })
})

test('a site starts from any folder, and answers with its pages', async () => {
  const site = await startSite({ MIROIR_DATA_DIR: path.join(folder, 'data') }, { from: folder })
  const page = await fetch(`${site.url}/fr`)
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<html lang="fr"')])
  await site.stop()
  expect(readdirSync(folder)).toEqual(['data'])
})

test('a secret that is none keeps the site from starting, and is named', async () => {
  const dataDir = path.join(folder, 'data')
  mkdirSync(dataDir)
  writeFileSync(path.join(dataDir, 'audit-secret'), '')
  const { exitCode, output } = await startSiteThatFails({ PORT: '0', MIROIR_DATA_DIR: dataDir })
  expect(exitCode).toBe(1)
  expect(output).toMatch(oneSentence)
  expect(output).toContain(`${path.join(dataDir, 'audit-secret')} must hold the audit secret`)
})

test('a port that is taken is named', async () => {
  const other = createServer().listen(0)
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const { exitCode, output } = await startSiteThatFails({
    PORT: String(port),
    MIROIR_DATA_DIR: path.join(folder, 'data'),
  })
  other.close()
  expect(exitCode).toBe(1)
  expect(output).toContain(`Port ${port} is taken by another program`)
})
