import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toldBefore, type EarlierRelease } from '@/lib/anonymisation/earlier-releases'
import { quasiIdentifiers } from '@/lib/anonymisation/quasi-identifiers'
import { createRecordTally } from '@/lib/anonymisation/record-tally'
import { createGeneraliser, planAt, type ReleasedRecord } from '@/lib/anonymisation/release-plan'
import { search, type ReleaseRules } from '@/lib/anonymisation/search'
import type { Answers } from '@/lib/instrument/answers'
import { items } from '@/lib/instrument/catalogue'
import { isShown } from '@/lib/instrument/visibility'
import { arbitraryRecord, arbitraryRecords } from '../../../support/arbitrary-records'
import { ageAt, areVaried, usageAt } from '../../../support/record-groups'

// An attacker has the files and knows how somebody answered every quasi-identifier, which questions that leads to, and who
// is in the data. Whose record is it?

/** Whether a released record can be that of somebody with these answers to the quasi-identifiers. */
function fits(record: ReleasedRecord, known: Answers): boolean {
  const isToldSo = quasiIdentifiers.every(({ id }) => {
    const at = id === 'ageBand' ? ageAt : usageAt
    return [0, 1, 2].some((level) => at(known[id], level) === record[id])
  })
  return (
    isToldSo &&
    items.every(
      (item) =>
        item.disclosure === 'quasiIdentifier' ||
        isShown(item, known) === (record[item.id] !== 'notApplicable'),
    )
  )
}

const arbitraryRules: fc.Arbitrary<ReleaseRules> = fc.record({
  k: fc.integer({ min: 2, max: 5 }),
  l: fc.integer({ min: 2, max: 3 }),
  largestWithheldShare: fc.constantFrom(0.05, 0.2, 0.5),
})

interface Person {
  readonly answers: Answers
  /** The first cut-off that the response belongs to; null for none. */
  readonly cutOff: number | null
}

/** The plan for these people and their records, in their order, null where withheld; null where nothing meets the rules. */
function release(people: readonly Person[], rules: ReleaseRules, earlier: readonly EarlierRelease[] = []) {
  const tally = createRecordTally()
  const told = people.map(({ answers, cutOff }) => toldBefore(answers, cutOff, earlier))
  for (const [index, { answers }] of people.entries()) tally.add(answers, told[index])
  const table = tally.table()
  const found = search(table, rules)
  if (!found) return null
  const plan = planAt(table, found.levels, rules)
  const generalise = createGeneraliser(plan)
  const records = people.map(({ answers }, index) => {
    const record = generalise(answers, told[index])
    return record === 'withheld' ? null : record
  })
  expect(records.filter((record) => record === null)).toHaveLength(found.withheld)
  return { plan, records }
}

describe('one file', () => {
  test('whoever is looked for, no record fits or at least k do, and these answered differently', () => {
    let released = 0
    fc.assert(
      fc.property(
        arbitraryRecords(60),
        fc.array(arbitraryRecord, { maxLength: 10 }),
        arbitraryRules,
        (all, strangers, rules) => {
          const result = release(
            all.map((answers) => ({ answers, cutOff: null })),
            rules,
          )
          if (!result) return
          released += 1
          for (const known of [...all, ...strangers]) {
            const fitting = all.filter((_, index) => {
              const record = result.records[index]
              return record && fits(record, known)
            })
            if (fitting.length === 0) continue
            expect(fitting.length).toBeGreaterThanOrEqual(rules.k)
            if (fitting.some((answers) => answers.topicsUsed)) expect(areVaried(fitting, rules.l)).toBe(true)
          }
        },
      ),
      { numRuns: 300 },
    )
    expect(released).toBeGreaterThan(100)
  })

  test('what is known of some quasi-identifiers only fits no fewer', () => {
    fc.assert(
      fc.property(arbitraryRecords(40), arbitraryRules, fc.nat(), (all, rules, which) => {
        const result = release(
          all.map((answers) => ({ answers, cutOff: null })),
          rules,
        )
        const known = all[which % all.length] ?? {}
        const records = result?.records.flatMap((record) => record ?? []) ?? []
        const fitting = records.filter(
          (record) => ageAt(known.ageBand, 0) === record.ageBand || record.ageBand === 'all',
        )
        const isInFile = result?.records[which % all.length] != null
        if (isInFile) expect(fitting.length).toBeGreaterThanOrEqual(rules.k)
      }),
    )
  })
})

describe('two files, in each of which every record is recognised by its sensitive answers', () => {
  test('whoever stayed is one of at least k that fit in both', () => {
    let twice = 0
    let changed = 0
    fc.assert(
      fc.property(
        arbitraryRecords(60),
        arbitraryRecords(60),
        fc.array(fc.nat(59), { maxLength: 4 }),
        arbitraryRules,
        arbitraryRules,
        (first, later, withdrawn, firstRules, laterRules) => {
          const old = first.map((answers) => ({ answers, cutOff: 1 }))
          const before = release(old, firstRules)
          if (!before) return
          const stayed = [
            ...old.filter((_, index) => !withdrawn.includes(index)),
            ...later.map((answers) => ({ answers, cutOff: null })),
          ]
          const after = release(stayed, laterRules, [{ cutOff: 1, plan: before.plan }])
          if (!after) return
          twice += 1
          changed += Number(before.plan.levels.join() !== after.plan.levels.join())
          const firstRecord = new Map<Person, ReleasedRecord | null>(
            old.map((person, index) => [person, before.records[index] ?? null]),
          )
          const lastRecord = new Map<Person, ReleasedRecord | null>(
            stayed.map((person, index) => [person, after.records[index] ?? null]),
          )
          const views = [...new Set<Person>([...old, ...stayed])].map((person) => ({
            person,
            seen: [firstRecord.get(person) ?? null, lastRecord.get(person) ?? null],
          }))
          for (const { person, seen } of views) {
            if (!lastRecord.has(person) || seen.every((record) => record === null)) continue
            // Even who knows in which of the files the person is finds k records.
            const fitting = views.filter((other) =>
              other.seen.every((record, file) =>
                record === null ? seen[file] === null : seen[file] !== null && fits(record, person.answers),
              ),
            )
            expect(fitting.length).toBeGreaterThanOrEqual(Math.min(firstRules.k, laterRules.k))
          }
        },
      ),
      { numRuns: 500 },
    )
    expect(twice).toBeGreaterThan(60)
    expect(changed).toBeGreaterThan(30)
  })
})
