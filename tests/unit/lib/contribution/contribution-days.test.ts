import { describe, expect, it } from 'vitest'
import { earlierDay, parseDays, type ChosenBefore } from '@/lib/contribution/contribution-days'

const now = new Date('2026-11-23T12:00:00Z')
const unchosen: ChosenBefore = {
  chosen: { firstDay: null, lastDay: null },
  waveLastDay: null,
  hasLastEdition: false,
}
const parse = (firstDay: string, lastDay: string, before: Partial<ChosenBefore> = {}) =>
  parseDays({ firstDay, lastDay }, { ...unchosen, ...before }, now)
const refused = (problems: object) => ({ ok: false, problems })

describe('days that are typed', () => {
  it('are taken, and an empty one is none', () => {
    expect(parse('2026-11-01', ' 2026-12-31 ')).toEqual({
      ok: true,
      days: { firstDay: '2026-11-01', lastDay: '2026-12-31' },
    })
    expect(parse('', ' ')).toEqual({ ok: true, days: { firstDay: null, lastDay: null } })
    expect(parse('2026-11-23', '2026-11-23')).toMatchObject({ ok: true })
  })

  it.each(['31/12/2026', '2026-02-30', '2026-12', 'soon', '20261231'])('must be days: %j', (text) => {
    expect(parse(text, text)).toEqual(refused({ firstDay: 'notDay', lastDay: 'notDay' }))
  })

  it('come in their order, also where the wave has its own last day', () => {
    expect(parse('2026-12-02', '2026-12-01')).toEqual(refused({ firstDay: 'order' }))
    expect(parse('2026-12-02', '', { waveLastDay: '2026-12-01' })).toEqual(refused({ firstDay: 'order' }))
  })

  it('cannot end in the past, nor after the wave itself', () => {
    expect(parse('', '2026-11-22')).toEqual(refused({ lastDay: 'past' }))
    expect(parse('', '2027-01-01', { waveLastDay: '2026-12-31' })).toEqual(refused({ lastDay: 'afterWave' }))
    expect(parse('', '2026-12-31', { waveLastDay: '2026-12-31' })).toMatchObject({ ok: true })
  })

  it('may stay as they are, though they are over', () => {
    const chosen = { firstDay: null, lastDay: '2026-11-01' }
    expect(parse('2026-10-01', '2026-11-01', { chosen })).toMatchObject({ ok: true })
    // A day that was a mistake can be put right, as long as no edition has said that it was the last.
    expect(parse('', '2026-12-31', { chosen })).toMatchObject({ ok: true })
  })

  it('do not bring back a wave whose last edition was made', () => {
    const before = { chosen: { firstDay: null, lastDay: '2026-11-01' }, hasLastEdition: true }
    expect(parse('', '', before)).toEqual(refused({ lastDay: 'ended' }))
    expect(parse('', '2026-12-31', before)).toEqual(refused({ lastDay: 'ended' }))
    expect(parse('', '2026-11-01', before)).toMatchObject({ ok: true })
  })
})

it('of two last days the earlier one holds', () => {
  expect(earlierDay(null, null)).toBeNull()
  expect(earlierDay('2026-01-01', null)).toBe('2026-01-01')
  expect(earlierDay(null, '2026-01-01')).toBe('2026-01-01')
  expect(earlierDay('2026-01-01', '2026-01-02')).toBe('2026-01-01')
  expect(earlierDay('2026-01-03', '2026-01-02')).toBe('2026-01-02')
})
