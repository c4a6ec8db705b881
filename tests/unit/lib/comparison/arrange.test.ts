import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arrange } from '@/lib/comparison/arrange'
import { compare } from '@/lib/comparison/compare'
import { summarise } from '@/lib/comparison/summary'
import { items, themes } from '@/lib/instrument/catalogue'
import { arbitraryAnswers } from '../../../support/arbitrary-answers'
import { allLowest } from '../../../support/golden/all-lowest.data'
import { youngUser } from '../../../support/golden/young-user.data'
import { publishedFigures } from '../../../support/published-figures'

const arranged = (answers: Parameters<typeof compare>[0]) =>
  arrange(answers, compare(answers, publishedFigures))

test('every reading has one place, and every question of a theme has its group', () => {
  fc.assert(
    fc.property(arbitraryAnswers, (answers) => {
      const comparisons = compare(answers, publishedFigures)
      const groups = arrange(answers, comparisons)
      expect(groups.map(({ theme }) => theme)).toEqual(themes)
      const placed = groups.flatMap(({ groups: each }) => each.flatMap(({ readings }) => readings))
      const restated = groups.flatMap(({ restatements }) => restatements)
      const all = comparisons.flatMap(({ readings }) => readings)
      expect(placed.length + restated.length).toBe(all.length)
      expect(groups.flatMap(({ groups: each }) => each.flatMap(({ item }) => item ?? []))).toEqual(
        themes.flatMap((theme) => items.filter((item) => item.theme === theme).map(({ id }) => id)),
      )
    }),
  )
})

test('a question about which nothing was published keeps its place, empty', () => {
  const usage = arranged(allLowest.answers).find(({ theme }) => theme === 'usage')
  expect(usage?.groups.find(({ item }) => item === 'usage.socialNetworks')?.readings).toEqual([])
})

test('the figure that restates others is told in the introduction of the risks', () => {
  const risks = arranged(allLowest.answers).find(({ theme }) => theme === 'risks')
  expect(risks?.restatements.map(({ indicator }) => indicator)).toEqual([
    'expectation.fearMisinformationOrLeak',
  ])
})

test('the figure about two tools stands under each of them', () => {
  const effectiveness = arranged(allLowest.answers).find(({ theme }) => theme === 'effectiveness')
  const withUseful = effectiveness?.groups
    .filter(({ readings }) => readings.some(({ figure }) => figure.indicator === 'useful.aiOrSocialNetworks'))
    .map(({ item }) => item)
  expect(withUseful).toEqual(['effectiveness.conversationalAi', 'effectiveness.socialNetworks'])
})

test('the summary counts what was worked out by hand', () => {
  const summaryOf = (answers: Parameters<typeof compare>[0]) =>
    summarise(answers, compare(answers, publishedFigures))
  // 19 tool questions with the age, the intention, 6 topics, 5 risks, human support.
  expect(summaryOf(allLowest.answers)).toEqual({
    answeredItems: 32,
    shownItems: 32,
    comparable: 34,
    sharedByHalfOrMore: 26,
  })
  expect(summaryOf(youngUser.answers)).toMatchObject({ answeredItems: 35, shownItems: 35 })
  expect(summaryOf({})).toMatchObject({ answeredItems: 0, comparable: 0, sharedByHalfOrMore: 0 })
})
