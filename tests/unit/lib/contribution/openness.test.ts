import { describe, expect, it } from 'vitest'
import { isOver, opennessOf } from '@/lib/contribution/openness'

const open = { firstDay: null, lastDay: null, isLetIn: true, isOperatorNamed: true }
const at = (moment: string) => new Date(moment)
const noon = at('2026-11-23T12:00:00Z')

describe('contributions', () => {
  it('are open where nothing speaks against it', () => {
    expect(opennessOf(open, noon)).toEqual({ isOpen: true })
  })

  it('are open from the first moment of the first day until the last of the last day, in UTC', () => {
    const days = { ...open, firstDay: '2026-11-23', lastDay: '2026-11-24' }
    const reasonAt = (moment: string) => {
      const openness = opennessOf(days, at(moment))
      return openness.isOpen ? 'open' : openness.reason
    }
    expect(reasonAt('2026-11-22T23:59:59.999Z')).toBe('notYet')
    expect(reasonAt('2026-11-23T00:00:00Z')).toBe('open')
    expect(reasonAt('2026-11-24T23:59:59.999Z')).toBe('open')
    expect(reasonAt('2026-11-25T00:00:00Z')).toBe('over')
  })

  it('say the day on which they begin, or ended', () => {
    expect(opennessOf({ ...open, firstDay: '2026-12-01' }, noon)).toEqual({
      isOpen: false,
      reason: 'notYet',
      day: '2026-12-01',
    })
    expect(opennessOf({ ...open, lastDay: '2026-11-22' }, noon)).toEqual({
      isOpen: false,
      reason: 'over',
      day: '2026-11-22',
    })
  })

  it('say of several reasons the one that lasts longest', () => {
    const all = { firstDay: '2027-01-01', lastDay: '2026-11-22', isLetIn: false, isOperatorNamed: false }
    const reasons = [
      all,
      { ...all, lastDay: null },
      { ...all, lastDay: null, isOperatorNamed: true },
      { ...all, lastDay: null, isOperatorNamed: true, isLetIn: true },
    ].map((state) => opennessOf(state, noon))
    expect(reasons).toMatchObject([
      { reason: 'over' },
      { reason: 'operatorUnnamed' },
      { reason: 'byHand' },
      { reason: 'notYet' },
    ])
  })
})

it('a wave without a last day is never over', () => {
  expect(isOver({ lastDay: null }, at('2999-01-01T00:00:00Z'))).toBe(false)
})
