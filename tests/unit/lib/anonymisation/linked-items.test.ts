import { describe, expect, test } from 'vitest'
import type { ShownItemCells } from '@/lib/anonymisation/item-cells'
import { shownCells } from '@/lib/anonymisation/linked-items'
import type { Answers } from '@/lib/instrument/answers'
import { createCounter } from '@/lib/participation/counter'

/** What is shown of so many people with the same answers, for each pair. */
function shownOf(...groups: readonly (readonly [number, Answers])[]) {
  const counter = createCounter([])
  for (const [people, answers] of groups) for (let one = 0; one < people; one += 1) counter.add(answers)
  const { cells, responses } = counter.counts()
  return shownCells(cells, responses, () => [], 11)
}

/** The lines of which the total is shown, and those that are shown by age. */
function lines({ answered, chosen }: ShownItemCells) {
  const all = Object.entries({ answered, ...chosen })
  return {
    total: all.filter(([, line]) => line.total).map(([option]) => option),
    under35: all.filter(([, line]) => line.under35).map(([option]) => option),
    from35: all.filter(([, line]) => line.from35).map(([option]) => option),
  }
}

const young = { ageBand: 'under35' } as const
const older = { ageBand: 'from35' } as const
const regular = { 'usage.conversationalAi': 'regular' } as const
const past = { 'usage.conversationalAi': 'past' } as const
const intend = { 'usage.conversationalAi': 'intend' } as const
const never = { 'usage.conversationalAi': 'never' } as const
const satisfied = { aiSatisfaction: 'very' } as const
const unsatisfied = { aiSatisfaction: 'not' } as const

describe('the age', () => {
  test('both bands, where those without an age are enough', () => {
    expect(lines(shownOf([20, young], [30, older], [11, {}]).ageBand).total).toEqual([
      'answered',
      'under35',
      'from35',
    ])
  })

  test('with few without an age one band only, and how many told theirs is not', () => {
    expect(lines(shownOf([20, young], [30, older], [10, {}]).ageBand).total).toEqual(['under35'])
    expect(lines(shownOf([20, young], [30, older]).ageBand).total).toEqual(['under35'])
  })

  test('of few under 35 nothing by age, or the other band where those without an age make them enough', () => {
    expect(lines(shownOf([10, young], [30, older]).ageBand).total).toEqual([])
    expect(lines(shownOf([10, young], [30, older], [1, {}]).ageBand).total).toEqual(['from35'])
  })

  test('is never told by itself: each such number is everyone or nobody', () => {
    const { under35, from35 } = lines(shownOf([20, young], [30, older], [11, {}]).ageBand)
    expect([under35, from35]).toEqual([[], []])
  })
})

describe('what only those who use conversational AI are asked', () => {
  const satisfaction = (...groups: readonly (readonly [number, Answers])[]) =>
    lines(
      shownOf([20, { ...regular, ...satisfied }], [20, { ...past, ...unsatisfied }], ...groups)
        .aiSatisfaction,
    )

  test('is shown where enough others say that they do not', () => {
    // None of the others chose its two other answers: one more is hidden with them.
    expect(satisfaction([11, never]).total).toEqual(['answered', 'very'])
  })

  test('is hidden with all its answers where too few others do, however many said nothing', () => {
    expect(satisfaction([10, never], [30, {}]).total).toEqual([])
  })

  test('what is hidden of the use is enough among those who are asked, and among the others', () => {
    const people: readonly (readonly [number, Answers])[] = [
      [20, regular],
      [14, { 'usage.conversationalAi': 'occasional' }],
      [6, past],
      [5, intend],
      [40, never],
    ]
    expect(lines(shownOf(...people)['usage.conversationalAi']).total).toEqual(['answered', 'regular'])
  })

  const use = (age: Answers): readonly (readonly [number, Answers])[] => [
    [20, { ...age, ...regular, ...satisfied }],
    [20, { ...age, 'usage.conversationalAi': 'occasional', ...unsatisfied }],
    [20, { ...age, ...past, aiSatisfaction: 'rather' }],
    [20, { ...age, ...intend }],
    [20, { ...age, ...never }],
  ]

  test('is shown by the ages by which the use is', () => {
    const shown = shownOf(...use(young), ...use(older), ...use({}))
    expect(lines(shown['usage.conversationalAi']).from35).toHaveLength(6)
    expect(lines(shown.aiSatisfaction)).toEqual({
      total: ['answered', 'very', 'rather'],
      under35: ['answered', 'very', 'rather'],
      from35: ['answered', 'very', 'rather'],
    })
  })

  test('is hidden where it could not be', () => {
    // All of those under 35 use it, and are shown by whether they do so now; too few answered what only they are asked.
    const few: readonly (readonly [number, Answers])[] = use(young).map(([people, answers]) => {
      const { aiSatisfaction: _, ...others } = answers
      return [people, others]
    })
    const shown = shownOf(...few, ...use(older))
    expect(lines(shown['usage.conversationalAi']).under35).toHaveLength(6)
    expect(lines(shown.aiSatisfaction).total).toEqual([])
  })
})

describe('what depends on several tools', () => {
  const doctor = { 'usage.teleconsultation': 'regular' } as const
  const noDoctor = { 'usage.teleconsultation': 'never' } as const
  const useful = { benefits: ['autonomy'] } as const

  test('is hidden where it tells how many use the only tool that people use', () => {
    const shown = shownOf([30, { ...doctor, ...useful }], [40, noDoctor])
    expect(lines(shown.benefits).total).toEqual([])
  })

  test('is shown where enough use another one too, or say nothing of it', () => {
    const both = shownOf(
      [19, { ...doctor, ...useful }],
      [11, { ...doctor, ...regular, ...useful }],
      [40, noDoctor],
    )
    expect(lines(both.benefits).total).toEqual(['answered'])
    const silent = shownOf([30, { ...doctor, ...useful }], [11, doctor], [40, noDoctor])
    expect(lines(silent.benefits).total).toEqual(['answered'])
  })

  test('the same of topics and those who used a tool once', () => {
    const once = { 'usage.teleconsultation': 'past', topicsUsed: ['stress'] } as const
    expect(lines(shownOf([30, once], [40, noDoctor]).topicsUsed).total).toEqual([])
    expect(
      lines(shownOf([30, once], [11, { ...noDoctor, ...past }], [40, noDoctor]).topicsUsed).total,
    ).toEqual(['answered'])
  })

  test('is hidden where those who use no tool leave only as many as use one of them', () => {
    const could = { ...noDoctor, 'intend.any': 'no' } as const
    expect(lines(shownOf([30, doctor], [40, could])['intend.any']).total).toEqual([])
    expect(lines(shownOf([30, doctor], [40, could], [11, noDoctor])['intend.any']).total).toEqual([
      'answered',
    ])
  })
})

test('how many left out what everyone is asked can be told', () => {
  expect(lines(shownOf([60, never], [1, {}])['usage.conversationalAi']).total).toEqual(['answered'])
})
