import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partsShown } from '@/lib/anonymisation/parts-shown'

test.each([
  ['all are large', [40, 11, 30], [0, 1, 2]],
  ['a small one hides the next smallest', [40, 10, 30], [0]],
  ['two small ones are enough for each other', [40, 5, 6], [0]],
  ['two small ones that are not enough hide the third', [40, 5, 5], []],
  ['one that nobody is in hides no other', [40, 0, 30], [0, 2]],
  ['a small one beside one that nobody is in', [40, 0, 3], []],
  ['everybody is in one', [40, 0, 0], [0]],
  ['nobody is in any', [0, 0, 0], []],
])('%s', (_what, counts, shown) => {
  expect(partsShown(counts)).toEqual(shown)
})

test('what is hidden is nobody, or enough people together, and what is shown is large', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(40), { maxLength: 6 }),
      fc.integer({ min: 11, max: 30 }),
      (counts, smallest) => {
        const shown = partsShown(counts, smallest)
        const hidden = counts
          .filter((_, place) => !shown.includes(place))
          .reduce((sum, count) => sum + count, 0)
        expect(shown.every((place) => (counts[place] ?? 0) >= smallest)).toBe(true)
        expect(hidden === 0 || hidden >= smallest || shown.length === 0).toBe(true)
      },
    ),
  )
})
