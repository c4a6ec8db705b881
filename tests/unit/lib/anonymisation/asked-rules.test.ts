import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askedRanges, parseAskedRules, percentThatLets } from '@/lib/anonymisation/asked-rules'
import { isWithinLimit } from '@/lib/anonymisation/search'

const typed = (smallestClass: string, largestWithheldPercent: string) => ({
  smallestClass,
  largestWithheldPercent,
})

describe('the rules that are asked for', () => {
  it.each([
    ['5', '0', 5, 0],
    ['50', '20', 50, 20],
    [' 07 ', '5', 7, 5],
  ])('are whole numbers: %j and %j', (k, share, smallestClass, largestWithheldPercent) => {
    expect(parseAskedRules(typed(k, share))).toEqual({
      ok: true,
      rules: { smallestClass, largestWithheldPercent },
    })
  })

  it.each(['', ' ', '1e1', '0x10', '5.5', '5,5', '-5', '+5', '٥', '5000000000'])(
    'are not whole numbers: %j',
    (text) => {
      expect(parseAskedRules(typed(text, text))).toEqual({
        ok: false,
        problems: { smallestClass: 'notWhole', largestWithheldPercent: 'notWhole' },
      })
    },
  )

  it('are told one by one where they are out of range', () => {
    expect(parseAskedRules(typed('4', '20'))).toEqual({
      ok: false,
      problems: { smallestClass: 'outOfRange' },
    })
    expect(parseAskedRules(typed('51', '21'))).toEqual({
      ok: false,
      problems: { smallestClass: 'outOfRange', largestWithheldPercent: 'outOfRange' },
    })
  })

  it('are 5 and 5 where nothing else is said, and 5 to 50 and 0 to 20', () => {
    expect(askedRanges).toEqual({
      smallestClass: { least: 5, most: 50, usual: 5 },
      largestWithheldPercent: { least: 0, most: 20, usual: 5 },
    })
  })
})

describe('the percentage that lets a share be withheld', () => {
  it.each([
    [0, 0],
    [0.07, 7],
    [0.29 / 2, 15],
    [0.0701, 8],
    [0.2, 20],
    [0.2001, null],
    [1, null],
  ])('of %d is %j', (share, percent) => {
    expect(percentThatLets(share)).toBe(percent)
  })

  it('lets it, and one less does not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (records, part) => {
          const withheld = Math.floor(part * (records - 1))
          const percent = percentThatLets(withheld / records)
          const lets = (each: number) =>
            isWithinLimit(withheld, records, { k: 5, l: 2, largestWithheldShare: each / 100 })
          if (percent === null) expect(lets(askedRanges.largestWithheldPercent.most)).toBe(false)
          else expect([lets(percent), lets(percent - 1)]).toEqual([true, false])
        },
      ),
    )
  })
})
