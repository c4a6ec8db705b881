import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAnswers } from '@/lib/instrument/answers-schema'
import { isItemId } from '@/lib/instrument/catalogue'
import { arbitraryAnswers } from '../../../support/arbitrary-answers'
import { runs } from '@/tests/support/runs'

describe('refused, with the field that has the problem', () => {
  test.each([
    ['an unknown item', { 'trust.astrology': 'yes' }, 'trust.astrology', 'unknownItem'],
    ['an unknown option', { ageBand: 'under18' }, 'ageBand', 'unknownOption'],
    ['a number for an option', { ageBand: 0 }, 'ageBand', 'unknownOption'],
    ['null for an option', { ageBand: null }, 'ageBand', 'unknownOption'],
    ['an empty text for an option', { ageBand: '' }, 'ageBand', 'unknownOption'],
    ['two values for a single choice', { ageBand: ['under35', 'from35'] }, 'ageBand', 'severalOptions'],
    ['an option twice', { topicsUsed: ['stress', 'stress'] }, 'topicsUsed', 'repeatedOption'],
    ['none with another option', { topicsUsed: ['stress', 'none'] }, 'topicsUsed', 'exclusiveOption'],
    [
      '"prefer not to say" with another option',
      { topicsUsed: ['stress', ''] },
      'topicsUsed',
      'exclusiveOption',
    ],
    ['an unknown option in a list', { topicsUsed: ['stress', 'x'] }, 'topicsUsed', 'unknownOption'],
    ['an empty list', { topicsUsed: [] }, 'topicsUsed', 'malformed'],
    ['a text for a list', { topicsUsed: 'stress' }, 'topicsUsed', 'malformed'],
    ['no object', 'ageBand', '', 'malformed'],
    ['a list', [], '', 'malformed'],
    ['nothing', undefined, '', 'malformed'],
    ['a prototype', JSON.parse('{"__proto__": "x"}'), '__proto__', 'unknownItem'],
  ])('%s', (_what, input, field, reason) => {
    expect(parseAnswers(input)).toEqual({ ok: false, problems: [{ field, reason }] })
  })

  test('every problem is named, not only the first', () => {
    const parsed = parseAnswers({ ageBand: 'x', humanSupport: 'x', unheardOf: 'x' })
    expect(parsed.ok ? [] : parsed.problems.map(({ field }) => field).toSorted()).toEqual([
      'ageBand',
      'humanSupport',
      'unheardOf',
    ])
  })
})

test('multiple choices come out in the order of the questionnaire', () => {
  expect(parseAnswers({ topicsUsed: ['stress', 'anxiety'] })).toEqual({
    ok: true,
    answers: { topicsUsed: ['anxiety', 'stress'] },
  })
})

test('any valid answers survive a round trip through JSON and the schema', () => {
  fc.assert(
    fc.property(arbitraryAnswers, (answers) => {
      const parsed = parseAnswers(JSON.parse(JSON.stringify(answers)))
      expect(parsed).toEqual({ ok: true, answers })
      expect(parsed.ok && parseAnswers(parsed.answers)).toEqual(parsed)
    }),
  )
})

test('any JSON whatever is refused with a field, or gives answers that survive a round trip', () => {
  const anyRecord = fc.dictionary(
    fc.oneof(fc.constantFrom('ageBand', 'topicsUsed', 'benefits', 'usage.teleconsultation'), fc.string()),
    fc.oneof(fc.jsonValue(), fc.constantFrom('under35', ['stress'], ['none'], 'regular')),
  )
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), anyRecord), (input) => {
      const parsed = parseAnswers(input)
      if (parsed.ok) expect(parseAnswers(JSON.parse(JSON.stringify(parsed.answers)))).toEqual(parsed)
      else expect(parsed.problems.length).toBeGreaterThan(0)
      const isObject = typeof input === 'object' && input !== null && !Array.isArray(input)
      if (!parsed.ok && isObject) {
        const sent = Object.keys(input)
        for (const { field, reason } of parsed.problems) {
          expect(sent).toContain(field)
          expect(isItemId(field)).toBe(reason !== 'unknownItem')
        }
      }
    }),
    { numRuns: runs(500) },
  )
})
