import { expect, it } from 'vitest'
import { sourceFiles } from '../../support/source-files'

it('the day of a moment is taken in one place', () => {
  const takers = [...sourceFiles('app', 'components', 'lib')].filter(([, text]) =>
    text.includes('.toISOString().slice(0, 10)'),
  )
  expect(takers.map(([path]) => path).toSorted()).toEqual([
    'lib/clock/known-time.ts',
    // Weeks are below the clock, which counts in them.
    'lib/counts/week-days.ts',
  ])
})
