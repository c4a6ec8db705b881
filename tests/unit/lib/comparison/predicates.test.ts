import { expect, test } from 'vitest'
import { allOf, anyOf, chose, not, type Predicate, type Truth } from '@/lib/comparison/predicates'

const always = (truth: Truth): Predicate => ({ reads: [], test: () => truth })
const truths = [true, false, null] as const

test.each([
  [true, true, true, true],
  [true, false, true, false],
  [true, null, true, null],
  [false, false, false, false],
  [false, null, null, false],
  [null, null, null, null],
])('%s with %s: any is %s, all is %s', (left, right, any, all) => {
  for (const [a, b] of [
    [left, right],
    [right, left],
  ] as const) {
    expect(anyOf(always(a), always(b)).test({})).toBe(any)
    expect(allOf(always(a), always(b)).test({})).toBe(all)
  }
})

test('not turns true and false round and leaves the unknown unknown', () => {
  expect(truths.map((truth) => not(always(truth)).test({}))).toEqual([false, true, null])
})

test('chose reads single and multiple choices', () => {
  expect(chose('ageBand', 'under35').test({ ageBand: 'under35' })).toBe(true)
  expect(chose('ageBand', 'under35').test({ ageBand: 'from35' })).toBe(false)
  expect(chose('topicsUsed', 'stress').test({ topicsUsed: ['anxiety', 'stress'] })).toBe(true)
  expect(chose('topicsUsed', 'stress').test({})).toBeNull()
})
