import { expect, onTestFinished, test } from 'vitest'
import { createContributor, sharedSecrets, type ContributionForm } from '../../support/contributor'
import { nameOperator } from '../../support/named-operator'
import { startSite } from '../../support/running-site'
import { missingDatabase } from './databases'

const settings = {
  ...sharedSecrets,
  MIROIR_CONTRIBUTION_MINIMUM_SECONDS: '0',
  MIROIR_CONTRIBUTIONS_PER_HOUR: '1000000',
}

async function sharedDatabase() {
  const database = await missingDatabase()
  await database.makeRoom()
  const start = async () => {
    const site = await startSite({ ...settings, DATABASE_URL: database.url })
    onTestFinished(site.stop)
    await nameOperator(database)
    return site
  }
  return { ...database, start }
}

const led = '/en/receipt'

test('200 identical submissions at once to two processes keep one response, and show one receipt', async () => {
  const { run, start } = await sharedDatabase()
  const sites = [await start(), await start()]
  const contributor = await createContributor({ ageBand: 'under35' })
  const form = await contributor.readForm(sites[0]?.url ?? '')
  const replies = await Promise.all(
    Array.from({ length: 200 }, async (_, index) =>
      contributor.contribute(sites[index % 2]?.url ?? '', form),
    ),
  )
  expect(new Set(replies)).toEqual(new Set([led]))
  expect(await run(async (client) => client.response.count())).toBe(1)
  for (const { url } of sites) expect(await contributor.shownCode(url)).toBe(contributor.code)
}, 60_000)

test('kill -9 in the middle of 500 contributions loses none that was acknowledged, and doubles none', async () => {
  const { run, start } = await sharedDatabase()
  const contributors = await Promise.all(
    Array.from({ length: 500 }, async () => createContributor({ ageBand: 'from35' })),
  )
  const acknowledged = new Set<string>()
  const stored = async () => {
    const rows = await run(async (client) => client.response.findMany({ select: { receiptHash: true } }))
    return rows.map(({ receiptHash }) => receiptHash ?? '')
  }
  const contributeTo = async (url: string, form: ContributionForm, onReply: () => void) => {
    const waiting = [...contributors]
    const work = async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        if ((await next.contribute(url, form).catch(() => null)) !== led) continue
        acknowledged.add(next.receiptHash)
        onReply()
      }
    }
    // Some at a time, as connections come.
    await Promise.all(Array.from({ length: 16 }, work))
  }

  const first = await start()
  const form = (await contributors[0]?.readForm(first.url)) ?? []
  await contributeTo(first.url, form, () => {
    if (acknowledged.size === 200) first.kill()
  })
  const storedAfterKill = await stored()
  expect(acknowledged.size).toBeGreaterThanOrEqual(200)
  expect(acknowledged.size).toBeLessThan(500)
  expect(storedAfterKill).toEqual(expect.arrayContaining([...acknowledged]))

  const second = await start()
  await contributeTo(second.url, form, () => undefined)
  const storedAtLast = await stored()
  expect(storedAtLast.toSorted()).toEqual(contributors.map(({ receiptHash }) => receiptHash).toSorted())
}, 120_000)
