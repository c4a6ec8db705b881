import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chosenOptions, optionsOf, type Answers } from '@/lib/instrument/answers'
import { items } from '@/lib/instrument/catalogue'
import { applicableAnswers } from '@/lib/instrument/visibility'
import { takeSnapshot } from '@/lib/db/participant-snapshot'
import { createParticipantsReader } from '@/lib/db/participants'
import { keepResponse, withdrawResponse } from '@/lib/db/responses'
import { seedFigures } from '@/lib/db/waves/seed'
import type { Counts } from '@/lib/participation/counts'
import { arbitraryAnswers } from '../../support/arbitrary-answers'
import { freshDatabase } from './databases'

const waveId = '2025-12'
const monday = new Date('2026-11-23T08:00:00Z')
const tuesday = new Date('2026-11-24T08:00:00Z')
const hash = (number: number) => String(number).padStart(64, '0')

async function seededDatabase() {
  const database = await freshDatabase()
  await seedFigures(database)
  let contributed = 0
  const contribute = async (...responses: readonly Answers[]) => {
    for (const answers of responses) {
      const response = { waveId, instrumentVersion: waveId, consentVersion: '2026-11', week: '2026-W48' }
      await keepResponse(database, { ...response, answers, receiptHash: hash(contributed) })
      contributed += 1
    }
  }
  const read = createParticipantsReader(database)
  const participants = async () => read(waveId)
  return { database, contribute, participants, counts: async () => (await participants())?.counts ?? null }
}

const people = (count: number): readonly Answers[] =>
  Array.from({ length: count }, () => ({ ageBand: 'under35', 'usage.teleconsultation': 'regular' }))

/** Counts of options by age, made the plain way. */
function directCells(responses: readonly Answers[]) {
  const ages = ['under35', 'from35', 'unanswered'] as const
  return Object.fromEntries(
    items.map((item) => {
      const by = (holds: (answers: Answers) => boolean) =>
        Object.fromEntries(
          ages.map((age) => [
            age,
            responses.filter((answers) => (answers.ageBand ?? 'unanswered') === age && holds(answers)).length,
          ]),
        )
      return [
        item.id,
        {
          answered: by((answers) => answers[item.id] !== undefined),
          chosen: Object.fromEntries(
            optionsOf(item).map((option) => [
              option,
              by((answers) => chosenOptions(answers, item.id).includes(option)),
            ]),
          ),
        },
      ]
    }),
  )
}

describe('a snapshot', () => {
  it('equals a direct count, whatever the answers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryAnswers, { minLength: 11, maxLength: 40 }), async (given) => {
        const responses = given.map(applicableAnswers)
        const { database, contribute, counts } = await seededDatabase()
        await contribute(...responses)
        await expect(takeSnapshot(database, waveId, monday)).resolves.toBe(true)
        const found = (await counts()) as Counts
        expect(found.responses).toBe(responses.length)
        expect(found.cells).toEqual(directCells(responses))
      }),
      { numRuns: 8 },
    )
  })

  it('has a day, which is that of the counts', async () => {
    const { database, contribute, participants } = await seededDatabase()
    await contribute(...people(60))
    await takeSnapshot(database, waveId, monday)
    const first = await participants()
    expect(first).toMatchObject({ takenOn: '2026-11-23', demoCount: 0 })
    await contribute(...people(11))
    // What is made of counts is kept as long as they are: the same ones, read again.
    expect((await participants())?.counts).toBe(first?.counts)
    await takeSnapshot(database, waveId, tuesday)
    expect(await participants()).toMatchObject({ takenOn: '2026-11-24', counts: { responses: 71 } })
  })

  it('counts all pages of a large table, each response once', async () => {
    const { database, contribute, counts } = await seededDatabase()
    await contribute(...people(20))
    await database.run(async (client) => {
      const [row] = await client.response.findMany({ take: 1 })
      const copies = Array.from({ length: 1500 }, (_, index) => ({
        ...row,
        id: `${String(index).padStart(8, '0')}-0000-4000-8000-000000000000`,
        receiptHash: null,
      }))
      await client.response.createMany({ data: copies as never })
      await client.participation.update({
        where: { waveId },
        data: { contributedCount: { increment: 1500 } },
      })
    })
    await takeSnapshot(database, waveId, monday)
    expect((await counts())?.responses).toBe(1520)
  })

  it('is not taken of fewer than 11 responses', async () => {
    const { database, contribute, counts } = await seededDatabase()
    await contribute(...people(10))
    await expect(takeSnapshot(database, waveId, monday)).resolves.toBe(false)
    expect(await counts()).toBeNull()
    await contribute(...people(1))
    await expect(takeSnapshot(database, waveId, monday)).resolves.toBe(true)
  })

  it('is unchanged by fewer than 11 new responses, and by 11 on the same day', async () => {
    const { database, contribute, counts } = await seededDatabase()
    await contribute(...people(60))
    await takeSnapshot(database, waveId, monday)
    await contribute(...people(10))
    await expect(takeSnapshot(database, waveId, tuesday)).resolves.toBe(false)
    await contribute(...people(1))
    await expect(takeSnapshot(database, waveId, monday)).resolves.toBe(false)
    expect((await counts())?.responses).toBe(60)
    await expect(takeSnapshot(database, waveId, tuesday)).resolves.toBe(true)
    expect((await counts())?.responses).toBe(71)
  })

  it('waits for 11 new ones that stay: whoever contributes and withdraws does not hasten it', async () => {
    const { database, contribute, counts } = await seededDatabase()
    await contribute(...people(60))
    await takeSnapshot(database, waveId, monday)
    await contribute(...people(10))
    for (let number = 60; number < 70; number += 1) await withdrawResponse(database, hash(number))
    await contribute(...people(10))
    await expect(takeSnapshot(database, waveId, tuesday)).resolves.toBe(false)
    await contribute(...people(1))
    await expect(takeSnapshot(database, waveId, tuesday)).resolves.toBe(true)
    expect((await counts())?.responses).toBe(71)
  })

  it('counts those that were withdrawn or erased no more', async () => {
    const { database, contribute, counts } = await seededDatabase()
    await contribute(...people(60))
    await takeSnapshot(database, waveId, monday)
    await withdrawResponse(database, hash(0))
    await database.run(async (client) =>
      client.response.deleteMany({ where: { receiptHash: { in: [1, 2, 3].map(hash) } } }),
    )
    await contribute(...people(12))
    await takeSnapshot(database, waveId, tuesday)
    expect((await counts())?.responses).toBe(68)
  })

  it('is taken once by several that take it at once', async () => {
    const { database, contribute } = await seededDatabase()
    await contribute(...people(20))
    const taken = await Promise.all([1, 2, 3].map(async () => takeSnapshot(database, waveId, monday)))
    expect(taken.filter(Boolean)).toHaveLength(1)
  })

  it('is none where its form is not known', async () => {
    const { database, contribute, counts } = await seededDatabase()
    await contribute(...people(20))
    await takeSnapshot(database, waveId, monday)
    await database.run(async (client) => client.participantSnapshot.updateMany({ data: { counts: '{}' } }))
    expect(await counts()).toBeNull()
  })
})
