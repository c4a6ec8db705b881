import { expect, test } from 'vitest'
import { chose, everyone } from '@/lib/comparison/predicates'
import { rake, type Row } from '@/scripts/demo/rake'
import type { Target } from '@/scripts/demo/targets'

const cells = (['under35', 'from35'] as const).flatMap((ageBand) =>
  (['yes', 'no', 'dontKnow'] as const).map((answer) => ({
    answers: { ageBand, 'wouldUse.sleep': answer },
    weight: ageBand === 'under35' ? 0.1 : 0.2,
  })),
)
const rows: readonly Row[] = [
  { start: 0, end: 3 },
  { start: 3, end: 6 },
]
const young = chose('ageBand', 'under35')
const yes = chose('wouldUse.sleep', 'yes')
const target = (share: number, population = everyone): Target => ({ population, isTrue: yes, share })
const rounded = (weights: Float64Array) => [...weights].map((weight) => Number(weight.toFixed(3)))

test('without targets nothing changes', () => {
  expect(rounded(rake(cells, rows, []))).toEqual([0.1, 0.1, 0.1, 0.2, 0.2, 0.2])
})

test('a group and everyone meet their shares, rows keep their sums, and the rest keeps its proportions', () => {
  // 0.6 of the 0.3 who are young are 0.18, and 0.4 of the 0.9 who are there are 0.36.
  const weights = rake(cells, rows, [target(0.6, young), target(0.4)])
  expect(rounded(weights)).toEqual([0.18, 0.06, 0.06, 0.18, 0.21, 0.21])
})

test('where one row holds everyone, shares in two groups and in all of them say how large the groups are', () => {
  const older = chose('ageBand', 'from35')
  const weights = rake(cells, [{ start: 0, end: 6 }], [target(0.2), target(0.4, young), target(0.1, older)])
  const sizeOfYoung = weights.slice(0, 3).reduce((sum, weight) => sum + weight, 0)
  expect(sizeOfYoung / 0.9).toBeCloseTo(1 / 3, 2)
})

test('impossible and contradicting targets leave numbers that can be drawn from', () => {
  const targets = [target(0), target(1), target(0.2), target(0.7), target(1, young), target(0, young)]
  const weights = rake(cells, rows, targets)
  expect(weights.every((weight) => weight >= 0)).toBe(true)
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(0.9)
})
