import { expect, test } from 'vitest'
import { sharedSecrets } from '../support/contributor'
import { startPostgresql } from '../support/postgresql-server'
import { startSite } from '../support/running-site'
import { atEnd, contributors, fastSettings, openToContributions, storedReceipts } from './databases'

async function siteOnServer() {
  const server = await startPostgresql()
  atEnd(server.stop)
  const site = await startSite({ ...sharedSecrets, ...fastSettings, DATABASE_URL: server.url })
  atEnd(site.stop)
  await expect.poll(site.output, { timeout: 60_000 }).toContain('the audit log ends here')
  await openToContributions(server.url)
  return { server, site }
}

/** What a site says while its database is away, and of a contribution that comes then. */
async function whileAway(url: string) {
  const [person] = await contributors(1)
  const statuses = async (...paths: string[]) =>
    Promise.all(paths.map(async (path) => (await fetch(url + path)).status))
  const page = await fetch(`${url}/fr/participer`)
  return {
    person,
    probes: await statuses('/livez', '/readyz'),
    // What needs no database is there as before.
    others: await statuses('/fr/questionnaire', '/fr/aide'),
    page: [page.status, page.status === 503 ? page.headers.get('retry-after') : '30'],
  }
}

test('a server that is stopped is missed honestly, and found again', async () => {
  const { server, site } = await siteOnServer()
  const [before, meanwhile] = await contributors(2)
  const form = (await before?.readForm(site.url)) ?? []
  expect(await before?.contribute(site.url, form)).toBe('/en/receipt')
  await server.restart(async () => {
    const away = await whileAway(site.url)
    expect(away.probes).toEqual([200, 503])
    expect(away.others).toEqual([200, 200])
    expect(await meanwhile?.contribute(site.url, form)).toBeNull()
  })
  await expect.poll(async () => (await fetch(`${site.url}/readyz`)).status, { timeout: 20_000 }).toBe(200)
  expect(await meanwhile?.contribute(site.url, form)).toBe('/en/receipt')
  const kept = [before, meanwhile].map((person) => person?.receiptHash ?? '')
  expect(await storedReceipts(server.url)).toEqual(kept.toSorted())
})

test.skipIf(process.platform === 'win32')('a server that hangs keeps nobody waiting for long', async () => {
  const { server, site } = await siteOnServer()
  const thaw = server.freeze()
  try {
    const begun = performance.now()
    const away = await whileAway(site.url)
    expect(away.probes).toEqual([200, 503])
    expect(away.others).toEqual([200, 200])
    expect(performance.now() - begun).toBeLessThan(60_000)
  } finally {
    thaw()
  }
  await expect.poll(async () => (await fetch(`${site.url}/readyz`)).status, { timeout: 60_000 }).toBe(200)
  const [person] = await contributors(1)
  const form = (await person?.readForm(site.url)) ?? []
  expect(await person?.contribute(site.url, form)).toBe('/en/receipt')
})
