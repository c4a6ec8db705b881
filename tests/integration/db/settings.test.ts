import { describe, expect, it } from 'vitest'
import { streamAudit, verifyAudit } from '@/lib/db/read-audit'
import type { Database } from '@/lib/db/engine/client'
import { migrate } from '@/lib/db/migrations/runner'
import { seedDemo } from '@/scripts/demo/seed-demo'
import { seedFigures } from '@/lib/db/waves/seed'
import { changeStoredSettings, readChosenSettings, readOwnerSettings } from '@/lib/db/settings'
import { DatabaseError } from '@/lib/errors'
import { addDays } from '@/lib/counts/iso-week'
import { licenceOf, licences } from '@/lib/settings/licences'
import { settingNames, settingRanges, type SettingNumbers } from '@/lib/settings/owner-settings'
import { collect } from '@/tests/support/audit-chain'
import { sharedSecrets } from '@/tests/support/contributor'
import { key } from './audit-log'
import { freshDatabase, kind, missingDatabase, otherProgram } from './databases'
import { projectMigrations } from './migrations'
import { runProjectScript } from './processes'

const longest = { receiptDays: 30, responseMonths: 24 }
const now = new Date('2026-11-23T08:00:00Z')

async function change(
  database: Database,
  numbers: Partial<SettingNumbers>,
  auditKey: string = key,
): Promise<void> {
  await changeStoredSettings(database, { numbers, longest, actor: 'owner-1', auditKey, now })
}

async function entriesOf(database: Database) {
  const entries = await collect(streamAudit(database))
  return entries.map(({ action, actor, subject, outcome, details }) => {
    return { action, actor, subject, outcome, ...(JSON.parse(details) as { from: unknown; to: unknown }) }
  })
}

describe('settings', () => {
  it('are the presets in a new database, and then what was chosen, as far as the operator lets it', async () => {
    const database = await freshDatabase()
    const presets = { contributionOpen: true, licence: null, smallestGroup: 11, yearlyEditions: false }
    expect(await readOwnerSettings(database, longest)).toEqual({ ...presets, ...longest })
    const shorter = { receiptDays: 9, responseMonths: 2 }
    expect(await readOwnerSettings(database, shorter)).toMatchObject({ ...presets, ...shorter })

    const chosen = { receiptDays: 14, responseMonths: 12, smallestGroup: 20 }
    await change(database, { ...chosen, contributionOpen: 0, licence: 4, yearlyEditions: 1 })
    expect(await readOwnerSettings(database, longest)).toEqual({
      ...chosen,
      contributionOpen: false,
      licence: licenceOf(4),
      yearlyEditions: true,
    })
    expect(await readOwnerSettings(database, shorter)).toMatchObject(shorter)
  })

  it('are recorded as they change, from what held to what holds; what stays is not', async () => {
    const database = await freshDatabase()
    await change(database, { receiptDays: 14, responseMonths: 24 })
    await change(database, { contributionOpen: 0 })
    await change(database, { receiptDays: 14 })
    await change(database, { receiptDays: 30 })
    await change(database, { licence: 1 })
    await change(database, { licence: 4 })
    await change(database, { licence: 0 })
    await change(database, {})
    const entry = { action: 'settingChanged', actor: 'owner-1', outcome: 'succeeded' }
    expect(await entriesOf(database)).toEqual([
      { ...entry, subject: 'receiptDays', from: 30, to: 14 },
      { ...entry, subject: 'contributionOpen', from: true, to: false },
      { ...entry, subject: 'receiptDays', from: 14, to: 30 },
      { ...entry, subject: 'licence', from: 'none', to: 'CC-BY-4.0' },
      { ...entry, subject: 'licence', from: 'CC-BY-4.0', to: 'etalab-2.0' },
      { ...entry, subject: 'licence', from: 'etalab-2.0', to: 'none' },
    ])
    await expect(verifyAudit(database, key)).resolves.toMatchObject({ invalidCount: 0 })
  })

  it('can be chosen as they are: a first choice is stored and recorded, and a number goes on following its period', async () => {
    const database = await freshDatabase()
    expect(await readChosenSettings(database)).toEqual(new Set())
    for (let time = 0; time < 2; time += 1) {
      await change(database, { contributionOpen: 1, licence: 0, yearlyEditions: 0, receiptDays: 30 })
    }
    expect(await readChosenSettings(database)).toEqual(
      new Set(['contributionOpen', 'licence', 'yearlyEditions']),
    )
    const confirmed = await collect(streamAudit(database))
    expect(confirmed.map(({ action, subject, details }) => [action, subject, details])).toEqual([
      ['settingConfirmed', 'contributionOpen', '{"choice":true}'],
      ['settingConfirmed', 'licence', '{"choice":"none"}'],
      ['settingConfirmed', 'yearlyEditions', '{"choice":false}'],
    ])
  })

  it('are recorded with words for every licence that can be chosen', async () => {
    const database = await freshDatabase()
    for (const { number } of licences) await change(database, { licence: number })
    const recorded = (await entriesOf(database)).map(({ to }) => to)
    expect(recorded).toEqual(licences.map(({ id }) => id))
  })

  it('stay as they are where the change cannot be recorded', async () => {
    const database = await freshDatabase()
    await change(database, { smallestGroup: 20 })
    const otherKey = 'another audit secret of the tests, long enough'
    const changing = change(database, { smallestGroup: 30, receiptDays: 7 }, otherKey)
    await expect(changing).rejects.toThrow(DatabaseError)
    expect(await readOwnerSettings(database, longest)).toMatchObject({ smallestGroup: 20, receiptDays: 30 })
  })

  it('that several change at once are what the last one says, each recorded with what it found', async () => {
    const database = await freshDatabase()
    const days = [7, 8, 9, 10, 11, 12, 13, 14]
    await Promise.all(
      days.map(async (receiptDays) => change(database, { receiptDays, smallestGroup: receiptDays + 10 })),
    )
    const entries = await entriesOf(database)
    for (const [subject, before] of [
      ['receiptDays', 30],
      ['smallestGroup', 11],
    ] as const) {
      const own = entries.filter((entry) => entry.subject === subject)
      expect(own).toHaveLength(days.length)
      expect(own.map(({ from }) => from)).toEqual([before, ...own.map(({ to }) => to).slice(0, -1)])
      expect(await readOwnerSettings(database, longest)).toMatchObject({ [subject]: own.at(-1)?.to })
    }
  })

  it('cannot be read, and cannot be changed, where their rows are gone', async () => {
    const database = await freshDatabase()
    const { execute } = await otherProgram(database)
    await execute(`DELETE FROM "setting" WHERE "name" = 'contributionOpen'`)
    const outdated = { failure: 'outdated' }
    await expect(readOwnerSettings(database, longest)).rejects.toMatchObject(outdated)
    await expect(change(database, { contributionOpen: 0 })).rejects.toMatchObject(outdated)
    await execute('DROP TABLE "setting"')
    await expect(readOwnerSettings(database, longest)).rejects.toMatchObject(outdated)
  })
})

describe('the database', () => {
  it('takes both ends of each range, nothing beyond them, and no setting that there is not', async () => {
    const { execute } = await otherProgram(await freshDatabase())
    const set = async (name: string, value: number | string) =>
      execute(`UPDATE "setting" SET "value" = ${value} WHERE "name" = '${name}'`)
    const refused = /constraint/
    for (const name of settingNames) {
      const { least, most } = settingRanges(longest)[name]
      for (const number of [least, most, 'NULL']) await set(name, number)
      for (const number of [least - 1, most + 1, -1]) await expect(set(name, number)).rejects.toThrow(refused)
    }
    for (const value of [1, 'NULL']) {
      const added = execute(`INSERT INTO "setting" ("name", "value") VALUES ('other', ${value})`)
      await expect(added).rejects.toThrow(refused)
    }
  })
})

describe('what was chosen', () => {
  it('stays when a version with editions comes', async () => {
    const database = await missingDatabase()
    await database.makeRoom()
    const project = projectMigrations[kind]
    const before = project.migrationDirectories.filter(({ path }) => path < '20261126061228_editions')
    expect(before).not.toHaveLength(project.migrationDirectories.length)
    await migrate(database.url, { ...project, migrationDirectories: before })
    const { execute } = await otherProgram(database)
    await execute(`UPDATE "setting" SET "value" = 20 WHERE "name" = 'smallestCell'`)
    await migrate(database.url)
    expect(await readOwnerSettings(database, longest)).toMatchObject({
      licence: null,
      smallestGroup: 20,
      yearlyEditions: false,
    })
  })

  it('is how long the daily work and the script keep what was contributed', async () => {
    const database = await freshDatabase()
    await seedFigures(database)
    // Of the half year before the last three months.
    await seedDemo(database, 30, { seed: 'settings', now: addDays(new Date(), -90), force: false })
    const count = async () => database.run(async (client) => client.response.count())
    const run = async (script: string) =>
      runProjectScript(script, database.url, {
        variables: { ...sharedSecrets, MIROIR_DATA_DIR: database.folder },
      })
    await run('scripts/db-purge')
    expect(await count()).toBe(30)

    await change(database, { responseMonths: 6 })
    await run('scripts/db-purge')
    const left = await count()
    expect(left).toBeGreaterThan(0)
    expect(left).toBeLessThan(30)

    await change(database, { responseMonths: 1 })
    await run('tests/integration/db/do-daily-work.ts')
    expect(await count()).toBe(0)
  }, 120_000)
})
