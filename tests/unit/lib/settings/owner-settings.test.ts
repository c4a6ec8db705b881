import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  forEachSetting,
  numberInForce,
  parseSettings,
  settingNames,
  settingRanges,
  settingsOf,
  strictestSettings,
} from '@/lib/settings/owner-settings'
import { leastThresholds } from '@/lib/participation/thresholds'

const longest = { receiptDays: 30, responseMonths: 24 }

/** Periods as the operator may set them. */
const periods = fc.record({
  receiptDays: fc.integer({ min: 7, max: 30 }),
  responseMonths: fc.integer({ min: 1, max: 24 }),
})
/** What a row may hold, in range or not: the database's ranges are the widest. */
const chosen = fc.option(fc.integer({ min: -100, max: 100_000 }))

describe('the settings in force', () => {
  it('are the operator’s periods, the least thresholds and open contributions as long as nothing is chosen', () => {
    const ranges = settingRanges({ receiptDays: 20, responseMonths: 12 })
    const settings = settingsOf(forEachSetting((name) => numberInForce(null, ranges[name])))
    expect(settings).toMatchObject({
      contributionOpen: true,
      licence: null,
      participantsShownFrom: 50,
      receiptDays: 20,
      responseMonths: 12,
      smallestCell: 11,
    })
  })

  it('are never under the least thresholds, nor over the operator’s periods, whatever was chosen', () => {
    fc.assert(
      fc.property(periods, chosen, (operator, number) => {
        const ranges = settingRanges(operator)
        const settings = settingsOf(forEachSetting((name) => numberInForce(number, ranges[name])))
        expect(settings.participantsShownFrom).toBeGreaterThanOrEqual(leastThresholds.participantsShownFrom)
        expect(settings.smallestCell).toBeGreaterThanOrEqual(leastThresholds.smallestCell)
        expect(settings.receiptDays).toBeLessThanOrEqual(operator.receiptDays)
        expect(settings.responseMonths).toBeLessThanOrEqual(operator.responseMonths)
        expect(settings.receiptDays).toBeGreaterThanOrEqual(7)
        expect(settings.responseMonths).toBeGreaterThanOrEqual(1)
      }),
    )
  })

  it('are what was chosen where it is in range', () => {
    expect(numberInForce(14, settingRanges(longest).receiptDays)).toBe(14)
    expect(numberInForce(200, settingRanges(longest).participantsShownFrom)).toBe(200)
    expect(settingsOf(forEachSetting(() => 0))).toMatchObject({ contributionOpen: false, licence: null })
    expect(settingsOf(forEachSetting(() => 4)).licence).toMatchObject({ id: 'etalab-2.0' })
  })

  it('where they cannot be read, are at least as strict as any that can be chosen', () => {
    const strictest = strictestSettings(longest)
    fc.assert(
      fc.property(chosen, (number) => {
        const ranges = settingRanges(longest)
        const settings = settingsOf(forEachSetting((name) => numberInForce(number, ranges[name])))
        expect(strictest.participantsShownFrom).toBeGreaterThanOrEqual(settings.participantsShownFrom)
        expect(strictest.smallestCell).toBeGreaterThanOrEqual(settings.smallestCell)
        expect(strictest.receiptDays).toBeLessThanOrEqual(settings.receiptDays)
      }),
    )
    expect(strictest).toMatchObject({ contributionOpen: false, licence: null })
  })
})

describe('what a form says', () => {
  it.each(settingNames)('takes both ends of the range of %s, and nothing beyond them', (name) => {
    const { least, most } = settingRanges(longest)[name]
    for (const number of [least, most]) {
      expect(parseSettings({ [name]: String(number) }, longest)).toEqual({
        ok: true,
        numbers: { [name]: number },
      })
    }
    expect(parseSettings({ [name]: String(most + 1) }, longest)).toEqual({
      ok: false,
      problems: { [name]: 'outOfRange' },
    })
    expect(parseSettings({ [name]: String(least - 1) }, longest).ok).toBe(false)
  })

  it.each(['', ' ', 'ten', '1e1', '0x0f', '7.5', '-8', '+8', '1234567890', '１２'])(
    'takes %j for no whole number',
    (text) => {
      expect(parseSettings({ receiptDays: text }, longest)).toEqual({
        ok: false,
        problems: { receiptDays: 'notWhole' },
      })
    },
  )

  it('goes by the operator’s periods', () => {
    const shorter = { receiptDays: 10, responseMonths: 3 }
    expect(parseSettings({ receiptDays: '11', responseMonths: '3' }, shorter)).toEqual({
      ok: false,
      problems: { receiptDays: 'outOfRange' },
    })
  })

  it('is refused as a whole, with every problem', () => {
    const sent = { participantsShownFrom: '49', smallestCell: 'few', receiptDays: '10' }
    expect(parseSettings(sent, longest)).toEqual({
      ok: false,
      problems: { participantsShownFrom: 'outOfRange', smallestCell: 'notWhole' },
    })
  })

  it('may have spaces around it, and say nothing of a setting', () => {
    expect(parseSettings({ smallestCell: ' 020 ' }, longest)).toEqual({
      ok: true,
      numbers: { smallestCell: 20 },
    })
    expect(parseSettings({}, longest)).toEqual({ ok: true, numbers: {} })
  })
})
