import { describe, expect, it } from 'vitest'
import { indicatorDirectory, populationDirectory } from '@/lib/import/labels'
import { context } from '@/tests/support/import/context'

const indicators = indicatorDirectory(context.labels)
const populations = populationDirectory(context.labels)

describe('labels', () => {
  it('are found without case, accents and footnotes, in both languages', () => {
    for (const label of ['Accès aux soins', 'acces aux soins¹', 'Access to care (1)']) {
      expect(indicators.codesOf(label)).toEqual(['benefit.careAccess'])
    }
  })

  it('that several codes share give all of them', () => {
    expect(indicators.codesOf('Téléconsultation')).toHaveLength(3)
  })

  it('that institutes use are known without a page that has them', () => {
    expect(populations.codesOf('Ensemble')).toEqual(['french'])
    expect(populations.codesOf('Moins de 35 ans')).toEqual(['under_35'])
    expect(populations.codesOf('35 ans et plus')).toEqual(['35_and_over'])
  })

  it('nobody has give nothing, and nothing that is like them', () => {
    expect(indicators.codesOf('Zzz')).toEqual([])
    expect(indicators.nearest('Zzz')).toEqual([])
  })
})

describe('the nearest codes', () => {
  it('are three at most, the nearest first, by code or by label', () => {
    expect(indicators.nearest('trust.teleconsultations')[0]).toBe('trust.teleconsultation')
    expect(indicators.nearest('trust.teleconsultations')).toHaveLength(3)
    expect(indicators.nearest('acces aux soin')[0]).toBe('benefit.careAccess')
  })
})

it('a code is known by itself only', () => {
  expect(indicators.knows('usage.any')).toBe(true)
  expect(indicators.knows('Usage.any')).toBe(false)
  expect(indicators.knows('constructor')).toBe(false)
})
