import { expect, it } from 'vitest'
import { readPagesRevision } from '@/lib/db/pages-revision'
import { createPublishedStates } from '@/lib/db/waves/published-states'
import { publishWave, takeTurn } from '@/lib/db/waves/publish-wave'
import { seedFigures } from '@/lib/db/waves/seed'
import { DatabaseError } from '@/lib/errors'
import type { WaveDocument } from '@/lib/waves/wave-document'
import { projectDocument } from '../../support/project-document'
import type { TestDatabase } from '../../support/test-database'
import { freshDatabase, missingDatabase } from './databases'

const reason = { fr: 'Une faute.', en: 'A slip.' }

async function publish(database: TestDatabase, document: WaveDocument): Promise<number> {
  return database.run(async (client) =>
    client.$transaction(async (transaction) => {
      await takeTurn(transaction, document)
      return publishWave(transaction, document, {
        madeOn: '2026-11-26',
        kind: 'correction',
        byOwner: true,
        reason,
      })
    }),
  )
}

async function seeded() {
  const database = await freshDatabase()
  await seedFigures(database)
  return { database, waves: createPublishedStates(database), document: await projectDocument() }
}

const withoutFirst = (document: WaveDocument): WaveDocument => ({
  ...document,
  figures: document.figures.slice(1),
})

it('gives the last state of a wave, and each earlier one by its number', async () => {
  const { database, waves, document } = await seeded()
  expect((await waves.find(null))?.document.figures).toHaveLength(document.figures.length)
  expect(await publish(database, withoutFirst(document))).toBe(2)
  for (const waveId of [null, '2025-12']) {
    const last = await waves.find(waveId)
    expect(last?.state).toMatchObject({ waveId: '2025-12', number: 2, kind: 'correction', reason })
    expect(last?.document.figures).toHaveLength(document.figures.length - 1)
    const first = await waves.find(waveId, 1)
    expect(first?.state).toMatchObject({ number: 1, kind: 'first' })
    expect(first?.document.figures).toHaveLength(document.figures.length)
  }
})

it('gives nothing for a wave or a state that there is not', async () => {
  const { waves } = await seeded()
  for (const [waveId, number] of [
    ['1999-01', null],
    ['2025-12', 2],
    ['2025-12', 0],
    ["2025-12'--", null],
  ] as const) {
    expect(await waves.find(waveId, number)).toBeNull()
  }
})

it('lists the waves of which something was published, the latest first, with all their states', async () => {
  const { database, waves, document } = await seeded()
  const later = { ...document, wave: { ...document.wave, id: '2026-12' } }
  await publish(database, later)
  await publish(database, withoutFirst(later))
  const empty = { ...document, wave: { ...document.wave, id: '2027-01' } }
  await database.run(async (client) => takeTurn(client, empty))
  expect(
    (await waves.list()).map(({ id, isCurrent, states }) => [
      id,
      isCurrent,
      states.map(({ number }) => number),
    ]),
  ).toEqual([
    ['2026-12', false, [1, 2]],
    ['2025-12', true, [1]],
  ])
})

it('pages are made anew once any wave has changed, or another one is the current one', async () => {
  const { database, document } = await seeded()
  const revisions = [await readPagesRevision(database)]
  const later = { ...document, wave: { ...document.wave, id: '2026-12' } }
  await publish(database, later)
  revisions.push(await readPagesRevision(database))
  await publish(database, withoutFirst(later))
  revisions.push(await readPagesRevision(database))
  await database.run(async (client) => {
    await client.wave.update({ where: { id: '2025-12' }, data: { current: null } })
    await client.wave.update({ where: { id: '2026-12' }, data: { current: 1 } })
  })
  revisions.push(await readPagesRevision(database))
  expect(new Set(revisions).size).toBe(4)
  expect(await readPagesRevision(database)).toBe(revisions[3])
})

it('says that a database is missing', async () => {
  const waves = createPublishedStates(await missingDatabase())
  await expect(waves.find(null)).rejects.toThrow(DatabaseError)
  await expect(waves.list()).rejects.toThrow(DatabaseError)
})
