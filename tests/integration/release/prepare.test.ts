import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepDelivery } from '@/lib/db/release-delivery'
import { findRelease } from '@/lib/db/releases'
import { keepResponse, withdrawResponse } from '@/lib/db/responses'
import { seedFigures } from '@/lib/db/waves/seed'
import { seedDemo } from '@/scripts/demo/seed-demo'
import { variableName } from '@/lib/export/columns'
import { items } from '@/lib/instrument/catalogue'
import { applicableAnswers, isShown } from '@/lib/instrument/visibility'
import { tools } from '@/lib/instrument/tools'
import type { Answers } from '@/lib/instrument/answers'
import { readResult } from '@/lib/release/result'
import { arbitraryAnswers } from '@/tests/support/arbitrary-answers'
import { filesOf, prepare, rowsOf } from '@/tests/support/prepared-release'
import type { TestDatabase } from '@/tests/support/test-database'
import { freshDatabase } from '../db/databases'

// A Tuesday of week 48: the last week that is over is week 47.
const now = new Date('2026-11-24T08:00:00Z')
const nextWeek = new Date('2026-12-01T08:00:00Z')

async function withFigures() {
  const database = await freshDatabase()
  await seedFigures(database)
  return database
}

const receiptOf = (name: string) => createHash('sha256').update(name).digest('hex')

/** Somebody who uses one tool now, and what for; nobody else is like them but who has the same age and tool. */
const person = (ageBand: 'under35' | 'from35', tool: string, topic: string): Answers =>
  applicableAnswers({
    ageBand,
    ...Object.fromEntries(tools.map((each) => [`usage.${each}`, each === tool ? 'regular' : 'never'])),
    topicsUsed: [topic],
  } as Answers)

async function contribute(database: TestDatabase, name: string, answers: Answers, week = '2026-W47') {
  await keepResponse(database, {
    waveId: '2025-12',
    instrumentVersion: '2025-12',
    consentVersion: '2026-11',
    answers,
    week,
    receiptHash: receiptOf(name),
  })
}

const topics = ['stress', 'anxiety', 'sleepDisorders', 'addictions', 'stress', 'anxiety']

/** So many who are alike but for their topics. */
async function contributeGroup(
  database: TestDatabase,
  name: string,
  [ageBand, tool]: readonly ['under35' | 'from35', string],
  count: number,
  week?: string,
) {
  for (let place = 0; place < count; place += 1) {
    await contribute(database, `${name}${place}`, person(ageBand, tool, topics[place] ?? 'stress'), week)
  }
}

type Row = Readonly<Record<string, string>>

/** What a file tells of the quasi-identifiers of a row, and of what applies. */
const knownOf = ({ record: _record, ...row }: Row) =>
  JSON.stringify([
    row['ageBand'],
    ...tools.map((tool) => row[`usage_${tool}`]),
    Object.values(row).map((cell) => cell === '97'),
  ])

function sizesOf(rows: readonly Row[]): readonly number[] {
  const sizes = new Map<string, number>()
  for (const row of rows) sizes.set(knownOf(row), (sizes.get(knownOf(row)) ?? 0) + 1)
  return [...sizes.values()].toSorted((one, other) => one - other)
}

describe('a release of made-up responses', () => {
  it('has every response of the weeks that are over, or withholds it, in classes as large as was asked for', async () => {
    const database = await withFigures()
    await seedDemo(database, 1500, { seed: 'release', now, force: false })
    const { result, ...made } = await prepare(database, 'aaaaaaaa', { now, smallestClass: 7 })
    if (result.outcome !== 'prepared') throw new Error('it was refused')
    const over = await database.run(async (client) =>
      client.response.count({ where: { week: { lte: '2026-W47' } } }),
    )
    const { report } = result
    expect(over).toBeLessThan(1500)
    expect(report.records).toBe(over)
    expect(result.newCount).toBe(over)
    expect(report.withheld).toBeLessThanOrEqual(0.05 * over)

    const rows = await rowsOf(database, 'aaaaaaaa')
    expect(rows).toHaveLength(report.exported)
    expect(rows.map(({ record }) => Number(record))).toEqual(rows.map((_, place) => place + 1))
    const sizes = sizesOf(rows)
    expect(sizes[0]).toBe(report.smallestClass)
    expect(report.smallestClass).toBeGreaterThanOrEqual(7)
    expect(sizes).toHaveLength(report.classes)

    const files = await filesOf(database, 'aaaaaaaa')
    expect(JSON.parse(files.get('risk-report.json') ?? '')).toMatchObject({ ...report, madeUp: true })
    const kept = await findRelease(database, 'aaaaaaaa')
    expect(readResult(kept?.result ?? '')).toEqual(result)
    expect(kept).toMatchObject({
      state: 'ready',
      cutOffWeek: '2026-W47',
      isDemo: true,
      outdated: null,
      ...('sizeBytes' in made && { sizeBytes: made.sizeBytes }),
    })
  })

  it('leaves nothing behind but its bundle', async () => {
    const database = await withFigures()
    await seedDemo(database, 300, { seed: 'release', now, force: false })
    await prepare(database, 'aaaaaaaa', { now })
    expect(readdirSync(path.join(database.folder, 'releases'))).toEqual(['aaaaaaaa.zip'])
  })

  it('has no order, number or id of the responses', async () => {
    const database = await withFigures()
    await seedDemo(database, 400, { seed: 'release', now, force: false })
    await prepare(database, 'aaaaaaaa', { now })
    await prepare(database, 'bbbbbbbb', { now })
    const [one, other] = [await rowsOf(database, 'aaaaaaaa'), await rowsOf(database, 'bbbbbbbb')]
    const answers = (rows: readonly Row[]) => rows.map(({ record: _record, ...row }) => JSON.stringify(row))
    expect(answers(one)).not.toEqual(answers(other))
    expect(answers(one).toSorted()).toEqual(answers(other).toSorted())
    const ids = await database.run(async (client) => client.response.findMany({ select: { id: true } }))
    const text = [...(await filesOf(database, 'aaaaaaaa')).values()].join('\n')
    expect(ids.filter(({ id }) => text.includes(id))).toEqual([])
    for (const forbidden of ['receipt', '2026-W', 'demo-', 'locale']) expect(text).not.toContain(forbidden)
  })

  it('has none of them as soon as there are real ones', async () => {
    const database = await withFigures()
    await seedDemo(database, 300, { seed: 'release', now, force: false })
    await contributeGroup(database, 'a', ['under35', 'conversationalAi'], 6)
    const { result } = await prepare(database, 'aaaaaaaa', { now })
    expect(result).toMatchObject({ outcome: 'prepared', report: { records: 6, exported: 6 } })
    await expect(findRelease(database, 'aaaaaaaa')).resolves.toMatchObject({ isDemo: false })
  })
})

describe('what a release holds', () => {
  it('is every answer that the database holds, where nothing has to be coarsened or withheld', async () => {
    const database = await withFigures()
    const given = fc.sample(arbitraryAnswers, { seed: 7, numRuns: 60 })
    for (const [place, answers] of given.entries()) {
      const known = person(place % 2 === 0 ? 'under35' : 'from35', 'conversationalAi', 'stress')
      // Alike in what may be known of them, and in nothing else.
      const { topicsUsed: _, ...alike } = known
      await contribute(database, `p${place}`, applicableAnswers({ ...answers, ...alike }))
    }
    const { result } = await prepare(database, 'aaaaaaaa', { now })
    expect(result).toMatchObject({ report: { records: 60, exported: 60, classes: 2, loss: 0 } })

    const stored = await database.run(async (client) => client.response.findMany())
    const expected = stored.map((response) => {
      const answers = JSON.parse(response.answers) as Answers
      const told = items.map((item) => [
        variableName(item.id),
        isShown(item, answers) ? (answers[item.id] ?? null) : 'notApplicable',
      ])
      return JSON.stringify(Object.fromEntries(told))
    })
    const lines = (await filesOf(database, 'aaaaaaaa')).get('responses.jsonl')?.trimEnd().split('\n') ?? []
    const found = lines.map((line) => {
      const { record: _record, ...row } = JSON.parse(line) as Record<string, unknown>
      return JSON.stringify(row)
    })
    expect(found.toSorted()).toEqual(expected.toSorted())
  })
})

describe('no release', () => {
  it('of no response, or of none of a week that is over', async () => {
    const database = await withFigures()
    await contributeGroup(database, 'a', ['under35', 'conversationalAi'], 6, '2026-W48')
    await expect(prepare(database, 'aaaaaaaa', { now })).resolves.toEqual({
      result: { outcome: 'refused', reason: 'noResponses' },
    })
    await expect(prepare(database, 'bbbbbbbb', { now: nextWeek })).resolves.toMatchObject({
      result: { outcome: 'prepared' },
    })
    await expect(findRelease(database, 'aaaaaaaa')).resolves.toMatchObject({ state: 'refused' })
  })

  it('where no levels meet the rules, and it is said which would', async () => {
    const database = await withFigures()
    await contributeGroup(database, 'a', ['under35', 'conversationalAi'], 6)
    const { result } = await prepare(database, 'aaaaaaaa', { now, smallestClass: 7 })
    expect(result).toEqual({
      outcome: 'refused',
      reason: 'rules',
      why: { records: 6, inSmallClasses: 6, inUniformClasses: 0, largestK: 6, leastWithheldShare: 1 },
    })
    expect(existsSync(path.join(database.folder, 'releases', 'aaaaaaaa.zip'))).toBe(false)
    expect(readResult((await findRelease(database, 'aaaaaaaa'))?.result ?? '')).toEqual(result)
  })
})

describe('releases after one another', () => {
  it('asked again with fewer than k new responses, it is the last cut-off again, and says so', async () => {
    const database = await withFigures()
    await contributeGroup(database, 'a', ['under35', 'conversationalAi'], 6)
    await prepare(database, 'aaaaaaaa', { now })
    await expect(keepDelivery(database, 'aaaaaaaa', now)).resolves.toBe(true)
    await contributeGroup(database, 'b', ['under35', 'conversationalAi'], 4, '2026-W48')
    const { result } = await prepare(database, 'bbbbbbbb', { now: nextWeek })
    expect(result).toMatchObject({ isRepeated: true, newCount: 4, report: { records: 6, exported: 6 } })
    await contribute(database, 'c', person('under35', 'conversationalAi', 'stress'), '2026-W48')
    const { result: next } = await prepare(database, 'cccccccc', { now: nextWeek })
    expect(next).toMatchObject({ isRepeated: false, newCount: 5, report: { records: 11, exported: 11 } })
  })

  it('whoever withdrew is in none, and a class that has become too small is withheld', async () => {
    const database = await withFigures()
    await contributeGroup(database, 'a', ['under35', 'conversationalAi'], 6)
    await contributeGroup(database, 'b', ['from35', 'teleconsultation'], 5)
    await prepare(database, 'aaaaaaaa', { now })
    await keepDelivery(database, 'aaaaaaaa', now)
    await withdrawResponse(database, receiptOf('b0'))
    await expect(keepDelivery(database, 'aaaaaaaa', now)).resolves.toBe(false)
    const { result } = await prepare(database, 'bbbbbbbb', { now })
    expect(result).toMatchObject({ isRepeated: true, report: { records: 10, exported: 6, withheld: 4 } })
    const rows = await rowsOf(database, 'bbbbbbbb')
    expect(sizesOf(rows)).toEqual([6])
  })

  it('a class of an earlier one is not divided, whatever is asked for', async () => {
    const database = await withFigures()
    await contributeGroup(database, 'a', ['under35', 'conversationalAi'], 5)
    await contributeGroup(database, 'b', ['from35', 'conversationalAi'], 5)
    await prepare(database, 'aaaaaaaa', { now, smallestClass: 10 })
    await keepDelivery(database, 'aaaaaaaa', now)
    expect(sizesOf(await rowsOf(database, 'aaaaaaaa'))).toEqual([10])
    // With k = 5 the two ages can be told apart: all of the class are released as classes of five.
    await prepare(database, 'bbbbbbbb', { now, smallestClass: 5 })
    await keepDelivery(database, 'bbbbbbbb', now)
    expect(sizesOf(await rowsOf(database, 'bbbbbbbb'))).toEqual([5, 5])
    // And no class of ten is told again of people who are known to be five and five.
    const { result } = await prepare(database, 'cccccccc', { now: nextWeek, smallestClass: 6 })
    expect(result).toMatchObject({ outcome: 'refused', reason: 'rules' })
  })

  it('a renewal of a release of which nothing is left is a release of its own', async () => {
    const database = await withFigures()
    await contributeGroup(database, 'a', ['under35', 'conversationalAi'], 5)
    await prepare(database, 'aaaaaaaa', { now })
    await keepDelivery(database, 'aaaaaaaa', now)
    await withdrawResponse(database, receiptOf('a0'))
    const { result } = await prepare(database, 'bbbbbbbb', { now })
    expect(result).toMatchObject({ outcome: 'refused', reason: 'rules', why: { records: 4 } })
  })
})

describe('a preparation that is stopped', () => {
  it('ends where it is, leaves no file, and the row as it was', async () => {
    const database = await withFigures()
    await seedDemo(database, 3000, { seed: 'release', now, force: false })
    const stop = new AbortController()
    const preparing = prepare(database, 'aaaaaaaa', { now, stop })
    stop.abort(new Error('stopped'))
    await expect(preparing).rejects.toThrow('stopped')
    expect(readdirSync(path.join(database.folder, 'releases'))).toEqual([])
    await expect(findRelease(database, 'aaaaaaaa')).resolves.toMatchObject({ state: 'preparing' })
  })
})
