import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { informationLoss } from '@/lib/anonymisation/information-loss'
import { whyNoRelease } from '@/lib/anonymisation/no-release'
import { classesAt, withheldCount } from '@/lib/anonymisation/record-classes'
import { search, type ReleaseRules } from '@/lib/anonymisation/search'
import type { Answers } from '@/lib/instrument/answers'
import { items } from '@/lib/instrument/catalogue'
import { arbitraryRecords } from '../../../support/arbitrary-records'
import { everyLevels, lossAt, withheldAt } from '../../../support/record-groups'
import { createRecordTally } from '../../../support/count-answers'

function tableOf(records: readonly Answers[]) {
  const tally = createRecordTally()
  for (const answers of records) tally.add(answers)
  return tally.table()
}

const arbitraryRules: fc.Arbitrary<ReleaseRules> = fc.record({
  k: fc.integer({ min: 1, max: 6 }),
  l: fc.integer({ min: 2, max: 3 }),
  largestWithheldShare: fc.constantFrom(0, 0.05, 0.2, 0.4, 0.8),
})

const arbitraryLevels = fc.constantFrom(...everyLevels)

/** Every combination, one after the other, as the definition says. */
function bruteForce(records: readonly Answers[], { k, l, largestWithheldShare }: ReleaseRules) {
  let best: { levels: readonly number[]; withheld: number; loss: number } | null = null
  for (const levels of everyLevels) {
    const withheld = withheldAt(records, levels, k, l)
    const loss = lossAt(levels, records.length, withheld)
    const isAllowed = withheld < records.length && withheld / records.length <= largestWithheldShare
    if (isAllowed && (best === null || loss < best.loss)) best = { levels, withheld, loss }
  }
  return best
}

test('there are 1,458 combinations of levels', () => {
  expect(everyLevels).toHaveLength(1458)
  expect(items.find((item) => item.id === 'topicsUsed')?.shownWhen?.id).toBe('anyToolEverUsed')
})

test('the search finds what trying all combinations finds', () => {
  let found = 0
  let coarsened = 0
  fc.assert(
    fc.property(arbitraryRecords(40), arbitraryRules, (records, rules) => {
      const expected = bruteForce(records, rules)
      const result = search(tableOf(records), rules)
      expect(result?.levels).toEqual(expected?.levels)
      expect(result?.withheld).toBe(expected?.withheld)
      if (result) {
        found += 1
        coarsened += Number(result.levels.some((level) => level > 0))
        expect(informationLoss(result.levels, records.length, result.withheld)).toBeCloseTo(
          expected?.loss ?? Number.NaN,
          12,
        )
      }
    }),
    { numRuns: 60 },
  )
  expect(found).toBeGreaterThan(15)
  expect(coarsened).toBeGreaterThan(8)
})

test('of two that lose as much, the one that tells more of what is asked first', () => {
  const uses = ['regular', 'occasional'] as const
  const records = uses.flatMap((one) =>
    uses.flatMap((other) =>
      (['stress', 'none', 'anxiety'] as const).map((topic) => ({
        'usage.appointmentPlatforms': one,
        'usage.connectedDevices': other,
        topicsUsed: [topic],
      })),
    ),
  )
  const rules = { k: 5, l: 2, largestWithheldShare: 0.2 }
  expect(search(tableOf(records), rules)).toEqual({ levels: [0, 0, 1, 0, 0, 0, 0], withheld: 0 })
})

test('what is said where nothing is found is what searching finds', () => {
  fc.assert(
    fc.property(arbitraryRecords(60), fc.constantFrom(0, 0.05, 0.2), (records, largestWithheldShare) => {
      const table = tableOf(records)
      const rules = { k: 50, l: 2, largestWithheldShare }
      const { largestK, leastWithheldShare } = whyNoRelease(table, rules)
      const allK = Array.from({ length: 46 }, (_, index) => index + 5)
      expect(largestK).toBe(allK.findLast((k) => search(table, { ...rules, k }) !== null) ?? null)

      const less = { ...rules, k: 5 }
      const least = whyNoRelease(table, less).leastWithheldShare ?? Number.NaN
      expect(search(table, { ...less, largestWithheldShare: least }) === null).toBe(least === 1)
      expect(search(table, { ...less, largestWithheldShare: least - 0.001 })).toBeNull()
      expect(leastWithheldShare).toBeGreaterThanOrEqual(least)
    }),
  )
})

test('the withheld records are those of the definition, at any levels', () => {
  fc.assert(
    fc.property(arbitraryRecords(60), arbitraryLevels, arbitraryRules, (records, levels, rules) => {
      const { classes } = tableOf(records)
      expect(withheldCount(classesAt(classes, levels), rules)).toBe(
        withheldAt(records, levels, rules.k, rules.l),
      )
    }),
  )
})

test('coarser levels never withhold more, and a stricter k or l never less', () => {
  fc.assert(
    fc.property(
      arbitraryRecords(60),
      arbitraryLevels,
      arbitraryLevels,
      arbitraryRules,
      (records, one, other, rules) => {
        const { classes } = tableOf(records)
        const coarser = one.map((level, index) => Math.max(level, other[index] ?? 0))
        const withheld = withheldCount(classesAt(classes, one), rules)
        expect(withheldCount(classesAt(classes, coarser), rules)).toBeLessThanOrEqual(withheld)
        expect(
          withheldCount(classesAt(classes, one), { k: rules.k + 1, l: rules.l + 1 }),
        ).toBeGreaterThanOrEqual(withheld)
      },
    ),
  )
})

test('the loss never falls with a higher level or a withheld record, and is 0 to 1', () => {
  fc.assert(
    fc.property(arbitraryLevels, fc.nat(6), fc.nat(50), (levels, place, withheld) => {
      const loss = informationLoss(levels, 60, withheld) ?? Number.NaN
      expect(loss).toBeCloseTo(lossAt(levels, 60, withheld), 12)
      const higher = levels.map((level, index) => (index === place && level === 0 ? 1 : level))
      expect(informationLoss(higher, 60, withheld)).toBeGreaterThanOrEqual(loss)
      expect(informationLoss(levels, 60, withheld + 1)).toBeGreaterThanOrEqual(loss)
      expect(loss).toBeGreaterThanOrEqual(0)
      expect(loss).toBeLessThanOrEqual(1)
    }),
  )
  expect(informationLoss([1, 2, 2, 2, 2, 2, 2], 9, 0)).toBe(1)
  expect(informationLoss([0, 0, 0, 0, 0, 0, 0], 9, 0)).toBe(0)
  expect(informationLoss([0, 0, 0, 0, 0, 0, 0], 0, 0)).toBeNull()
})

describe('the table', () => {
  test('what earlier releases told stays apart under its own name', () => {
    const tally = createRecordTally()
    for (const told of ['7;', undefined, '9;', '7;', '']) tally.add({}, told)
    const { records, told, classes } = tally.table()
    expect(records).toBe(5)
    expect(told).toEqual(['', '7;', '9;'])
    expect([...classes.values()].map(({ count }) => count)).toEqual([2, 2, 1])
  })

  test('what is added later does not change it', () => {
    const tally = createRecordTally()
    tally.add({ ageBand: 'under35' })
    const before = tally.table()
    tally.add({ ageBand: 'under35' })
    expect([...before.classes.values()]).toEqual([{ count: 1, variety: null }])
    expect(before.records).toBe(1)
  })
})
