import { expect, it } from 'vitest'
import { nextCutOff } from '@/lib/release/cut-off'

const perWeek = new Map([
  ['2026-W45', 40],
  ['2026-W46', 3],
  ['2026-W47', 2],
  ['2026-W48', 30],
])

it('is the end of the last whole week, and of nothing later', () => {
  expect(nextCutOff(perWeek, null, '2026-W47', 5)).toEqual({
    week: '2026-W47',
    isRepeated: false,
    newCount: 45,
  })
})

it('is a new one as soon as so many responses came that the difference tells of no fewer', () => {
  expect(nextCutOff(perWeek, '2026-W45', '2026-W47', 5)).toEqual({
    week: '2026-W47',
    isRepeated: false,
    newCount: 5,
  })
})

it('is the last one again as long as fewer came', () => {
  expect(nextCutOff(perWeek, '2026-W45', '2026-W47', 6)).toEqual({
    week: '2026-W45',
    isRepeated: true,
    newCount: 5,
  })
  expect(nextCutOff(perWeek, '2026-W47', '2026-W47', 5)).toMatchObject({ isRepeated: true, newCount: 0 })
})

it('stays where it was when the clock goes back', () => {
  expect(nextCutOff(perWeek, '2026-W48', '2026-W46', 5)).toMatchObject({ week: '2026-W48', isRepeated: true })
})

it('does not need responses in each week, or any', () => {
  expect(nextCutOff(new Map(), null, '2026-W47', 5)).toEqual({
    week: '2026-W47',
    isRepeated: false,
    newCount: 0,
  })
  expect(nextCutOff(new Map([['2025-W52', 7]]), '2025-W50', '2026-W02', 5)).toMatchObject({
    week: '2026-W02',
  })
})
