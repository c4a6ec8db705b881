import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arrange, missingFor } from '@/lib/comparison/arrange'
import { compare } from '@/lib/comparison/compare'
import { items, themes } from '@/lib/instrument/catalogue'
import { arbitraryAnswers } from '../../../support/arbitrary-answers'
import { publishedFigures } from '../../../support/published-figures'

const arranged = arrange(publishedFigures)
const under = (theme: string) => arranged.find((each) => each.theme === theme)
const codes = (theme: string) =>
  under(theme)?.indicators.map((figures) =>
    [figures[0].indicator, ...figures.map(({ population }) => population)].join(' '),
  )

test('every figure has one place, whatever the order in which they come', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...publishedFigures]), (figures) => {
      const placed = arrange(figures).flatMap(({ indicators, restatements }) => [
        ...indicators.flat(),
        ...restatements,
      ])
      expect(new Set(placed)).toEqual(new Set(figures))
      expect(placed).toHaveLength(figures.length)
    }),
  )
})

test('themes and figures are in the order of the questionnaire: any tool first, everyone before the groups', () => {
  expect(arranged.map(({ theme }) => theme)).toEqual(themes)
  expect(codes('usage')).toEqual([
    'usage.any french',
    'usage.appointmentPlatforms french',
    'usage.connectedDevices french',
    'usage.teleconsultation french under_35 35_and_over',
    'usage.conversationalAi under_35 35_and_over',
    'usage.conversationalAi.ever french',
    'usage.conversationalAi.regular french',
    'usage.addictionApps under_35 35_and_over',
    'usage.intend non_or_past_users',
  ])
  expect(codes('effectiveness')).toEqual([
    'effectiveness.appointmentPlatforms french current_users_of_it',
    'effectiveness.teleconsultation french',
    'useful.aiOrSocialNetworks regular_users_of_it intend_to_use_it',
  ])
})

test('the figure that restates others is told in the introduction of the risks', () => {
  expect(under('risks')?.restatements.map(({ indicator }) => indicator)).toEqual([
    'expectation.fearMisinformationOrLeak',
  ])
})

test('every question of a theme has a figure, or is said to have none', () => {
  expect(under('usage')?.unpublished).toEqual(['usage.socialNetworks'])
  expect(under('effectiveness')?.unpublished).toEqual([
    'effectiveness.connectedDevices',
    'effectiveness.addictionApps',
  ])
  expect(arrange([]).flatMap(({ unpublished }) => unpublished)).toEqual(
    themes.flatMap((theme) => items.filter((item) => item.theme === theme).map(({ id }) => id)),
  )
})

test('what is missing for a theme is named once, in the order of the questionnaire', () => {
  const answers = { 'usage.teleconsultation': 'never', 'usage.conversationalAi': 'never' } as const
  const readings = compare(
    answers,
    publishedFigures.filter(({ indicator }) => indicator.startsWith('usage.tele')),
  ).flatMap(({ readings: each }) => each)
  expect(missingFor(readings)).toEqual(['ageBand'])
  fc.assert(
    fc.property(arbitraryAnswers, (given) => {
      const all = compare(given, publishedFigures).flatMap(({ readings: each }) => each)
      for (const id of missingFor(all)) expect(given[id]).toBeUndefined()
    }),
  )
})
