import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '@/lib/db/engine/client'
import { seedDemo } from '@/scripts/demo/seed-demo'
import { seedFigures } from '@/lib/db/waves/seed'
import { addDays, isoWeekOf } from '@/lib/counts/iso-week'
import { madeUpAnswers, storePeople } from '../../support/edition-site'
import { startSite } from '../../support/running-site'
import { createTestDatabase } from '../../support/test-database'

test('a site that starts erases what is old, counts the weeks that are over, and says what it erased', async () => {
  const database = await createTestDatabase()
  onTestFinished(database.remove)
  await seedFigures(database)
  // Of two years and a half ago and the half year before that.
  const options = { seed: 'daily', now: addDays(new Date(), -910), force: false }
  await seedDemo(database, 30, options)
  const lately = isoWeekOf(addDays(new Date(), -14))
  await storePeople(openDatabase(database.url), madeUpAnswers(20), { week: lately })
  const site = await startSite({ DATABASE_URL: database.url })
  onTestFinished(site.stop)
  await expect.poll(site.output).toMatch(/"receiptsErased":0,"responsesDeleted":30,"msg":"purged"/)

  const other = openDatabase(database.url)
  expect(await other.run(async (client) => client.response.count())).toBe(20)
  const counted = async () => other.run(async (client) => client.weekCount.findMany())
  await expect.poll(counted, { timeout: 60_000 }).toMatchObject([
    { week: lately, count: 20, isDemo: false },
    { count: 0, isDemo: false },
  ])
}, 90_000)
