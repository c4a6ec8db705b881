import { describe, expect, test } from 'vitest'
import { criteria, faultWords } from '@/components/layout/accessibility-audit.data'
import { conformity, conformityOf } from '@/components/layout/conformity'

/** How many criteria each of the thirteen themes of the RGAA 4.1 has. */
const criteriaPerTheme = [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12]

describe('the audit', () => {
  test('has all 106 criteria of the RGAA 4.1, in their order', () => {
    const numbers = criteriaPerTheme.flatMap((count, theme) =>
      Array.from({ length: count }, (_, index) => `${theme + 1}.${index + 1}`),
    )
    expect(numbers).toHaveLength(106)
    expect(Object.keys(criteria)).toEqual(numbers)
    expect(conformity.criterionCount).toBe(106)
  })

  test('has words for what is not conform, and for nothing else', () => {
    const faults = Object.entries(criteria).filter(([, state]) => state === 'notConform')
    expect(Object.keys(faultWords).toSorted()).toEqual(faults.map(([criterion]) => criterion).toSorted())
  })
})

describe('conformity', () => {
  const states = (conform: number, notConform: number, notApplicable = 0) => [
    ...Array.from({ length: conform }, () => 'conform' as const),
    ...Array.from({ length: notConform }, () => 'notConform' as const),
    ...Array.from({ length: notApplicable }, () => 'notApplicable' as const),
  ]

  test('is a share of the criteria that apply, and never rounded up', () => {
    expect(conformityOf(states(2, 1, 7))).toEqual({
      state: 'partial',
      criterionCount: 10,
      applicableCount: 3,
      conformCount: 2,
      ratePercent: 66,
    })
    expect(conformityOf(states(999, 1)).ratePercent).toBe(99)
  })

  test('is full with all, partial from a half on, and none below', () => {
    expect(conformityOf(states(4, 0, 1)).state).toBe('full')
    expect(conformityOf(states(2, 2)).state).toBe('partial')
    expect(conformityOf(states(1, 2)).state).toBe('none')
    expect(conformityOf(states(0, 0, 3)).state).toBe('none')
  })
})
