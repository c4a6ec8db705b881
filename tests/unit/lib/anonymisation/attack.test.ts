import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createTeller, type EarlierRelease } from '@/lib/anonymisation/earlier-releases'
import { quasiIdentifiers } from '@/lib/anonymisation/quasi-identifiers'
import { classNumberOf } from '@/lib/anonymisation/record-classes'
import { planAt } from '@/lib/anonymisation/release-plan'
import { search, type ReleaseRules } from '@/lib/anonymisation/search'
import type { Answers } from '@/lib/instrument/answers'
import { items } from '@/lib/instrument/catalogue'
import { isShown } from '@/lib/instrument/visibility'
import { arbitraryRecord, arbitraryRecords } from '../../../support/arbitrary-records'
import { createGeneraliser, type ReleasedRecord } from '../../../support/released-records'
import { ageAt, areVaried, usageAt } from '../../../support/record-groups'
import { createRecordTally } from '../../../support/count-answers'

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

/** The week of whoever came since the last release. */
const thisWeek = '2026-W52'

/** One person's answers, an object for each person. */
type Person = Answers

/** The plan for these people and what it releases of them; null where nothing meets the rules. */
function release(
  people: readonly Person[],
  rules: ReleaseRules,
  earlier: readonly EarlierRelease[] = [],
  weeks: ReadonlyMap<Person, string> = new Map(),
) {
  const tally = createRecordTally()
  const tell = createTeller(earlier)
  const told = (person: Person) => tell(classNumberOf(person), weeks.get(person) ?? thisWeek)
  const numbers = people.map((person) => tally.add(person, told(person)))
  const table = tally.table()
  const found = search(table, rules)
  if (!found) return null
  const plan = planAt(table, found.levels, rules)
  const generalise = createGeneraliser(plan, table)
  const file = new Map<Person, ReleasedRecord>()
  for (const [place, person] of people.entries()) {
    const record = generalise(person, numbers[place] ?? Number.NaN)
    if (record !== 'withheld') file.set(person, record)
  }
  expect(file.size).toBe(people.length - found.withheld)
  return { plan, file }
}

/** As many people, of whom none is the same object as another. */
const apart = (people: readonly Answers[]): Person[] => people.map((answers) => ({ ...answers }))

describe('one file', () => {
  test('whoever is looked for, no record fits or at least k do, and these answered differently', () => {
    let released = 0
    fc.assert(
      fc.property(
        arbitraryRecords(60),
        fc.array(arbitraryRecord, { maxLength: 10 }),
        arbitraryRules,
        (all, strangers, rules) => {
          const people = apart(all)
          const file = release(people, rules)?.file
          if (!file) return
          released += 1
          for (const known of [...people, ...strangers]) {
            const fitting = [...file].filter(([, record]) => fits(record, known)).map(([person]) => person)
            if (fitting.length === 0) {
              expect(file.has(known)).toBe(false)
              continue
            }
            expect(fitting.length).toBeGreaterThanOrEqual(rules.k)
            if (fitting.some(({ topicsUsed }) => topicsUsed)) expect(areVaried(fitting, rules.l)).toBe(true)
          }
        },
      ),
      { numRuns: 300 },
    )
    expect(released).toBeGreaterThan(100)
  })
})

/** One more release: who comes before it, who leaves, by place, and what is asked. */
const arbitraryRound = fc.record({
  coming: arbitraryRecords(50),
  leaving: fc.array(fc.nat(99), { maxLength: 4 }),
  rules: arbitraryRules,
})

describe('several files, in each of which every record is recognised by its sensitive answers', () => {
  test('whoever stayed is one of at least k that fit in all, and these answered differently', () => {
    const reached = { two: 0, three: 0, otherLevels: 0 }
    fc.assert(
      fc.property(fc.array(arbitraryRound, { minLength: 1, maxLength: 3 }), (rounds) => {
        const earlier: EarlierRelease[] = []
        const files: ReadonlyMap<Person, ReleasedRecord>[] = []
        const weeks = new Map<Person, string>()
        let present: readonly Person[] = []
        for (const { coming, leaving, rules } of rounds) {
          const people = [...present.filter((_, index) => !leaving.includes(index)), ...apart(coming)]
          const result = release(people, rules, earlier, weeks)
          if (!result) return
          const cutOffWeek = `2026-W0${earlier.length + 1}`
          earlier.push({ cutOffWeek, plan: result.plan })
          for (const person of people) weeks.set(person, weeks.get(person) ?? cutOffWeek)
          files.push(result.file)
          present = people
        }
        reached.two += Number(files.length === 2)
        reached.three += Number(files.length === 3)
        reached.otherLevels += Number(new Set(earlier.map(({ plan }) => plan.levels.join())).size > 1)

        const leastK = Math.min(...rounds.map(({ rules }) => rules.k))
        for (const person of present) {
          const isIn = files.map((file) => file.has(person))
          if (!isIn.includes(true)) continue
          // Even who knows in which of the files the person is finds k records.
          const fitting = [...weeks.keys()].filter((other) =>
            files.every((file, index) => {
              const record = file.get(other)
              return record ? isIn[index] === true && fits(record, person) : isIn[index] === false
            }),
          )
          expect(fitting.length).toBeGreaterThanOrEqual(leastK)
          if (fitting.some(({ topicsUsed }) => topicsUsed)) expect(areVaried(fitting, 2)).toBe(true)
        }
      }),
      { numRuns: 1000 },
    )
    // Far fewer than there usually are: whether the attack was tried, whatever was drawn.
    expect(reached.two).toBeGreaterThan(20)
    expect(reached.three).toBeGreaterThan(10)
    expect(reached.otherLevels).toBeGreaterThan(20)
  })
})
