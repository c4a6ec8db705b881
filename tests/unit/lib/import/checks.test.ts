import { describe, expect, it } from 'vitest'
import { readFigureFile } from '@/lib/import/read-figure-file'
import type { FigureRecord } from '@/lib/waves/figure-record'
import { utf8 } from '@/tests/support/import/bytes'
import { context } from '@/tests/support/import/context'
import { plainRecord } from '@/tests/support/import/records'
import { warningsIn } from '@/tests/support/import/sentences'

const figure = (changes: Partial<FigureRecord>): FigureRecord => ({
  ...plainRecord,
  timeFrame: 'now',
  ...changes,
})

/** What is said of figures, beside those of the wave before. */
function said(
  now: readonly FigureRecord[],
  before: readonly FigureRecord[] = [],
  locale: 'fr' | 'en' = 'en',
) {
  return warningsIn(readFigureFile(utf8(JSON.stringify(now)), context, before), locale)
}

describe('since the wave before', () => {
  it.each([
    [33, 48],
    [63, 48],
    [48.1, 63],
  ])('a value that goes from %d to %d is not doubtful', (before, now) => {
    expect(said([figure({ sharePercent: now })], [figure({ sharePercent: before })])).toEqual([])
  })

  it('a value that moved by more than 15 points is', () => {
    const [now, before] = [[figure({ sharePercent: 63.1 })], [figure({})]]
    expect(said(now, before)).toEqual([
      'Object 1, field “sharePercent”: The value goes from 48 to 63.1% since the last wave, by 15.1 points. Check it.',
    ])
    expect(said(now, before, 'fr')).toEqual([
      'Objet 1, champ « sharePercent » : La valeur passe de 48 à 63,1 % depuis la vague précédente, soit 15,1 points. Vérifiez-la.',
    ])
  })

  it('a scale or mode that changed is named, but not one that was not told before', () => {
    const now = [figure({ scale: 'oui / non', mode: 'online' })]
    expect(said(now, [figure({})])).toEqual([])
    expect(said(now, [figure({ scale: 'oui / non', mode: 'online' })])).toEqual([])
    const before = [figure({ scale: '1 à 5', mode: 'telephone' })]
    expect(said(now, before)).toEqual([
      'Object 1, field “scale”: The scale was “1 à 5” in the last wave, and is “oui / non” here. The two values do not compare.',
      'Object 1, field “mode”: The mode of collection was “telephone” in the last wave, and is “online” here. The two values compare badly.',
    ])
    expect(said(now, before, 'fr')).toEqual([
      'Objet 1, champ « scale » : L’échelle était « 1 à 5 » dans la vague précédente, et « oui / non » ici. Les deux valeurs ne se comparent pas.',
      'Objet 1, champ « mode » : Le mode de recueil était « telephone » dans la vague précédente, et « online » ici. Les deux valeurs se comparent mal.',
    ])
  })

  it('another population is another figure', () => {
    expect(said([figure({ sharePercent: 90 })], [figure({ population: 'under_35' })])).toEqual([])
  })
})

describe('options of a single choice', () => {
  const options = (...shares: readonly number[]) =>
    shares.map((sharePercent, index) =>
      figure({
        code: ['usage.any', 'usage.intend', 'benefit.any'][index] ?? '',
        sharePercent,
        singleChoice: 'q',
      }),
    )

  it.each([
    [60, 37],
    [60, 43],
    [33.3, 33.3, 33.4],
  ])('%d and the others make 100, as far as rounding allows', (...shares) => {
    expect(said(options(...shares))).toEqual([])
  })

  it.each([
    [96.9, [60, 36.9]],
    [103.1, [60, 43.1]],
  ])('%d is named', (total, shares) => {
    expect(said(options(...shares))).toEqual([
      `Object 1, field “single_choice”: For “french”, the 2 answers to “q” make ${total}%. A single choice makes 97 to 103%.`,
    ])
  })

  it('a net among them counts for nothing, and another population is another question', () => {
    const net = figure({
      code: 'benefit.any',
      sharePercent: 97,
      singleChoice: 'q',
      netOf: ['usage.any', 'usage.intend'],
    })
    expect(said([...options(60, 37), net])).toEqual([])
    const others = options(60, 37).map((each) => ({ ...each, population: 'under_35' }))
    expect(said([...options(60, 37), ...others])).toEqual([])
  })
})

describe('a net', () => {
  const parts = [
    figure({ code: 'usage.intend', sharePercent: 20 }),
    figure({ code: 'benefit.any', sharePercent: 30 }),
  ]
  const net = (sharePercent: number) => figure({ sharePercent, netOf: ['usage.intend', 'benefit.any'] })

  it.each([48.5, 50, 51.5])('of %d is the sum of 20 and 30, as far as rounding allows', (share) => {
    expect(said([net(share), ...parts])).toEqual([])
  })

  it.each([48, 52])('of %d is not', (share) => {
    expect(said([net(share), ...parts])).toEqual([
      `Object 1, field “net_of”: “usage.any” is ${share}%, but the sum of usage.intend, benefit.any is 50%.`,
    ])
  })
})

describe('a base', () => {
  it('of a line that is repeated is named once', () => {
    const small = figure({ baseSize: 49 })
    expect(said([small, small])).toHaveLength(2)
    expect(said([small, small])[1]).toBe(
      'Object 2, field “sharePercent”: This line repeats line 1: it counts only once.',
    )
  })

  it('of 50 is enough, and of 49 is fragile', () => {
    expect(said([figure({ baseSize: 50 })])).toEqual([])
    expect(said([figure({ baseSize: 49 })])).toEqual([
      'Object 1, field “base_n”: The base is 49 people, fewer than 50. This figure is fragile.',
    ])
    expect(said([figure({ baseSize: 1 })], [], 'fr')).toEqual([
      'Objet 1, champ « base_n » : La base est de 1 personne, moins de 50. Ce chiffre est fragile.',
    ])
  })
})
