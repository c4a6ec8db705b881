import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isCompared } from '@/lib/waves/figure-record'
import { recordsOf } from '@/lib/import/lines/line'
import { readFigureFile } from '@/lib/import/read-figure-file'
import { context } from '@/tests/support/import/context'
import { publishedFigures } from '@/tests/support/published-figures'

const file = readFigureFile(readFileSync('prisma/data/2025-12/national-figures.csv'), context)

test('the published figures are read as they are, without a warning', () => {
  expect([...file.problems, ...file.warnings, ...file.lines.flatMap(({ warnings }) => warnings)]).toEqual([])
  const figures = recordsOf(file.lines).map((record) => {
    const { code: indicator, population, sharePercent, qualifier, status, timeFrame } = record
    return { waveId: '2025-12', indicator, population, sharePercent, qualifier, status, timeFrame }
  })
  expect(figures).toEqual(publishedFigures)
})

test('all of them are compared, and have the only source of the wave', () => {
  const records = recordsOf(file.lines)
  expect(records.every(isCompared)).toBe(true)
  expect(new Set(records.map(({ sourceId }) => sourceId))).toEqual(new Set(context.sourceIds))
})
