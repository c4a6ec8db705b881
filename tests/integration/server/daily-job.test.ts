import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '@/lib/db/engine/client'
import { seedDemo } from '@/scripts/demo/seed-demo'
import { seedFigures } from '@/lib/db/waves/seed'
import { addDays } from '@/lib/counts/iso-week'
import { startSite } from '../../support/running-site'
import { createTestDatabase } from '../../support/test-database'

test('a site that starts erases what is old, counts the participants, and says how many of each', async () => {
  const database = await createTestDatabase()
  onTestFinished(database.remove)
  await seedFigures(database)
  // Of two years and a half ago and the half year before that.
  const options = { seed: 'daily', now: addDays(new Date(), -910), force: false }
  await seedDemo(database, 30, options)
  await database.run(async (client) => client.participantSnapshot.deleteMany())
  const site = await startSite({ DATABASE_URL: database.url })
  onTestFinished(site.stop)
  await expect.poll(site.output).toContain('participants counted')
  expect(site.output()).toMatch(/"receiptsErased":0,"responsesDeleted":30,"msg":"purged"/)

  const other = openDatabase(database.url)
  expect(await other.run(async (client) => client.response.count())).toBe(0)
  const snapshots = await other.run(async (client) => client.participantSnapshot.findMany())
  expect(snapshots).toMatchObject([{ responseCount: 0, contributedCount: 30 }])
}, 90_000)
