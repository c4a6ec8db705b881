import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare } from '@/lib/comparison/compare'
import { landmarks } from '@/lib/comparison/landmarks'
import type { Answers } from '@/lib/instrument/answers'
import { arbitraryAnswers } from '../../../support/arbitrary-answers'
import { allHighest } from '../../../support/golden/all-highest.data'
import { publishedFigures } from '../../../support/published-figures'

const codes = (answers: Answers, figures = publishedFigures) =>
  landmarks(answers, compare(answers, figures)).map(({ figure }) => figure.indicator)

const trustIn = (answers: Answers) => codes(answers)[1]

test('are four, of which one is trust in the first tool that is used now, else in teleconsultation', () => {
  expect(codes({})).toEqual([
    'usage.any',
    'trust.teleconsultation',
    'risk.dataTheft',
    'expectation.humanSupport',
  ])
  expect(trustIn(allHighest.answers)).toBe('trust.appointmentPlatforms')
  expect(trustIn({ 'usage.conversationalAi': 'occasional', 'usage.socialNetworks': 'regular' })).toBe(
    'trust.conversationalAi',
  )
  expect(trustIn({ 'usage.conversationalAi': 'past' })).toBe('trust.teleconsultation')
})

test('skip a tool of which trust was not published', () => {
  expect(trustIn({ 'usage.connectedDevices': 'regular', 'usage.socialNetworks': 'regular' })).toBe(
    'trust.socialNetworks',
  )
})

test('are fewer where fewer figures were published, and speak of all French people', () => {
  expect(codes({}, [])).toEqual([])
  fc.assert(
    fc.property(arbitraryAnswers, (answers) => {
      const found = landmarks(answers, compare(answers, publishedFigures))
      expect(found).toHaveLength(4)
      for (const { figure } of found) expect(figure.population).toBe('french')
    }),
  )
})
