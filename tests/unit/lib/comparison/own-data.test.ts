import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare } from '@/lib/comparison/compare'
import { ownData } from '@/lib/comparison/own-data'
import { trustProfile } from '@/lib/comparison/trust-profile'
import { arbitraryAnswers } from '../../../support/arbitrary-answers'
import { publishedFigures } from '../../../support/published-figures'

const published = {
  wave: {
    id: '2025-12',
    name: null,
    description: null,
    commissionedBy: 'A',
    conductedBy: 'B',
    publishedOn: '2025-12-11',
    sampleSize: null,
    fieldStart: null,
    fieldEnd: null,
    mode: null,
    lastDay: null,
  },
  sources: [],
}

test('the file holds the answers, a comparison for every figure, and nothing else', () => {
  fc.assert(
    fc.property(arbitraryAnswers, (answers) => {
      const comparisons = compare(answers, publishedFigures)
      const data = ownData(answers, published, comparisons, trustProfile(comparisons))
      expect(JSON.parse(JSON.stringify(data))).toEqual(data)
      expect(data.answers).toEqual(answers)
      expect(data.comparisons.map(({ indicator, population }) => [indicator, population])).toEqual(
        publishedFigures.map(({ indicator, population }) => [indicator, population]),
      )
      expect(Object.keys(data)).toEqual([
        'format',
        'version',
        'instrumentVersion',
        'wave',
        'sources',
        'answers',
        'comparisons',
        'trustProfile',
      ])
    }),
  )
})
