import { expect, test } from 'vitest'
import { sharedSecrets, type ContributionForm, type Contributor } from '../support/contributor'
import { startPostgresql } from '../support/postgresql-server'
import { startSite } from '../support/running-site'
import { atEnd, contributors, fastSettings, openToContributions, storedReceipts } from './scenes'

async function siteOnServer() {
  const server = await startPostgresql()
  atEnd(server.stop)
  const site = await startSite({ ...sharedSecrets, ...fastSettings, DATABASE_URL: server.url })
  atEnd(site.stop)
  await expect.poll(site.output, { timeout: 60_000 }).toContain('the audit log ends here')
  await openToContributions(server.url)
  return { server, site }
}

/** With what a site answers while its database is away: probes, pages that need none, and somebody who contributes. */
async function whileAway(url: string, person: Contributor, form: ContributionForm) {
  const statuses = async (...paths: string[]) =>
    Promise.all(paths.map(async (path) => (await fetch(url + path)).status))
  const refused = await person.send(url, form)
  await refused.arrayBuffer()
  return {
    probes: await statuses('/livez', '/readyz'),
    others: await statuses('/fr/questionnaire', '/fr/aide'),
    contribution: [refused.status, refused.headers.get('retry-after')],
  }
}

const honest = { probes: [200, 503], others: [200, 200], contribution: [503, '30'] }

test('a server that is stopped is missed honestly, and found again', async () => {
  const { server, site } = await siteOnServer()
  const [before, meanwhile] = await contributors(2)
  const form = await before.readForm(site.url)
  expect(await before.contribute(site.url, form)).toBe('/en/receipt')
  await server.restart(async () => {
    expect(await whileAway(site.url, meanwhile, form)).toEqual(honest)
  })
  await expect.poll(async () => (await fetch(`${site.url}/readyz`)).status, { timeout: 20_000 }).toBe(200)
  expect(await meanwhile.contribute(site.url, form)).toBe('/en/receipt')
  const kept = [before, meanwhile].map(({ receiptHash }) => receiptHash)
  expect(await storedReceipts(server.url)).toEqual(kept.toSorted())
})

test.skipIf(process.platform === 'win32')('a server that hangs keeps nobody waiting for long', async () => {
  const { server, site } = await siteOnServer()
  const [person] = await contributors(1)
  const form = await person.readForm(site.url)
  const thaw = server.freeze()
  try {
    const begun = performance.now()
    expect(await whileAway(site.url, person, form)).toEqual(honest)
    expect(performance.now() - begun).toBeLessThan(60_000)
  } finally {
    thaw()
  }
  await expect.poll(async () => (await fetch(`${site.url}/readyz`)).status, { timeout: 60_000 }).toBe(200)
  expect(await person.contribute(site.url, form)).toBe('/en/receipt')
  expect(await storedReceipts(server.url)).toEqual([person.receiptHash])
})
