import { expect, test } from 'vitest'
import { indicatorOf, isIndicatorCode } from '@/lib/comparison/indicators'
import { isPopulationCode, membership } from '@/lib/comparison/populations'
import { dataFolder } from '@/lib/db/engine/project-files'
import { readWaveFolders } from '@/lib/db/waves/wave-folder'
import { itemById } from '@/lib/instrument/catalogue'
import { publishedFigures as asShown } from '@/lib/waves/published-figures'
import { publishedFigures } from '../../support/published-figures'

/** Every wave of the project: its files are read as the first start reads them. */
const waves = (await readWaveFolders(dataFolder)).map(asShown)
const figures = waves.flatMap((wave) => wave.figures)

test('53 figures were published in December 2025', () => {
  expect(publishedFigures).toHaveLength(53)
  expect(waves.find(({ wave }) => wave.id === '2025-12')?.figures).toHaveLength(53)
})

test.each(waves.map(({ wave, figures: ofWave }) => [wave.id, ofWave] as const))(
  'wave %s has each indicator of a population once',
  (_, ofWave) => {
    const named = ofWave.map(({ indicator, population }) => `${indicator}/${population}`)
    expect(named).not.toEqual([])
    expect(new Set(named).size).toBe(named.length)
  },
)

test('answers are set against every figure of the project: its codes are all known', () => {
  expect(waves.flatMap(({ context }) => context)).toEqual([])
})

test('codes of another table are not taken for ours', () => {
  expect(isIndicatorCode('toString')).toBe(false)
  expect(isPopulationCode('british')).toBe(false)
})

test('every figure can be read for its population and is shown under a question of its theme', () => {
  for (const { indicator, population } of figures) {
    for (const { tool, item } of indicatorOf(indicator).statements) {
      expect([indicator, membership(population, tool) === null]).toEqual([indicator, false])
      if (item !== null) expect(itemById(item).theme).toBe(indicatorOf(indicator).theme)
    }
  }
})
