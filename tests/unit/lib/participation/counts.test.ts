import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createCounter } from '@/lib/participation/counter'
import { parseCounts } from '@/lib/participation/counts-schema'
import { mergeCounts } from '@/lib/participation/merge-counts'
import { arbitraryAnswers } from '../../../support/arbitrary-answers'
import { publishedFigures } from '../../../support/published-figures'

const severalAnswers = fc.array(arbitraryAnswers, { maxLength: 4 })

const arbitraryCounts = severalAnswers.map((responses) => {
  const counter = createCounter(publishedFigures)
  for (const answers of responses) counter.add(answers)
  return counter.counts()
})

const nobody = createCounter(publishedFigures).counts()

describe('counts taken together', () => {
  test('are those of one counter to which all responses were added', () => {
    fc.assert(
      fc.property(severalAnswers, severalAnswers, (ones, others) => {
        const [one, other, both] = [1, 2, 3].map(() => createCounter(publishedFigures))
        for (const answers of ones) one?.add(answers)
        for (const answers of others) other?.add(answers)
        for (const answers of [...ones, ...others]) both?.add(answers)
        const merged = mergeCounts(one?.counts() ?? nobody, other?.counts() ?? nobody)
        expect(JSON.stringify(merged)).toBe(JSON.stringify(both?.counts()))
      }),
    )
  })

  test('do not depend on the order', () => {
    fc.assert(
      fc.property(arbitraryCounts, arbitraryCounts, (one, other) => {
        expect(JSON.stringify(mergeCounts(one, other))).toBe(JSON.stringify(mergeCounts(other, one)))
      }),
    )
  })

  test('do not depend on which are taken together first', () => {
    fc.assert(
      fc.property(arbitraryCounts, arbitraryCounts, arbitraryCounts, (one, two, three) => {
        expect(mergeCounts(mergeCounts(one, two), three)).toEqual(mergeCounts(one, mergeCounts(two, three)))
      }),
    )
  })

  test('are the same with those of nobody', () => {
    fc.assert(
      fc.property(arbitraryCounts, (counts) => {
        expect(JSON.stringify(mergeCounts(counts, nobody))).toBe(JSON.stringify(counts))
      }),
    )
  })
})

describe('counts as text', () => {
  test('are read again as they were, key for key', () => {
    fc.assert(
      fc.property(arbitraryCounts, (counts) => {
        const text = JSON.stringify(counts)
        expect(parseCounts(text)).toEqual(counts)
        expect(JSON.stringify(parseCounts(text))).toBe(text)
      }),
    )
  })

  const counter = createCounter(publishedFigures)
  counter.add({ ageBand: 'under35', 'usage.teleconsultation': 'never' })
  const counts = counter.counts()
  const [statement] = counts.statements
  const { ageBand, ...otherCells } = counts.cells
  const changed = (change: object) => JSON.stringify({ ...counts, ...change })

  test('of this version can be read', () => {
    expect(parseCounts(changed({ version: 1 }))).toEqual(counts)
  })

  test.each([
    ['no text', ''],
    ['no JSON', '{'],
    ['no counts', 'null'],
    ['another version', changed({ version: 2 })],
    ['half a person', changed({ responses: 0.5 })],
    ['less than nobody', changed({ responses: -1 })],
    ['something more', changed({ answers: [] })],
    ['an item missing', changed({ cells: otherCells })],
    ['an item of another catalogue', changed({ cells: { ...counts.cells, mood: ageBand } })],
    ['an option missing', changed({ cells: { ...counts.cells, ageBand: { ...ageBand, chosen: {} } } })],
    ['an unknown indicator', changed({ statements: [{ ...statement, indicator: 'toString' }] })],
    ['an unknown tool', changed({ statements: [{ ...statement, tool: 'radio' }] })],
    [
      'an unknown population',
      changed({
        statements: [{ ...statement, atoms: [{ populations: ['british'], trueCount: 1, falseCount: 1 }] }],
      }),
    ],
    [
      'people of no population',
      changed({ statements: [{ ...statement, atoms: [{ populations: [], trueCount: 1, falseCount: 1 }] }] }),
    ],
  ])('with %s are not read', (_what, text) => {
    expect(parseCounts(text)).toBeNull()
  })
})
