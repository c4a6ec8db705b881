import { describe, expect, test } from 'vitest'
import { createTeller, leavesFewOut, type EarlierRelease } from '@/lib/anonymisation/earlier-releases'
import { classNumberOf, classNumbers, type RecordClass } from '@/lib/anonymisation/record-classes'
import type { Answers } from '@/lib/instrument/answers'
import { planAt } from '@/lib/anonymisation/release-plan'
import { createRecordTally } from '../../../support/count-answers'

const rules = { k: 2, l: 2 }
const asAnswered = [0, 0, 0, 0, 0, 0, 0]
const young = { ageBand: 'under35' } as const
const old = { ageBand: 'from35' } as const

/** What these releases told of somebody. */
const toldOf = (earlier: readonly EarlierRelease[], answers: Answers, week: string) =>
  createTeller(earlier)(classNumberOf(answers), week)

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
    expect(toldOf([], young, '2026-W01')).toBe('')
    expect(toldOf([first], young, '2026-W02')).toBe('')
    expect(toldOf([first], old, '2026-W01')).toBe('')
  })

  test('the class in each, also where a later one left it out', () => {
    const told = toldOf([first], young, '2026-W01')
    expect(told).toMatch(/^\d+;$/)
    const second = { cutOffWeek: '2026-W02', plan: planFor(2, 0, told) }
    const third = { cutOffWeek: '2026-W03', plan: planFor(0, 2) }
    expect(toldOf([first, second], young, '2026-W01')).toBe(`${told}${told}`)
    expect(toldOf([first, third], young, '2026-W01')).toBe(`${told}-;`)
    expect(toldOf([first, third, second], young, '2026-W01')).toBe(`${told}-;-;`)
    expect(toldOf([first, third], old, '2026-W03')).toMatch(/^\d+;$/)
    expect(toldOf([first, second], young, '2026-W02')).toBe('')
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
