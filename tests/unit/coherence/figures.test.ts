import { expect, test } from 'vitest'
import { indicatorOf, indicators, isIndicatorCode } from '@/lib/comparison/indicators'
import { isPopulationCode, membership, populationCodes } from '@/lib/comparison/populations'
import { itemById } from '@/lib/instrument/catalogue'
import { publishedFigures } from '../../support/published-figures'

test('53 figures were published, each indicator and population once', () => {
  expect(publishedFigures).toHaveLength(53)
  expect(
    new Set(publishedFigures.map(({ indicator, population }) => `${indicator}/${population}`)).size,
  ).toBe(53)
})

test('every published code has an indicator and a population, and every indicator and population was published', () => {
  const codes = new Set(publishedFigures.map(({ indicator }) => indicator))
  const populations = new Set(publishedFigures.map(({ population }) => population))
  expect([...codes].toSorted()).toEqual(Object.keys(indicators).toSorted())
  expect([...populations].toSorted()).toEqual(populationCodes.toSorted())
})

test('codes of another table are not taken for ours', () => {
  expect(isIndicatorCode('toString')).toBe(false)
  expect(isPopulationCode('british')).toBe(false)
})

test('every figure can be read for its population and is shown under a question of its theme', () => {
  for (const { indicator, population } of publishedFigures) {
    for (const { tool, item } of indicatorOf(indicator).statements) {
      expect([indicator, membership(population, tool) === null]).toEqual([indicator, false])
      if (item !== null) expect(itemById(item).theme).toBe(indicatorOf(indicator).theme)
    }
  }
})
