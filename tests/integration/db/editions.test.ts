import { existsSync, readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectWaveId } from '@/tests/support/project-wave'
import { createItemTally } from '@/lib/counts/item-tally'
import { findEdition, listEditions, listFilesToKeep } from '@/lib/db/editions'
import { withdrawResponse } from '@/lib/db/responses'
import { bands } from '@/lib/disclosure/aggregates/edition-tables'
import { hasRealResponses } from '@/lib/db/edition-responses'
import { readLiveNumbers } from '@/lib/db/read-editions'
import { readSchemeState } from '@/lib/db/scheme'
import { doEditionWork } from '@/lib/editions/do-edition-work'
import { editionFileSize } from '@/lib/editions/edition-files'
import { isWorkDue } from '@/lib/editions/is-work-due'
import { makeEdition } from '@/lib/editions/make-edition'
import { readSettings, type Settings } from '@/lib/env'
import { editionSite, madeUpAnswers, storePeople, type EditionSite } from '@/tests/support/edition-site'
import { packed } from '@/tests/support/packed'
import { publishedFigures } from '@/tests/support/published-figures'
import { freshDatabase } from './databases'

const scope = { waveId: projectWaveId, isDemo: false }
/** Monday of 2026-W11: the week before is over. */
const march = '2026-03-09T06:00:00Z'
const june = '2026-06-08T06:00:00Z'

describe('an edition', () => {
  it('is made of the weeks that are over, and of nobody else', async () => {
    const site = await editionSite(await freshDatabase())
    const people = await storePeople(site.database, madeUpAnswers(300), { week: '2026-W10' })
    await storePeople(site.database, madeUpAnswers(50, 1000), { week: '2026-W11' })
    await storePeople(site.database, madeUpAnswers(400, 2000), { week: '2026-W10', isDemo: true })
    const edition = await makeEdition(site.at(march))
    expect(edition).toMatchObject({
      id: '1',
      number: 1,
      lastWeek: '2026-W10',
      madeOn: '2026-03-09',
      isDemo: false,
    })
    expect(Math.abs((edition?.contributionCount ?? 0) - 300)).toBeLessThan(5)

    const entered = await site.database.run(async (client) =>
      client.response.findMany({ where: { hasEntered: true }, select: { id: true } }),
    )
    const ids = new Set(people.map(({ id }) => id))
    expect(entered.every(({ id }) => ids.has(id))).toBe(true)
    expect(Math.abs((edition?.recordCount ?? 0) - entered.length)).toBeLessThan(5)
    expect(editionFileSize(site, { waveId: projectWaveId, id: '1' })).toBeGreaterThan(1000)
    expect(readdirSync(join(site.dataDir, 'editions'))).toEqual(['2025-12-1.zip'])

    // An independent recount of who entered, of those with an age band.
    const tally = createItemTally(publishedFigures)
    const enteredIds = new Set(entered.map(({ id }) => id))
    for (const { id, answers } of people) if (enteredIds.has(id)) tally.add(packed(answers), 0)
    for (const exact of tally.counts()) {
      const table = edition?.tables.find(
        ({ item, population }) => item === exact.item && population === exact.population,
      )
      for (const [place, { option, counts }] of exact.chosen.entries()) {
        const shown = table?.options[place]
        expect(shown?.option).toBe(option)
        if (exact.item === 'ageBand') continue
        for (const band of bands) {
          const count = shown?.counts[band]
          if (count === null || count === undefined) continue
          expect(counts[band]).toBeGreaterThanOrEqual(11)
          expect(Math.abs(count - counts[band])).toBeLessThan(5)
        }
      }
    }
    await expect(findEdition(site.database, projectWaveId, '1')).resolves.toEqual(edition)
  })

  it('waits for a hundred responses', async () => {
    const site = await editionSite(await freshDatabase())
    await storePeople(site.database, madeUpAnswers(99), { week: '2026-W10' })
    await expect(makeEdition(site.at(march))).resolves.toBeNull()
    await storePeople(site.database, madeUpAnswers(1, 99), { week: '2026-W10' })
    await expect(makeEdition(site.at(march))).resolves.not.toBeNull()
  })

  it('of made-up responses is one of its own, as long as there are no real ones', async () => {
    const site = await editionSite(await freshDatabase())
    await storePeople(site.database, madeUpAnswers(200), { week: '2026-W10', isDemo: true })
    await expect(makeEdition(site.at(march))).resolves.toMatchObject({ id: 'demo-1', isDemo: true })
    await storePeople(site.database, madeUpAnswers(200, 200), { week: '2026-W10' })
    await expect(makeEdition(site.at(march))).resolves.toMatchObject({ id: '1', isDemo: false })
  })

  it('is followed by the next one a quarter later, which only those enter who came since', async () => {
    const site = await editionSite(await freshDatabase())
    await storePeople(site.database, madeUpAnswers(400), { week: '2026-W10' })
    const first = await makeEdition(site.at(march))
    const before = await site.database.run(async (client) =>
      client.response.count({ where: { hasEntered: true } }),
    )
    await storePeople(site.database, madeUpAnswers(300, 400), { week: '2026-W12' })
    await expect(makeEdition(site.at('2026-06-01T06:00:00Z'))).resolves.toBeNull()
    const second = await makeEdition(site.at(june))
    expect(second).toMatchObject({ id: '2', lastWeek: '2026-W23' })
    expect(second?.recordCount).toBeGreaterThan(before)
    await expect(findEdition(site.database, projectWaveId, '1')).resolves.toEqual(first)
    await expect(listFilesToKeep(site.database)).resolves.toMatchObject([{ id: '2' }])
  })

  it('is made once by several that make it at once', async () => {
    const site = await editionSite(await freshDatabase())
    await storePeople(site.database, madeUpAnswers(200), { week: '2026-W10' })
    const made = await Promise.all([makeEdition(site.at(march)), makeEdition(site.at(march))])
    expect(made.filter((edition) => edition !== null)).toHaveLength(1)
    await expect(site.database.run(async (client) => listEditions(client, scope))).resolves.toHaveLength(1)
  })
})

describe('a response that leaves', () => {
  const receiptHash = (place: number) => String(place).padStart(64, '0')

  it('is in no later file, which is made again at the start of the next month; published tables stay', async () => {
    const site = await editionSite(await freshDatabase())
    await storePeople(site.database, madeUpAnswers(300), { week: '2026-W10', receiptHash })
    const { made } = await doEditionWork(site.at(march))
    const [left] = await site.database.run(async (client) =>
      client.response.findMany({ where: { hasEntered: true }, take: 1 }),
    )
    const name = { waveId: projectWaveId, id: '1' }
    await expect(listFilesToKeep(site.database)).resolves.toMatchObject([name])

    await expect(
      withdrawResponse(site.database, left?.receiptHash ?? '', new Date('2026-03-12T08:00:00Z')),
    ).resolves.toBe(true)
    await expect(listFilesToKeep(site.database)).resolves.toEqual([])
    await expect(doEditionWork(site.at('2026-03-30T06:00:00Z'))).resolves.toEqual({
      made: null,
      remade: null,
    })
    await expect(listFilesToKeep(site.database)).resolves.toEqual([])

    const { remade } = await doEditionWork(site.at('2026-04-01T06:00:00Z'))
    expect(remade?.id).toBe('1')
    await expect(listFilesToKeep(site.database)).resolves.toMatchObject([name])
    const stored = await findEdition(site.database, projectWaveId, '1')
    expect(stored?.tables).toEqual(made?.tables)
    expect(stored).toEqual(made)
  })

  it('before an edition was made is not counted in its file, and leaves its file alone', async () => {
    const site = await editionSite(await freshDatabase())
    await storePeople(site.database, madeUpAnswers(300), { week: '2026-W10', receiptHash })
    await makeEdition(site.at(march))
    const waiting = await site.database.run(async (client) =>
      client.response.findFirst({ where: { hasEntered: false } }),
    )
    await withdrawResponse(site.database, waiting?.receiptHash ?? '', new Date('2026-03-12T08:00:00Z'))
    await expect(listFilesToKeep(site.database)).resolves.toHaveLength(1)
  })

  it('while an edition is being made keeps it from being stored', async () => {
    const site = await editionSite(await freshDatabase())
    await storePeople(site.database, madeUpAnswers(300), { week: '2026-W10', receiptHash })
    const making = site.at(march)
    const words = making.words
    // Words are asked for when the file is written: after the responses were read, and before the edition is stored.
    const leaving: Promise<unknown>[] = []
    const watched = new Proxy(words, {
      get: (target, key) => {
        if (leaving.length === 0) {
          leaving.push(withdrawResponse(site.database, receiptHash(7), new Date(march)))
        }
        return Reflect.get(target, key) as unknown
      },
    })
    await expect(makeEdition({ ...making, words: watched })).resolves.toBeNull()
    await Promise.all(leaving)
    expect(existsSync(join(site.dataDir, 'editions', '2025-12-1.zip'))).toBe(false)
    await expect(site.database.run(async (client) => listEditions(client, scope))).resolves.toEqual([])
    await expect(makeEdition(making)).resolves.not.toBeNull()
  })
})

it('a failure on the way leaves no edition, no mark and no file', async () => {
  const site = await editionSite(await freshDatabase())
  await storePeople(site.database, madeUpAnswers(200), { week: '2026-W10' })
  const making = site.at(march)
  const words = new Proxy(making.words, {
    get: () => {
      throw new Error('the disk is full')
    },
  })
  await expect(makeEdition({ ...making, words })).rejects.toThrow('the disk is full')
  await expect(site.database.run(async (client) => listEditions(client, scope))).resolves.toEqual([])
  await expect(
    site.database.run(async (client) => client.response.count({ where: { hasEntered: true } })),
  ).resolves.toBe(0)
  expect(readdirSync(join(site.dataDir, 'editions'))).toEqual([])
})

describe('live numbers', () => {
  it('are those of weeks that are over, rounded once, and stay when people leave', async () => {
    const site = await editionSite(await freshDatabase())
    await storePeople(site.database, madeUpAnswers(33), { week: '2026-W09' })
    await storePeople(site.database, madeUpAnswers(12, 40), { week: '2026-W11' })
    await doEditionWork(site.at(march))
    const read = async () => readLiveNumbers(projectWaveId, site.database)
    const first = await read()
    expect(first.weeks.map(({ week }) => week)).toEqual(['2026-W09', '2026-W10'])
    expect([30, 35]).toContain(first.weeks[0]?.count)
    expect(first.hasEnoughWaiting).toBe(false)

    await site.database.run(async (client) => client.response.deleteMany({ where: { week: '2026-W09' } }))
    await storePeople(site.database, madeUpAnswers(90, 100), { week: '2026-W10' })
    await doEditionWork(site.at('2026-03-11T06:00:00Z'))
    await expect(read()).resolves.toEqual(first)
    await doEditionWork(site.at('2026-03-16T06:00:00Z'))
    const later = await read()
    expect(later.weeks.slice(0, 2)).toEqual(first.weeks)
    expect(later.weeks.map(({ week }) => week)).toEqual(['2026-W09', '2026-W10', '2026-W11'])
  })

  it('are those of made-up responses until real ones are counted', async () => {
    const site = await editionSite(await freshDatabase())
    const read = async () => readLiveNumbers(projectWaveId, site.database)
    await storePeople(site.database, madeUpAnswers(80), { week: '2026-W10', isDemo: true })
    await doEditionWork(site.at(march))
    const first = await read()
    expect(first).toMatchObject({ isDemo: true, weeks: [{ week: '2026-W10' }] })

    await storePeople(site.database, madeUpAnswers(20, 200), { week: '2026-W11' })
    await expect(read()).resolves.toEqual(first)
    await doEditionWork(site.at('2026-03-16T06:00:00Z'))
    await expect(read()).resolves.toMatchObject({ isDemo: false, weeks: [{ week: '2026-W11' }] })
  })
})

it.each(['2026-11', 'later'])(
  'a response with consent %s is real, a made-up one is not',
  async (consentVersion) => {
    const { database } = await editionSite(await freshDatabase())
    const hasReal = async () => database.run(async (client) => hasRealResponses(client, projectWaveId))
    await storePeople(database, madeUpAnswers(2), { week: '2026-W10', isDemo: true })
    await expect(hasReal()).resolves.toBe(false)
    await storePeople(database, madeUpAnswers(1), { week: '2026-W10' })
    await database.run(async (client) =>
      client.response.updateMany({ where: { consentVersion: { not: 'demo' } }, data: { consentVersion } }),
    )
    await expect(hasReal()).resolves.toBe(true)
  },
)

it('before the first edition, owners see what each scheme would do', async () => {
  const site = await editionSite(await freshDatabase())
  await storePeople(site.database, madeUpAnswers(80), { week: '2026-W10' })
  await doEditionWork(site.at(march))
  const { preview, isFrozen } = await readSchemeState(site.database, projectWaveId)
  expect(isFrozen).toBe(false)
  expect(preview).toHaveLength(64)
  for (const { inFile, waiting } of preview ?? []) {
    expect(Math.abs(inFile + waiting - 80)).toBeLessThan(10)
    expect([inFile % 5, waiting % 5]).toEqual([0, 0])
  }
})

describe('the day', () => {
  const settingsOf = (site: EditionSite, { url }: { readonly url: string }): Settings => ({
    ...readSettings({ DATABASE_URL: url, MIROIR_DATA_DIR: site.dataDir }),
  })

  it('has no work on a site without responses, and work as long as something is due', async () => {
    const database = await freshDatabase()
    const site = await editionSite(database)
    const settings = settingsOf(site, database)
    const isDue = async (now: string) => isWorkDue(settings, new Date(now))
    await expect(isDue(march)).resolves.toBe(false)
    await storePeople(site.database, madeUpAnswers(300), {
      week: '2026-W10',
      receiptHash: (place) => String(place).padStart(64, '0'),
    })
    await expect(isDue(march)).resolves.toBe(true)
    await doEditionWork(site.at(march))
    await expect(isDue(march)).resolves.toBe(false)
    // Next Monday there is a week to be counted.
    await expect(isDue('2026-03-16T06:00:00Z')).resolves.toBe(true)

    await rm(join(site.dataDir, 'editions'), { recursive: true })
    await expect(isDue(march)).resolves.toBe(true)
    await doEditionWork(site.at(march))
    const entered = await site.database.run(async (client) =>
      client.response.findFirst({ where: { hasEntered: true } }),
    )
    await withdrawResponse(site.database, entered?.receiptHash ?? '', new Date(march))
    await expect(isDue('2026-03-10T06:00:00Z')).resolves.toBe(false)
    await expect(isDue('2026-04-01T06:00:00Z')).resolves.toBe(true)
  })
})
