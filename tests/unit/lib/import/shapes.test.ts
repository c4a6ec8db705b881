import { expect, test } from 'vitest'
import { recordsOf } from '@/lib/import/lines/line'
import { warningCodes, type WarningCode } from '@/lib/import/notices'
import { readFigureFile } from '@/lib/import/read-figure-file'
import { context } from '@/tests/support/import/context'
import { problemsIn, warningsIn } from '@/tests/support/import/sentences'
import { shapes } from '@/tests/support/import/shapes.data'
import { summaryOf } from '@/tests/support/import/summary'

test.each(shapes)('$name is understood', ({ bytes, figures, fr, en }) => {
  const file = readFigureFile(bytes, context)
  expect(problemsIn(file, 'en')).toEqual([])
  expect(recordsOf(file.lines).map(summaryOf)).toEqual(figures)
  expect(warningsIn(file, 'fr')).toEqual(fr)
  expect(warningsIn(file, 'en')).toEqual(en)
})

/** What is said beside the wave before: see checks.test.ts. */
const ofTwoWaves: readonly WarningCode[] = ['moved', 'scaleChanged', 'modeChanged']

test('there are more than twenty of them, and every warning about one wave is among them', () => {
  expect(shapes.length).toBeGreaterThan(20)
  const found = shapes.flatMap(({ bytes }) => {
    const { warnings, lines } = readFigureFile(bytes, context)
    return [...warnings, ...lines.flatMap((line) => line.warnings)]
  })
  const codes = new Set<string>([...found.map(({ code }) => code), ...ofTwoWaves])
  expect(warningCodes.filter((code) => !codes.has(code))).toEqual([])
})
