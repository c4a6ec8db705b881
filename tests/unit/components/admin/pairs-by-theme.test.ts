import { expect, test } from 'vitest'
import { pairsByTheme } from '@/components/admin/dashboard/pairs-by-theme'
import type { Figure } from '@/lib/comparison/figures'
import type { IndicatorCode } from '@/lib/comparison/indicators'
import type { ShownPair } from '@/lib/participation/dashboard-view'

const pair = (indicator: IndicatorCode, population: Figure['population'] = 'french'): ShownPair => ({
  figure: {
    waveId: '2025-12',
    indicator,
    population,
    sharePercent: 50,
    qualifier: 'exact',
    status: 'published',
    timeFrame: null,
  },
  tool: null,
  participants: null,
})

test('pairs stand under their themes, everyone before the groups, restatements left out', () => {
  const found = pairsByTheme([
    pair('risk.isolation'),
    pair('expectation.fearMisinformationOrLeak'),
    pair('usage.teleconsultation', '35_and_over'),
    pair('usage.teleconsultation', 'under_35'),
    pair('risk.dataTheft'),
    pair('usage.teleconsultation'),
    pair('usage.any'),
  ])
  const codes = found.map(({ theme, pairs }) => [
    theme,
    pairs.map(({ figure }) => `${figure.indicator}/${figure.population}`),
  ])
  expect(codes).toEqual([
    [
      'usage',
      [
        'usage.any/french',
        'usage.teleconsultation/french',
        'usage.teleconsultation/under_35',
        'usage.teleconsultation/35_and_over',
      ],
    ],
    ['risks', ['risk.dataTheft/french', 'risk.isolation/french']],
  ])
})
