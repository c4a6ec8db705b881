import { expect, onTestFinished, test } from 'vitest'
import { locales } from '@/lib/i18n/locales'
import { pathTo } from '@/lib/i18n/routes'
import { createContributor, sharedSecrets } from '../../support/contributor'
import { namedOperator, nameOperator } from '../../support/named-operator'
import { startSite } from '../../support/running-site'
import { missingDatabase } from './databases'

/** How long a page may show what the operator was, with time for a busy machine. */
const patience = { timeout: 30_000, interval: 500 }

test('each process shows a change of the operator within seconds, and lets people contribute at once', async () => {
  const database = await missingDatabase()
  await database.makeRoom()
  const settings = {
    ...sharedSecrets,
    DATABASE_URL: database.url,
    MIROIR_CONTRIBUTION_MINIMUM_SECONDS: '0',
  }
  const sites = [await startSite(settings), await startSite(settings)]
  for (const site of sites) onTestFinished(site.stop)
  const read = async (url: string, route: 'legalNotice' | 'privacy' | 'accessibility') =>
    Promise.all(locales.map(async (locale) => (await fetch(url + pathTo(route, locale))).text()))
  for (const { url } of sites) {
    for (const html of await read(url, 'legalNotice')) expect(html).not.toContain('essais')
  }
  const early = await createContributor({ ageBand: 'under35' })
  await expect(early.readForm(sites[0]?.url ?? '')).rejects.toThrow('no form to contribute with')

  await nameOperator(database)
  for (const { url } of sites) {
    const contributor = await createContributor({ ageBand: 'under35' })
    const form = await contributor.readForm(url)
    expect(await contributor.contribute(url, form)).toBe('/en/receipt')
    for (const route of ['legalNotice', 'privacy', 'accessibility'] as const) {
      for (const place of locales.keys()) {
        await expect
          .poll(async () => (await read(url, route))[place], patience)
          .toContain(namedOperator.name ?? '')
      }
    }
  }

  // What was loaded before is refused by each, as soon as nobody could write to the operator any more.
  const late = await createContributor({ ageBand: 'from35' })
  const form = await late.readForm(sites[1]?.url ?? '')
  await nameOperator(database, { ...namedOperator, email: null })
  for (const { url } of sites) expect(await late.contribute(url, form)).toBeNull()
  expect(await database.run(async (client) => client.response.count())).toBe(2)
}, 120_000)
