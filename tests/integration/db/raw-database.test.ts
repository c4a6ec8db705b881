import { expect, onTestFinished, test } from 'vitest'
import { consentVersion } from '@/lib/contribution/consent'
import { isoWeekOf } from '@/lib/counts/iso-week'
import { createContributor, sharedSecrets } from '../../support/contributor'
import { nameOperator } from '../../support/named-operator'
import { startSite } from '../../support/running-site'
import { kind, missingDatabase, otherProgram } from './databases'

const listTables = {
  sqlite: `SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`,
  postgresql: `SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`,
}
const listColumns = {
  sqlite: `SELECT name FROM pragma_table_info('response') ORDER BY name`,
  postgresql: `SELECT column_name FROM information_schema.columns WHERE table_name = 'response' ORDER BY column_name COLLATE "C"`,
}

async function siteWithRawDatabase() {
  const database = await missingDatabase()
  await database.makeRoom()
  const site = await startSite({
    ...sharedSecrets,
    DATABASE_URL: database.url,
    MIROIR_CONTRIBUTION_MINIMUM_SECONDS: '0',
  })
  onTestFinished(site.stop)
  // The daily work writes too, and begins with the site.
  await expect.poll(site.output, { timeout: 20_000 }).toContain('the audit log ends here')
  await nameOperator(database)
  const raw = await otherProgram(database)
  /** Every row of every table, by table. */
  const everything = async () => {
    const names = (await raw.query(listTables[kind])).map(([name]) => String(name))
    const rows = await Promise.all(
      names.map(async (name) => [name, await raw.query(`SELECT * FROM "${name}"`)] as const),
    )
    return new Map(rows)
  }
  return { site, raw, everything }
}

test('a contribution adds one row of what the consent lists, and nothing else', async () => {
  const { site, raw, everything } = await siteWithRawDatabase()
  const contributor = await createContributor({ ageBand: 'under35', topicsUsed: ['stress'] })
  const before = await everything()
  await contributor.contribute(site.url, await contributor.readForm(site.url))
  const after = await everything()

  expect((await raw.query(listColumns[kind])).flat()).toEqual([
    'answers',
    'consentVersion',
    'hasEntered',
    'id',
    'instrumentVersion',
    'receiptHash',
    'waveId',
    'week',
  ])
  expect(after.get('response')).toEqual([
    [
      expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      '2025-12',
      '2025-12',
      consentVersion,
      '{"ageBand":"under35","topicsUsed":["stress"]}',
      isoWeekOf(new Date()),
      contributor.receiptHash,
      kind === 'sqlite' ? 0 : false,
    ],
  ])
  for (const [table, rows] of before) {
    if (table !== 'response') expect([table, after.get(table)]).toEqual([table, rows])
  }
  expect([...after.keys()]).toEqual([...before.keys()])
})
