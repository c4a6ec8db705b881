import { describe, expect, it } from 'vitest'
import { projectWaveId } from '@/tests/support/project-wave'
import type { Database } from '@/lib/db/engine/client'
import { listEditions } from '@/lib/db/editions'
import { streamAudit } from '@/lib/db/read-audit'
import { withdrawResponse } from '@/lib/db/responses'
import { chooseScheme, readLastSmallestGroup, readSchemeState } from '@/lib/db/scheme'
import { doEditionWork } from '@/lib/editions/do-edition-work'
import { makeEdition } from '@/lib/editions/make-edition'
import type { Tool } from '@/lib/instrument/tools'
import { collect } from '@/tests/support/audit-chain'
import { editionSite, madeUpAnswers, storePeople } from '@/tests/support/edition-site'
import { key } from './audit-log'
import { freshDatabase } from './databases'

const waveId = projectWaveId
/** Monday of 2026-W11: the week before is over. */
const march = '2026-03-09T06:00:00Z'

const choose = async (database: Database, tools: readonly Tool[], auditKey: string = key) =>
  chooseScheme(database, { waveId, scheme: { tools }, actor: 'owner-1', auditKey, now: new Date(march) })

const entriesOf = async (database: Database) =>
  (await collect(streamAudit(database))).map(({ actor, action, subject, outcome, details }) => [
    actor,
    action,
    subject,
    outcome,
    JSON.parse(details) as unknown,
  ])

const editionsOf = async (database: Database) =>
  database.run(async (client) => listEditions(client, { waveId, isDemo: false }))

const chosen = (tools: string) => ['owner-1', 'schemeChosen', waveId, 'succeeded', { tools }]

describe('the scheme', () => {
  it('is no tool until an owner chooses, which is recorded, were it no tool; what stays is not', async () => {
    const { database } = await editionSite(await freshDatabase())
    const schemeOf = async () => (await readSchemeState(database, waveId)).scheme.tools
    await expect(readSchemeState(database, waveId)).resolves.toMatchObject({ isChosen: false })
    await expect(schemeOf()).resolves.toEqual([])
    await expect(choose(database, [])).resolves.toBe(true)
    await expect(readSchemeState(database, waveId)).resolves.toMatchObject({ isChosen: true })
    await expect(choose(database, ['teleconsultation', 'addictionApps'])).resolves.toBe(true)
    await expect(choose(database, ['teleconsultation', 'addictionApps'])).resolves.toBe(true)
    await expect(schemeOf()).resolves.toEqual(['teleconsultation', 'addictionApps'])
    await expect(choose(database, [])).resolves.toBe(true)
    await expect(schemeOf()).resolves.toEqual([])
    expect(await entriesOf(database)).toEqual([
      chosen(''),
      chosen('teleconsultation,addictionApps'),
      chosen(''),
    ])
  })

  it('is stored and recorded, or neither', async () => {
    const { database } = await editionSite(await freshDatabase())
    await choose(database, ['teleconsultation'])
    const other = 'another audit secret, long enough'
    await expect(choose(database, ['socialNetworks'], other)).rejects.toMatchObject({ failure: 'unreadable' })
    expect((await readSchemeState(database, waveId)).scheme.tools).toEqual(['teleconsultation'])
    expect(await entriesOf(database)).toHaveLength(1)
  })

  it('is what the first edition has, which freezes it; made-up responses freeze nothing of the real ones', async () => {
    const site = await editionSite(await freshDatabase())
    const { database } = site
    await storePeople(database, madeUpAnswers(200), { week: '2026-W10', isDemo: true })
    await makeEdition(site.at(march))
    await expect(choose(database, ['teleconsultation'])).resolves.toBe(false)
    await storePeople(database, madeUpAnswers(300, 200), { week: '2026-W10' })
    await expect(choose(database, ['teleconsultation'])).resolves.toBe(true)
    await expect(makeEdition(site.at(march))).resolves.toMatchObject({
      id: '1',
      scheme: { tools: ['teleconsultation'] },
    })
    await expect(choose(database, [])).resolves.toBe(false)
    await expect(readSchemeState(database, waveId)).resolves.toEqual({
      scheme: { tools: ['teleconsultation'] },
      isFrozen: true,
      isChosen: true,
      preview: null,
    })
    const actions = (await entriesOf(database)).map(([, action]) => action)
    expect(actions).toEqual(['editionMade', 'schemeChosen', 'editionMade'])
  })

  it('that is chosen while the first edition is made keeps it from being stored', async () => {
    const site = await editionSite(await freshDatabase())
    await storePeople(site.database, madeUpAnswers(300), { week: '2026-W10' })
    const making = site.at(march)
    // Words are asked for when the file is written: after the scheme was read, and before the edition is stored.
    let choosing: Promise<boolean> | null = null
    const words = new Proxy(making.words, {
      get: (target, name) => {
        choosing ??= choose(site.database, ['socialNetworks'])
        return Reflect.get(target, name) as unknown
      },
    })
    await expect(makeEdition({ ...making, words })).resolves.toBeNull()
    await expect(choosing).resolves.toBe(true)
    expect(await editionsOf(site.database)).toEqual([])
    await expect(makeEdition(making)).resolves.toMatchObject({ scheme: { tools: ['socialNetworks'] } })
  })
})

describe('making an edition', () => {
  it('is recorded with its rounded number of records', async () => {
    const site = await editionSite(await freshDatabase())
    await storePeople(site.database, madeUpAnswers(300), { week: '2026-W10' })
    const edition = await makeEdition(site.at(march))
    expect(edition?.recordCount).toBeGreaterThan(200)
    const details = { recordsReleased: edition?.recordCount }
    expect(await entriesOf(site.database)).toEqual([
      ['system', 'editionMade', `${waveId}/1`, 'succeeded', details],
    ])
  })

  it('is done and recorded, or neither', async () => {
    const site = await editionSite(await freshDatabase())
    await storePeople(site.database, madeUpAnswers(300), { week: '2026-W10' })
    await choose(site.database, ['teleconsultation'])
    const auditKey = 'another audit secret, long enough'
    await expect(makeEdition({ ...site.at(march), auditKey })).rejects.toMatchObject({
      failure: 'unreadable',
    })
    expect(await editionsOf(site.database)).toEqual([])
    const marked = { where: { hasEntered: true } }
    await expect(site.database.run(async (client) => client.response.count(marked))).resolves.toBe(0)
  })

  it('again, its file, is recorded as well', async () => {
    const site = await editionSite(await freshDatabase())
    const receiptHash = (place: number) => String(place).padStart(64, '0')
    await storePeople(site.database, madeUpAnswers(300), { week: '2026-W10', receiptHash })
    await doEditionWork(site.at(march))
    const left = await site.database.run(async (client) =>
      client.response.findFirstOrThrow({ where: { hasEntered: true } }),
    )
    await withdrawResponse(site.database, left.receiptHash ?? '', new Date('2026-03-12T08:00:00Z'))
    await doEditionWork(site.at('2026-04-01T06:00:00Z'))
    expect((await entriesOf(site.database)).slice(1)).toEqual([
      ['system', 'editionFileMade', `${waveId}/1`, 'succeeded', {}],
    ])
  })
})

it('the last edition says how small the smallest group of the next one may be', async () => {
  const site = await editionSite(await freshDatabase())
  await storePeople(site.database, madeUpAnswers(300), { week: '2026-W10' })
  await expect(readLastSmallestGroup(site.database, waveId)).resolves.toBeNull()
  await makeEdition(site.at(march, { smallestGroup: 17 }))
  await expect(readLastSmallestGroup(site.database, waveId)).resolves.toBe(17)
})
