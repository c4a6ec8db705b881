import { expect, test } from 'vitest'
import { chooseCutOff } from '@/lib/anonymisation/cut-off'

test.each([
  [null, 4, 5, null],
  [null, 5, 5, { cutOff: 1, isNew: true }],
  [1, 4, 5, { cutOff: 1, isNew: false }],
  [1, 0, 5, { cutOff: 1, isNew: false }],
  [1, 5, 5, { cutOff: 2, isNew: true }],
  [7, 5, 6, { cutOff: 7, isNew: false }],
])('last cut-off %s, %i new responses, k = %i', (last, newResponses, k, expected) => {
  expect(chooseCutOff(last, newResponses, k)).toEqual(expected)
})
