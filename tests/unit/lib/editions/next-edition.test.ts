import { describe, expect, it } from 'vitest'
import { enoughNew, firstEditionFrom } from '@/lib/editions/due'
import { nextEdition } from '@/lib/editions/next-edition'

const live = { isDemo: false, hasEnoughWaiting: true, lastDay: null }
// Its week ends on Sunday 29 November 2026.
const shown = { id: '2', isDemo: false, lastWeek: '2026-W48' }

describe('the next edition', () => {
  it('is the first one where there is none, or where only made-up responses had one', () => {
    const first = {
      last: null,
      isOver: false,
      earliestOn: null,
      needed: firstEditionFrom,
      hasEnoughWaiting: true,
    }
    expect(nextEdition(undefined, live, false)).toEqual(first)
    expect(nextEdition({ ...shown, isDemo: true }, live, false)).toEqual(first)
    // A wave is over with its last edition, and not before it has one.
    expect(nextEdition(undefined, { ...live, lastDay: '2020-01-01' }, true)).toEqual(first)
  })

  it('follows the last one on a Monday, a quarter of a year or a year later', () => {
    const later = { last: shown, isOver: false, needed: enoughNew, hasEnoughWaiting: true }
    expect(nextEdition(shown, live, false)).toEqual({ ...later, earliestOn: '2027-03-01' })
    expect(nextEdition(shown, live, true)).toEqual({ ...later, earliestOn: '2027-11-29' })
    const madeUp = { ...shown, isDemo: true }
    expect(nextEdition(madeUp, { ...live, isDemo: true }, false)).toMatchObject({ last: madeUp })
  })

  it('never comes once the last one has everything until the last day', () => {
    const over = (lastDay: string) => nextEdition(shown, { ...live, lastDay }, false).isOver
    expect([over('2026-11-28'), over('2026-11-29'), over('2026-11-30')]).toEqual([true, true, false])
  })

  it('waits for what its live numbers say', () => {
    expect(nextEdition(shown, { ...live, hasEnoughWaiting: false }, false).hasEnoughWaiting).toBe(false)
  })
})
