import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextBlocks } from '@/lib/participation/week-blocks'

const week = (number: number) => `2026-W${String(number).padStart(2, '0')}`
const perWeek = (counts: readonly number[]) => new Map(counts.map((count, place) => [week(place + 1), count]))
const written = (blocks: ReturnType<typeof nextBlocks>) =>
  blocks.map(({ firstWeek, lastWeek }) => `${firstWeek.slice(6)}-${lastWeek.slice(6)}`)

describe('blocks of weeks', () => {
  it('have 11 responses at least: weeks with fewer are put together with the next ones', () => {
    expect(written(nextBlocks(perWeek([11, 5, 6, 40, 3]), [], 11))).toEqual(['01-01', '02-03', '04-05'])
  })

  it('are one where only all weeks together are enough, and none where they are not', () => {
    expect(written(nextBlocks(perWeek([3, 4, 4]), [], 11))).toEqual(['01-03'])
    expect(nextBlocks(perWeek([3, 4, 3]), [], 11)).toEqual([])
    expect(nextBlocks(new Map(), [], 11)).toEqual([])
  })

  it('run from their first to their last week with responses, in the order of time', () => {
    const counts = new Map([
      [week(9), 20],
      [week(2), 0],
      [week(3), 6],
      [week(5), 7],
    ])
    expect(written(nextBlocks(counts, [], 11))).toEqual(['03-05', '09-09'])
  })

  it('keep weeks together that were one block before', () => {
    const previous = [{ firstWeek: week(1), lastWeek: week(2) }]
    expect(written(nextBlocks(perWeek([20, 20, 20]), previous, 11))).toEqual(['01-02', '03-03'])
  })

  it('hold every week once, are large enough, and are never cut where weeks stood together', () => {
    const counts = fc.array(fc.nat(30), { maxLength: 20 })
    fc.assert(
      fc.property(counts, counts, (before, after) => {
        const previous = nextBlocks(perWeek(before), [], 11)
        const now = perWeek(after)
        const blocks = nextBlocks(now, previous, 11)
        const within = (from: string, to: string) => [...now].filter(([one]) => from <= one && one <= to)
        for (const { firstWeek, lastWeek } of blocks) {
          const responses = within(firstWeek, lastWeek).reduce((sum, [, count]) => sum + count, 0)
          expect(responses).toBeGreaterThanOrEqual(11)
        }
        const present = [...now].filter(([, count]) => count > 0).map(([one]) => one)
        const held = present.map(
          (one) => blocks.filter((b) => b.firstWeek <= one && one <= b.lastWeek).length,
        )
        const total = [...now.values()].reduce((sum, count) => sum + count, 0)
        expect(held.every((times) => times === (total >= 11 ? 1 : 0))).toBe(true)
        for (const { firstWeek } of blocks.slice(1)) {
          const cut = previous.find((block) => block.firstWeek < firstWeek && firstWeek <= block.lastWeek)
          const restBefore = cut && present.some((one) => cut.firstWeek <= one && one < firstWeek)
          expect(restBefore ?? false).toBe(false)
        }
      }),
    )
  })
})
