import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, type Reading } from '@/lib/comparison/compare'
import type { Figure, TimeFrame } from '@/lib/comparison/figures'
import type { Answers } from '@/lib/instrument/answers'
import { optionSets } from '@/lib/instrument/option-sets'
import { forEachTool } from '../../../support/golden/respondent'
import { goldenRespondents } from '../../../support/golden/golden-respondents'
import { arbitraryAnswers } from '../../../support/arbitrary-answers'
import { publishedFigures } from '../../../support/published-figures'

function told(reading: Reading): string {
  if (reading.kind === 'otherGroup') return 'other'
  if (reading.kind === 'unanswered') return '?'
  if (reading.kind === 'unclear') return 'unclear'
  const precision = reading.sameAnswerQualifier === 'exact' ? '' : `${reading.sameAnswerQualifier} `
  return `${reading.isTrue ? 'yes' : 'no'} ${precision}${reading.sameAnswerPercent}`
}

describe.each(goldenRespondents)('golden respondent: $name', ({ answers, expected }) => {
  test('every figure says what was worked out by hand', () => {
    const comparisons = compare(answers, publishedFigures)
    const found = Object.fromEntries(
      comparisons.map(({ figure, readings }) => [
        `${figure.indicator}/${figure.population}`,
        readings.map(told).join(' | '),
      ]),
    )
    expect(found).toEqual(expected)
    expect(comparisons).toHaveLength(53)
  })
})

describe('what is missing for a comparison', () => {
  const readingOf = (code: string, answers: Parameters<typeof compare>[0]) =>
    compare(answers, publishedFigures).find(
      ({ figure }) => `${figure.indicator}/${figure.population}` === code,
    )?.readings[0]

  test('names the age band when only that is missing', () => {
    expect(readingOf('usage.teleconsultation/under_35', { 'usage.teleconsultation': 'never' })).toMatchObject(
      {
        kind: 'unanswered',
        missing: ['ageBand'],
      },
    )
  })

  test('a group that is not yet known is not called another group', () => {
    expect(readingOf('benefit.any/users_of_any_tool', { 'usage.teleconsultation': 'never' })).toMatchObject({
      kind: 'unanswered',
      missing: [
        'usage.appointmentPlatforms',
        'usage.connectedDevices',
        'usage.conversationalAi',
        'usage.socialNetworks',
        'usage.addictionApps',
      ],
    })
  })

  test('someone of another age who did not answer is unanswered, not another group', () => {
    expect(readingOf('usage.teleconsultation/under_35', { ageBand: 'from35' })).toMatchObject({
      kind: 'unanswered',
    })
  })

  test('answers to questions that do not apply are ignored', () => {
    const answers = { 'usage.conversationalAi': 'never', aiSatisfaction: 'very' } as const
    expect(readingOf('ai.satisfaction.very/ai_respondents', answers)).toMatchObject({ kind: 'otherGroup' })
  })
})

type Usage = (typeof optionSets.usage)[number]

describe('the time frame of a figure', () => {
  const figure = (timeFrame: TimeFrame | null): Figure => ({
    waveId: '2025-12',
    indicator: 'usage.teleconsultation',
    population: 'french',
    sharePercent: 13,
    qualifier: 'exact',
    status: 'published',
    timeFrame,
  })
  const outcome = (timeFrame: TimeFrame | null, usage: Usage, changes: Partial<Figure> = {}) => {
    const answers: Answers = { 'usage.teleconsultation': usage, ageBand: 'from35' }
    return told(compare(answers, [{ ...figure(timeFrame), ...changes }])[0]?.readings[0] as Reading)
  }

  test.each([
    ['now', { regular: 'yes 13', occasional: 'yes 13', past: 'no 87', intend: 'no 87', never: 'no 87' }],
    ['ever', { regular: 'yes 13', occasional: 'yes 13', past: 'yes 13', intend: 'no 87', never: 'no 87' }],
    [
      'unclear',
      { regular: 'yes 13', occasional: 'yes 13', past: 'unclear', intend: 'no 87', never: 'no 87' },
    ],
    [null, { regular: 'yes 13', occasional: 'yes 13', past: 'unclear', intend: 'no 87', never: 'no 87' }],
  ] as const)('%s: decides whether past use counts', (timeFrame, expected) => {
    const found = optionSets.usage.map((usage) => [usage, outcome(timeFrame, usage)])
    expect(Object.fromEntries(found)).toEqual(expected)
  })

  test('past use of somebody of another age is another group, not unclear', () => {
    expect(outcome('unclear', 'past', { population: 'under_35' })).toBe('other')
    expect(outcome('unclear', 'past', { population: '35_and_over' })).toBe('unclear')
  })

  test('of any tool: past use of one counts where it may, and the others must be known', () => {
    const any = (timeFrame: TimeFrame, answers: Answers) =>
      told(compare(answers, [{ ...figure(timeFrame), indicator: 'usage.any' }])[0]?.readings[0] as Reading)
    const once: Answers = { ...forEachTool('usage', 'never'), 'usage.socialNetworks': 'past' }
    expect([any('now', once), any('ever', once), any('unclear', once)]).toEqual([
      'no 87',
      'yes 13',
      'unclear',
    ])
    expect(any('unclear', forEachTool('usage', 'never'))).toBe('no 87')
    expect(any('unclear', { 'usage.socialNetworks': 'past' })).toBe('?')
  })

  test('only past users of the tool are unclear, beside figures of unclear time frame only', () => {
    fc.assert(
      fc.property(arbitraryAnswers, (answers) => {
        for (const { figure: each, readings } of compare(answers, publishedFigures)) {
          for (const reading of readings) {
            const isPast = reading.tool !== null && answers[`usage.${reading.tool}`] === 'past'
            if (reading.kind === 'unclear') expect([each.timeFrame, isPast]).toEqual(['unclear', true])
            if (each.timeFrame === 'unclear' && isPast) expect(reading.kind).not.toBe('comparable')
          }
        }
      }),
    )
  })
})

describe('for any valid answers', () => {
  test('one comparison per figure, in the order of the figures, each with the percentage or its complement', () => {
    fc.assert(
      fc.property(arbitraryAnswers, (answers) => {
        const comparisons = compare(answers, publishedFigures)
        expect(comparisons.map(({ figure }) => figure)).toEqual(publishedFigures)
        for (const { figure, readings } of comparisons) {
          for (const reading of readings) {
            if (reading.kind !== 'comparable') continue
            const { isTrue, sameAnswerPercent } = reading
            expect(sameAnswerPercent).toBe(isTrue ? figure.sharePercent : 100 - figure.sharePercent)
            expect(sameAnswerPercent).toBeGreaterThanOrEqual(0)
            expect(sameAnswerPercent).toBeLessThanOrEqual(100)
          }
        }
      }),
    )
  })

  test('the order in which the answers were given changes nothing', () => {
    fc.assert(
      fc.property(arbitraryAnswers, (answers) => {
        const reversed = Object.fromEntries(Object.entries(answers).toReversed())
        expect(compare(reversed, publishedFigures)).toEqual(compare(answers, publishedFigures))
      }),
    )
  })

  test('an unanswered reading always says which answer is missing', () => {
    fc.assert(
      fc.property(arbitraryAnswers, (answers) => {
        for (const { readings } of compare(answers, publishedFigures)) {
          for (const reading of readings) {
            if (reading.kind === 'unanswered') expect(reading.missing.length).toBeGreaterThan(0)
          }
        }
      }),
    )
  })
})
