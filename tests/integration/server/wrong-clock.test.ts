import { expect, onTestFinished, test } from 'vitest'
import { contributionFields } from '@/components/contribution/form-fields'
import { consentVersion } from '@/lib/contribution/consent'
import { openDatabase } from '@/lib/db/engine/client'
import { contributorIn, sharedSecrets, type Contributor } from '../../support/contributor'
import { messages } from '../../support/messages'
import { nameOperator } from '../../support/named-operator'
import { startSite, type RunningSite } from '../../support/running-site'
import { emptyPlace } from '../../support/site-place'
import { shiftedClock } from '../../support/shifted-clock'

test('a clock behind takes no contribution, one far ahead erases nothing, and under the right one all goes on', async () => {
  const { settings, database } = emptyPlace()
  const start = async (days: number): Promise<RunningSite> => {
    const site = await startSite({
      ...sharedSecrets,
      MIROIR_DATA_DIR: settings.dataDir,
      MIROIR_CONTRIBUTION_MINIMUM_SECONDS: '0',
      ...(days !== 0 && shiftedClock(days)),
    })
    onTestFinished(site.stop)
    return site
  }
  const contribute = async (site: RunningSite, contributor: Contributor) =>
    contributor.contribute(site.url, await contributor.readForm(site.url))
  const stored = async () =>
    openDatabase(settings.databaseUrl).run(async (client) =>
      (await client.response.findMany({ select: { receiptHash: true } })).map(
        ({ receiptHash }) => receiptHash ?? '',
      ),
    )

  const first = await start(0)
  await nameOperator(openDatabase(settings.databaseUrl))
  await expect.poll(first.output, { timeout: 20_000 }).toContain('the audit log ends here')
  const somebody = await contributorIn(0)
  expect(await contribute(first, somebody)).toBe('/en/receipt')
  await first.stop()

  const behind = await start(-800)
  await expect.poll(behind.output, { timeout: 20_000 }).toContain('but the database has seen')
  const unlucky = await contributorIn(-800)
  const form = await unlucky.readForm(behind.url)
  const refused = await unlucky.send(behind.url, form)
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '3600'])
  // The page is the form again, with the answers that would be contributed.
  const page = await refused.text()
  expect(page).toContain(messages.en.get('contribution.refusals.wrongClock'))
  expect(page).toContain(`name="${contributionFields.consent}" value="${consentVersion}"`)
  expect(await stored()).toEqual([somebody.receiptHash])
  await behind.stop()

  const ahead = await start(1100)
  await expect.poll(ahead.output, { timeout: 20_000 }).toContain('more than 8 days after the last day')
  expect(ahead.output()).not.toContain('"msg":"purged"')
  expect(await stored()).toEqual([somebody.receiptHash])
  await ahead.stop()

  const last = await start(0)
  const other = await contributorIn(0)
  expect(await contribute(last, other)).toBe('/en/receipt')
  expect(new Set(await stored())).toEqual(new Set([somebody.receiptHash, other.receiptHash]))
  await database.close()
}, 180_000)
