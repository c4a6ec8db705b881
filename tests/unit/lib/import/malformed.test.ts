import { expect, test } from 'vitest'
import { problemCodes } from '@/lib/import/notices'
import { isAccepted } from '@/lib/import/lines/line'
import { readFigureFile } from '@/lib/import/read-figure-file'
import { context } from '@/tests/support/import/context'
import { malformed } from '@/tests/support/import/malformed.data'
import { problemsIn } from '@/tests/support/import/sentences'

test.each(malformed)('$name is refused, and it is said why', ({ bytes, fr, en }) => {
  const file = readFigureFile(bytes, context)
  expect(problemsIn(file, 'fr')).toEqual(fr)
  expect(problemsIn(file, 'en')).toEqual(en)
})

test('there are more than fifty of them, and every problem is among them', () => {
  expect(malformed.length).toBeGreaterThan(50)
  const found = malformed.flatMap(({ bytes }) => {
    const { problems, lines } = readFigureFile(bytes, context)
    return [...problems, ...lines.flatMap((line) => (isAccepted(line) ? [] : line.problems))]
  })
  const codes = new Set<string>(found.map(({ code }) => code))
  expect(problemCodes.filter((code) => !codes.has(code))).toEqual([])
})
