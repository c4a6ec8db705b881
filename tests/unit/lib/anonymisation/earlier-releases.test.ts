import { describe, expect, test } from 'vitest'
import { createTeller, leavesFewOut } from '@/lib/anonymisation/earlier-releases'
import { classNumbers, type RecordClass } from '@/lib/anonymisation/record-classes'
import { createRecordTally } from '@/lib/anonymisation/record-tally'
import { planAt } from '@/lib/anonymisation/release-plan'

const rules = { k: 2, l: 2 }
const asAnswered = [0, 0, 0, 0, 0, 0, 0]
const young = { ageBand: 'under35' } as const
const old = { ageBand: 'from35' } as const

/** The plan for so many young and old people of whom this was told. */
function planFor(youngCount: number, oldCount: number, told = '') {
  const tally = createRecordTally()
  for (let count = 0; count < youngCount; count += 1) tally.add(young, told)
  for (let count = 0; count < oldCount; count += 1) tally.add(old, told)
  return planAt(tally.table(), asAnswered, rules)
}

describe('what earlier releases told', () => {
  const first = { cutOffWeek: '2026-W01', plan: planFor(2, 1) }

  test('nothing where there are none, or of a response that was in none or was withheld', () => {
    expect(createTeller([])(young, '2026-W01')).toBe('')
    expect(createTeller([first])(young, '2026-W02')).toBe('')
    expect(createTeller([first])(old, '2026-W01')).toBe('')
  })

  test('the class in each, also where a later one left it out', () => {
    const told = createTeller([first])(young, '2026-W01')
    expect(told).toMatch(/^\d+;$/)
    const second = { cutOffWeek: '2026-W02', plan: planFor(2, 0, told) }
    const third = { cutOffWeek: '2026-W03', plan: planFor(0, 2) }
    expect(createTeller([first, second])(young, '2026-W01')).toBe(`${told}${told}`)
    expect(createTeller([first, third])(young, '2026-W01')).toBe(`${told}-;`)
    expect(createTeller([first, third, second])(young, '2026-W01')).toBe(`${told}-;-;`)
    expect(createTeller([first, third])(old, '2026-W03')).toMatch(/^\d+;$/)
    expect(createTeller([first, second])(young, '2026-W02')).toBe('')
  })
})

describe('who is left out of a class of an earlier release', () => {
  const classesOf = (...counts: readonly (readonly [number, number])[]) =>
    new Map(counts.map(([number, count]): [number, RecordClass] => [number, { count, variety: null }]))
  const k5 = { k: 5, l: 2 }
  const told = classNumbers

  test.each([
    [
      'some, too few',
      [
        [told, 5],
        [told + 1, 4],
      ],
      true,
    ],
    [
      'some, enough together',
      [
        [told, 5],
        [told + 1, 3],
        [told + 2, 2],
      ],
      false,
    ],
    [
      'all',
      [
        [told, 3],
        [told + 1, 1],
      ],
      false,
    ],
    [
      'none',
      [
        [told, 5],
        [told + 1, 5],
      ],
      false,
    ],
    [
      'of another class',
      [
        [told, 5],
        [2 * told, 1],
      ],
      false,
    ],
    [
      'who were never released',
      [
        [0, 5],
        [1, 1],
      ],
      false,
    ],
  ] as const)('%s', (_, counts, expected) => {
    expect(leavesFewOut(classesOf(...counts), k5)).toBe(expected)
  })
})
