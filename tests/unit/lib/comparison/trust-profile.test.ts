import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare } from '@/lib/comparison/compare'
import { jointShare, type Share } from '@/lib/comparison/joint-share'
import { trustProfile } from '@/lib/comparison/trust-profile'
import { allHighest } from '../../../support/golden/all-highest.data'
import { allLowest } from '../../../support/golden/all-lowest.data'
import { publishedFigures } from '../../../support/published-figures'

const exact = (percent: number): Share => ({ percent, qualifier: 'exact' })

describe('bounds of a joint share', () => {
  test.each([
    [[53, 30, 17, 14], 0, 14],
    [[47, 70, 83, 86], 0, 47],
    [[90, 80], 70, 80],
    [[100, 100, 100], 100, 100],
    [[60, 40], 0, 40],
    [[60, 41], 1, 41],
    [[0, 100], 0, 0],
  ])('of %j are %s to %s', (percents, lowerPercent, upperPercent) => {
    expect(jointShare(percents.map(exact))).toEqual({ lowerPercent, upperPercent, isApproximate: false })
  })

  test('nothing is joint in fewer than two shares', () => {
    expect(jointShare([])).toBeNull()
    expect(jointShare([exact(40)])).toBeNull()
  })

  test('a share that is only known from one side widens the bounds', () => {
    expect(jointShare([exact(90), { percent: 50, qualifier: 'more_than' }])).toMatchObject({
      lowerPercent: 40,
      upperPercent: 90,
    })
    expect(jointShare([exact(90), { percent: 50, qualifier: 'less_than' }])).toMatchObject({
      lowerPercent: 0,
      upperPercent: 50,
    })
    expect(jointShare([exact(90), { percent: 50, qualifier: 'about' }])?.isApproximate).toBe(true)
  })

  test('whatever the population, the share of those who have everything lies between the bounds', () => {
    const population = fc.integer({ min: 2, max: 5 }).chain((size) =>
      fc.array(fc.array(fc.boolean(), { minLength: size, maxLength: size }), {
        minLength: 1,
        maxLength: 40,
      }),
    )
    fc.assert(
      fc.property(population, (people) => {
        const share = (holds: (person: readonly boolean[]) => boolean) =>
          (100 * people.filter(holds).length) / people.length
        const singles = (people[0] ?? []).map((_property, index) =>
          exact(share((person) => person[index] === true)),
        )
        const bounds = jointShare(singles)
        const joint = share((person) => person.every(Boolean))
        expect(joint).toBeGreaterThanOrEqual((bounds?.lowerPercent ?? 0) - 1e-9)
        expect(joint).toBeLessThanOrEqual((bounds?.upperPercent ?? 0) + 1e-9)
      }),
    )
  })

  test('both bounds can be reached by a population of a hundred', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 5 }), (percents) => {
        const bounds = jointShare(percents.map(exact))
        const hundred = Array.from({ length: 100 }, (_, person) => person)
        // Everyone who has a rarer property has the more common ones too.
        const most = hundred.filter((person) => percents.every((percent) => person < percent))
        // Those who lack a property are other people for each property, as long as there are others.
        const starts = percents.map((_, index) =>
          percents.slice(0, index).reduce((total, percent) => total + 100 - percent, 0),
        )
        const least = hundred.filter((person) =>
          percents.every((percent, index) => {
            const start = starts[index] ?? 0
            return (person - start + 1000) % 100 >= 100 - percent
          }),
        )
        expect(most.length).toBe(bounds?.upperPercent)
        expect(least.length).toBe(bounds?.lowerPercent)
      }),
    )
  })
})

describe('the trust profile', () => {
  test('of someone who trusts every tool', () => {
    expect(trustProfile(compare(allHighest.answers, publishedFigures))).toEqual({
      lowerPercent: 0,
      upperPercent: 14,
      isApproximate: false,
      items: [
        'trust.appointmentPlatforms',
        'trust.teleconsultation',
        'trust.conversationalAi',
        'trust.socialNetworks',
      ],
    })
  })

  test('of someone who trusts none', () => {
    expect(trustProfile(compare(allLowest.answers, publishedFigures))).toMatchObject({
      lowerPercent: 0,
      upperPercent: 47,
    })
  })

  test('of someone who trusts booking platforms and neither AI nor social networks', () => {
    const answers = {
      'trust.appointmentPlatforms': 'ratherYes',
      'trust.conversationalAi': 'ratherNo',
      'trust.socialNetworks': 'dontKnow',
    } as const
    expect(trustProfile(compare(answers, publishedFigures))).toMatchObject({
      lowerPercent: 22,
      upperPercent: 53,
    })
  })

  test('needs two answers', () => {
    expect(trustProfile(compare({ 'trust.socialNetworks': 'notAtAll' }, publishedFigures))).toBeNull()
  })
})
