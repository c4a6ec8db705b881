import { describe, expect, it } from 'vitest'
import { countSince, isEditionDue } from '@/lib/editions/due'

const quarterly = { rhythm: 'quarterly', isWaveOver: false } as const
const first = { lastWeek: '2026-W10', contributionCount: 200 }

describe('the first edition', () => {
  it.each([
    [99, false],
    [100, true],
  ])('of %i responses: %s', (count, isDue) => {
    expect(isEditionDue([], new Map([['2026-W10', count]]), '2026-W10', quarterly)).toBe(isDue)
  })

  it('does not count the week that goes on', () => {
    const perWeek = new Map([
      ['2026-W09', 99],
      ['2026-W10', 500],
    ])
    expect(isEditionDue([], perWeek, '2026-W09', quarterly)).toBe(false)
  })
})

describe('the next edition', () => {
  const after = (count: number, before = 200) =>
    new Map([
      ['2026-W10', before],
      ['2026-W12', count],
    ])

  it('is due after a quarter of a year, and not a week before', () => {
    expect(isEditionDue([first], after(60), '2026-W22', quarterly)).toBe(false)
    expect(isEditionDue([first], after(60), '2026-W23', quarterly)).toBe(true)
  })

  it('waits for a year where owners chose that, in a year of 53 weeks too', () => {
    const yearly = { rhythm: 'yearly', isWaveOver: false } as const
    expect(isEditionDue([first], after(60), '2027-W08', yearly)).toBe(false)
    expect(isEditionDue([first], after(60), '2027-W09', yearly)).toBe(true)
  })

  it('needs fifty new responses', () => {
    expect(isEditionDue([first], after(49, 400), '2026-W23', quarterly)).toBe(false)
    expect(isEditionDue([first], after(50, 400), '2026-W23', quarterly)).toBe(true)
  })

  it('needs a quarter more responses than the largest edition before', () => {
    const shrunk = [{ lastWeek: '2025-W40', contributionCount: 400 }, first]
    expect(isEditionDue([first], after(50), '2026-W23', quarterly)).toBe(true)
    expect(isEditionDue([first], after(50, 199), '2026-W23', quarterly)).toBe(false)
    expect(isEditionDue(shrunk, after(299), '2026-W23', quarterly)).toBe(false)
    expect(isEditionDue(shrunk, after(300), '2026-W23', quarterly)).toBe(true)
  })

  it('need not have grown so much once the wave is over, but waits all the same', () => {
    const over = { rhythm: 'quarterly', isWaveOver: true } as const
    expect(isEditionDue([first], after(50, 100), '2026-W23', over)).toBe(true)
    expect(isEditionDue([first], after(49, 100), '2026-W23', over)).toBe(false)
    expect(isEditionDue([first], after(50, 100), '2026-W22', over)).toBe(false)
  })

  it('is not due where the clock went back', () => {
    expect(isEditionDue([first], after(500), '2025-W50', quarterly)).toBe(false)
  })
})

it('counts the weeks after one, until another one', () => {
  const perWeek = new Map([
    ['2026-W01', 1],
    ['2026-W02', 2],
    ['2026-W03', 4],
  ])
  expect(countSince(perWeek, null, '2026-W02')).toBe(3)
  expect(countSince(perWeek, '2026-W01', '2026-W02')).toBe(2)
  expect(countSince(perWeek, '2026-W03', '2026-W53')).toBe(0)
})
