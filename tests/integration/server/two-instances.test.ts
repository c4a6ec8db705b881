import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '@/lib/db/engine/client'
import { seedDemo } from '@/scripts/demo/seed-demo'
import { sharedSecrets } from '../../support/contributor'
import { startPostgresql } from '../../support/postgresql-server'
import { startSite, type RunningSite } from '../../support/running-site'
import { atEnd } from '../../faults/scenes'

const files = ({ dataDir }: RunningSite) => {
  const folder = path.join(dataDir, 'editions')
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.zip')) : []
}

test('of two instances without a common disk each has the file of an edition, which was made once', async () => {
  const server = await startPostgresql()
  atEnd(server.stop)
  const secrets = { ...sharedSecrets, MIROIR_ADMIN_SECRET: 'an admin secret of the tests, long enough' }
  const start = async () => {
    const site = await startSite({ ...secrets, DATABASE_URL: server.url })
    atEnd(site.stop)
    return site
  }
  const first = await start()
  await expect.poll(first.output, { timeout: 60_000 }).toContain('the audit log ends here')
  await first.terminate()
  const database = openDatabase(server.url)
  atEnd(database.close)
  await seedDemo(database, 400, { seed: 'two', now: new Date(), force: false })

  const sites = await Promise.all([start(), start()])
  for (const site of sites) {
    await expect.poll(() => files(site), { timeout: 120_000 }).toEqual(['2025-12-demo-1.zip'])
  }
  expect(await database.run(async (client) => client.edition.count())).toBe(1)
  const made = { where: { action: 'editionMade' } }
  expect(await database.run(async (client) => client.auditEntry.count(made))).toBe(1)
}, 180_000)
