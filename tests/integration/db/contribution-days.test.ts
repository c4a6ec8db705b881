import { describe, expect, it } from 'vitest'
import { projectWaveId } from '@/tests/support/project-wave'
import type { Database } from '@/lib/db/engine/client'
import { chooseContributionDays, readChosenDays } from '@/lib/db/contribution-days'
import { readParticipation } from '@/lib/db/participation'
import { streamAudit } from '@/lib/db/read-audit'
import { seedFigures } from '@/lib/db/waves/seed'
import { makeEdition } from '@/lib/editions/make-edition'
import { collect } from '@/tests/support/audit-chain'
import { editionSite, madeUpAnswers, storePeople } from '@/tests/support/edition-site'
import { key } from './audit-log'
import { freshDatabase } from './databases'

const waveId = projectWaveId
const november = '2026-11-23T08:00:00Z'

const choose = async (
  database: Database,
  firstDay: string,
  lastDay: string,
  { now = november, auditKey = key }: { readonly now?: string; readonly auditKey?: string } = {},
) =>
  chooseContributionDays(database, {
    waveId,
    sent: { firstDay, lastDay },
    actor: 'owner-1',
    auditKey,
    now: new Date(now),
  })

const daysOf = async (database: Database) => {
  const { firstDay, lastDay } = await database.run(async (client) => readParticipation(client, waveId))
  return [firstDay, lastDay]
}

async function seeded(): Promise<Database> {
  const database = await freshDatabase()
  await seedFigures(database)
  return database
}

describe('the days of a wave', () => {
  it('are chosen, recorded where they are others, and stay when the site starts again', async () => {
    const database = await seeded()
    await expect(choose(database, '2026-12-01', '2027-03-31')).resolves.toMatchObject({ ok: true })
    await choose(database, '2026-12-01', '2027-03-31')
    await choose(database, '', '2027-03-31')
    await seedFigures(database)
    expect(await daysOf(database)).toEqual([null, '2027-03-31'])
    const entries = await collect(streamAudit(database))
    expect(entries.map(({ action, subject, actor, details }) => [action, subject, actor, details])).toEqual([
      ['contributionDaysChosen', waveId, 'owner-1', '{"firstDay":"2026-12-01","lastDay":"2027-03-31"}'],
      ['contributionDaysChosen', waveId, 'owner-1', '{"firstDay":"none","lastDay":"2027-03-31"}'],
    ])
  })

  it('are stored and recorded, or neither', async () => {
    const database = await seeded()
    await choose(database, '', '2027-03-31')
    const auditKey = 'another audit secret of the tests, long enough'
    await expect(choose(database, '', '2027-01-31', { auditKey })).rejects.toMatchObject({
      failure: 'unreadable',
    })
    expect(await daysOf(database)).toEqual([null, '2027-03-31'])
  })

  it('are refused with what is wrong, and then stay', async () => {
    const database = await seeded()
    await expect(choose(database, 'soon', '2026-11-01')).resolves.toEqual({
      ok: false,
      problems: { firstDay: 'notDay', lastDay: 'past' },
    })
    expect(await daysOf(database)).toEqual([null, null])
    expect(await collect(streamAudit(database))).toEqual([])
  })

  it('end with the wave where that comes first', async () => {
    const database = await seeded()
    await choose(database, '', '2027-03-31')
    const endWave = async (lastDay: string) =>
      database.run(async (client) => client.wave.update({ where: { id: waveId }, data: { lastDay } }))
    await endWave('2027-02-28')
    expect(await daysOf(database)).toEqual([null, '2027-02-28'])
    await expect(choose(database, '', '2027-03-01')).resolves.toMatchObject({
      problems: { lastDay: 'afterWave' },
    })
    await choose(database, '', '')
    expect(await daysOf(database)).toEqual([null, '2027-02-28'])
    await endWave('2027-06-30')
    await choose(database, '', '2027-01-31')
    expect(await daysOf(database)).toEqual([null, '2027-01-31'])
  })

  it('bring a last edition of a wave that has hardly grown, and change no more after it', async () => {
    const site = await editionSite(await freshDatabase())
    const { database } = site
    await storePeople(database, madeUpAnswers(300), { week: '2026-W10' })
    await expect(makeEdition(site.at('2026-03-09T06:00:00Z'))).resolves.toMatchObject({ id: '1' })
    await storePeople(database, madeUpAnswers(60, 300), { week: '2026-W30' })
    const autumn = '2026-09-07T06:00:00Z'
    await expect(makeEdition(site.at(autumn))).resolves.toBeNull()

    // Until Sunday of 2026-W36, which is over then.
    await choose(database, '', '2026-09-06', { now: '2026-09-01T08:00:00Z' })
    const state = async () => database.run(async (client) => readChosenDays(client, waveId))
    expect(await state()).toMatchObject({ hasLastEdition: false })
    await expect(makeEdition(site.at(autumn))).resolves.toMatchObject({ id: '2' })
    expect(await state()).toEqual({
      chosen: { firstDay: null, lastDay: '2026-09-06' },
      waveLastDay: null,
      hasLastEdition: true,
    })
    for (const later of ['', '2027-01-31']) {
      await expect(choose(database, '', later)).resolves.toEqual({
        ok: false,
        problems: { lastDay: 'ended' },
      })
    }
    expect(await daysOf(database)).toEqual([null, '2026-09-06'])
  })
})
