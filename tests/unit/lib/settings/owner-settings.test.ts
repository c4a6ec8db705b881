import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  choosableRanges,
  forEachSetting,
  numberInForce,
  parseSettings,
  settingNames,
  settingRanges,
  settingsOf,
  strictestSettings,
} from '@/lib/settings/owner-settings'

const longest = { receiptDays: 30, responseMonths: 24 }
const ranges = settingRanges(longest)

/** Periods as the operator may set them. */
const periods = fc.record({
  receiptDays: fc.integer({ min: 7, max: 30 }),
  responseMonths: fc.integer({ min: 1, max: 24 }),
})
/** What a row may hold, in range or not: the database's ranges are the widest. */
const chosen = fc.option(fc.integer({ min: -100, max: 100_000 }))

describe('the settings in force', () => {
  it('are the operator’s periods, the smallest group allowed and open contributions as long as nothing is chosen', () => {
    const shorter = settingRanges({ receiptDays: 20, responseMonths: 12 })
    const settings = settingsOf(forEachSetting((name) => numberInForce(null, shorter[name])))
    expect(settings).toEqual({
      contributionOpen: true,
      licence: null,
      receiptDays: 20,
      responseMonths: 12,
      smallestGroup: 11,
      yearlyEditions: false,
    })
  })

  it('are never under the smallest group allowed, nor over the operator’s periods, whatever was chosen', () => {
    fc.assert(
      fc.property(periods, chosen, (operator, number) => {
        const theirs = settingRanges(operator)
        const settings = settingsOf(forEachSetting((name) => numberInForce(number, theirs[name])))
        expect(settings.smallestGroup).toBeGreaterThanOrEqual(11)
        expect(settings.receiptDays).toBeLessThanOrEqual(operator.receiptDays)
        expect(settings.responseMonths).toBeLessThanOrEqual(operator.responseMonths)
        expect(settings.receiptDays).toBeGreaterThanOrEqual(7)
        expect(settings.responseMonths).toBeGreaterThanOrEqual(1)
      }),
    )
  })

  it('are what was chosen where it is in range', () => {
    expect(numberInForce(14, ranges.receiptDays)).toBe(14)
    expect(numberInForce(50, ranges.smallestGroup)).toBe(50)
    expect(settingsOf(forEachSetting(() => 0))).toMatchObject({ contributionOpen: false, licence: null })
    expect(settingsOf(forEachSetting(() => 4)).licence).toMatchObject({ id: 'etalab-2.0' })
  })

  it('where they cannot be read, are at least as strict as any that can be chosen', () => {
    const strictest = strictestSettings(longest)
    fc.assert(
      fc.property(chosen, (number) => {
        const settings = settingsOf(forEachSetting((name) => numberInForce(number, ranges[name])))
        expect(strictest.smallestGroup).toBeGreaterThanOrEqual(settings.smallestGroup)
        expect(strictest.receiptDays).toBeLessThanOrEqual(settings.receiptDays)
      }),
    )
    expect(strictest).toMatchObject({ contributionOpen: false, licence: null, yearlyEditions: true })
  })
})

describe('what a form says', () => {
  it.each(settingNames)('takes both ends of the range of %s, and nothing beyond them', (name) => {
    const { least, most } = ranges[name]
    for (const number of [least, most]) {
      expect(parseSettings({ [name]: String(number) }, ranges)).toEqual({
        ok: true,
        numbers: { [name]: number },
      })
    }
    expect(parseSettings({ [name]: String(most + 1) }, ranges)).toEqual({
      ok: false,
      problems: { [name]: 'outOfRange' },
    })
    expect(parseSettings({ [name]: String(least - 1) }, ranges).ok).toBe(false)
  })

  it.each(['', ' ', 'ten', '1e1', '0x0f', '7.5', '-8', '+8', '1234567890', '１２'])(
    'takes %j for no whole number',
    (text) => {
      expect(parseSettings({ receiptDays: text }, ranges)).toEqual({
        ok: false,
        problems: { receiptDays: 'notWhole' },
      })
    },
  )

  it('goes by the operator’s periods', () => {
    const shorter = settingRanges({ receiptDays: 10, responseMonths: 3 })
    expect(parseSettings({ receiptDays: '11', responseMonths: '3' }, shorter)).toEqual({
      ok: false,
      problems: { receiptDays: 'outOfRange' },
    })
  })

  it('is refused as a whole, with every problem', () => {
    const sent = { smallestGroup: '10', responseMonths: 'few', receiptDays: '10' }
    expect(parseSettings(sent, ranges)).toEqual({
      ok: false,
      problems: { smallestGroup: 'outOfRange', responseMonths: 'notWhole' },
    })
  })

  it('may have spaces around it, and say nothing of a setting', () => {
    expect(parseSettings({ smallestGroup: ' 020 ' }, ranges)).toEqual({
      ok: true,
      numbers: { smallestGroup: 20 },
    })
    expect(parseSettings({}, ranges)).toEqual({ ok: true, numbers: {} })
  })

  it('never makes the smallest group smaller than that of the last edition', () => {
    const say = (smallestGroup: string, last: number | null) =>
      parseSettings({ smallestGroup }, choosableRanges(longest, last)).ok
    expect([say('10', null), say('11', null)]).toEqual([false, true])
    expect([say('19', 20), say('20', 20), say('100', 20)]).toEqual([false, true, true])
    expect(choosableRanges(longest, 20)).toEqual({
      ...ranges,
      smallestGroup: { least: 20, most: 100, preset: 11 },
    })
  })
})
