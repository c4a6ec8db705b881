import { describe, expect, test } from 'vitest'
import { whyNoRelease } from '@/lib/anonymisation/no-release'
import { planAt, renewPlan } from '@/lib/anonymisation/release-plan'
import { riskReport } from '@/lib/anonymisation/risk-report'
import { search } from '@/lib/anonymisation/search'
import type { Answers } from '@/lib/instrument/answers'
import { tools } from '@/lib/instrument/tools'
import { createGeneraliser } from '../../../support/released-records'
import { createRecordTally } from '../../../support/count-answers'

const person = (ageBand: 'under35' | 'from35', ai: string, ...topicsUsed: readonly string[]) =>
  ({
    ageBand,
    ...Object.fromEntries(tools.map((tool) => [`usage.${tool}`, 'never'])),
    'usage.conversationalAi': ai,
    ...(topicsUsed.length > 0 && { topicsUsed }),
  }) as Answers

/** Five who use conversational AI regularly, five who do occasionally, and one, older, who uses nothing. */
const records = [
  ...['stress', 'stress', 'stress', 'stress', 'anxiety'].map((topic) => person('under35', 'regular', topic)),
  ...['stress', 'anxiety', 'addictions'].map((topic) => person('under35', 'occasional', topic)),
  person('under35', 'occasional'),
  person('under35', 'occasional'),
  person('from35', 'never'),
]

function tableOf(answers: readonly Answers[]) {
  const tally = createRecordTally()
  for (const each of answers) tally.add(each)
  return tally.table()
}

const rules = { k: 5, l: 2, largestWithheldShare: 0.1 }
const asAnswered = [0, 0, 0, 0, 0, 0, 0]

describe('eleven records, worked by hand', () => {
  test('with k = 5 nothing is coarsened, and one is withheld', () => {
    const table = tableOf(records)
    const found = search(table, rules)
    expect(found).toEqual({ levels: asAnswered, withheld: 1 })
    expect(riskReport(table, planAt(table, asAnswered, rules))).toEqual({
      records: 11,
      exported: 10,
      withheld: 1,
      withheldShare: 1 / 11,
      classes: 2,
      smallestClass: 5,
      medianClass: 5,
      highestRisk: 0.2,
      averageRisk: 0.2,
      uniqueBeforeShare: 1 / 11,
      levels: {
        ageBand: 'band',
        ...Object.fromEntries(tools.map((tool) => [`usage.${tool}`, 'option'])),
      },
      loss: 1 / 11,
      differentAnswers: 2,
    })
  })

  test('with k = 6 the ten who use it are one class', () => {
    const table = tableOf(records)
    const found = search(table, { ...rules, k: 6 })
    expect(found).toEqual({ levels: [0, 0, 0, 0, 1, 0, 0], withheld: 1 })
    const report = riskReport(table, planAt(table, found?.levels ?? [], { ...rules, k: 6 }))
    // Ten times half of one of seven values, and all seven of one record.
    expect(report).toMatchObject({ classes: 1, smallestClass: 10, loss: 12 / 77, differentAnswers: 3 })
    expect(report?.levels['usage.conversationalAi']).toBe('usedNow')
  })

  test('classes of different sizes', () => {
    const [regular] = records
    const more = [...records, ...Array.from({ length: 3 }, () => regular ?? {})]
    const report = riskReport(tableOf(more), planAt(tableOf(more), asAnswered, rules))
    expect(report).toMatchObject({ exported: 13, classes: 2, smallestClass: 5, medianClass: 6.5 })
    expect(report?.averageRisk).toBeCloseTo(2 / 13, 12)
  })

  test('where the diverse item applies to nobody, nothing is said of it', () => {
    const table = tableOf(Array.from({ length: 5 }, () => person('from35', 'never')))
    const report = riskReport(table, planAt(table, asAnswered, rules))
    expect(report).toMatchObject({ exported: 5, loss: 0, differentAnswers: null, uniqueBeforeShare: 0 })
  })

  test('nothing released, nothing reported', () => {
    expect(riskReport(tableOf([]), planAt(tableOf([]), asAnswered, rules))).toBeNull()
    const few = tableOf(records.slice(0, 3))
    expect(riskReport(few, planAt(few, asAnswered, rules))).toBeNull()
  })
})

describe('nothing meets the rules', () => {
  test('one who has to be withheld is too much: more may be, but no smaller k helps', () => {
    const strict = { ...rules, largestWithheldShare: 0 }
    expect(search(tableOf(records), strict)).toBeNull()
    expect(whyNoRelease(tableOf(records), strict)).toEqual({
      records: 11,
      inSmallClasses: 1,
      inUniformClasses: 0,
      largestK: null,
      leastWithheldShare: 1 / 11,
    })
  })

  test('the largest k that would do', () => {
    const large = { ...rules, k: 30 }
    expect(search(tableOf(records), large)).toBeNull()
    expect(whyNoRelease(tableOf(records), large)).toMatchObject({
      inSmallClasses: 11,
      largestK: 10,
      leastWithheldShare: 1,
    })
    expect(search(tableOf(records), { ...rules, k: 10 })).not.toBeNull()
  })

  test('all say the same', () => {
    const same = tableOf(Array.from({ length: 9 }, () => person('under35', 'regular', 'stress')))
    expect(search(same, rules)).toBeNull()
    expect(whyNoRelease(same, rules)).toMatchObject({
      inSmallClasses: 0,
      inUniformClasses: 9,
      largestK: null,
    })
  })

  test('no responses at all', () => {
    const none = tableOf([])
    expect(search(none, { ...rules, largestWithheldShare: 0.2 })).toBeNull()
    expect(whyNoRelease(none, rules)).toEqual({
      records: 0,
      inSmallClasses: 0,
      inUniformClasses: 0,
      largestK: null,
      leastWithheldShare: null,
    })
  })
})

/** The number of somebody's class of whom nothing was told. */
const numberOf = (answers: Answers = {}) => createRecordTally().add(answers)

describe('what a plan makes of a record', () => {
  test('coarser values, the sensitive answers as they are, and what does not apply', () => {
    const table = tableOf(records)
    const generalise = createGeneraliser(planAt(table, [1, 2, 0, 0, 1, 0, 0], rules), table)
    expect(generalise(records[0] ?? {}, numberOf(records[0]))).toMatchObject({
      ageBand: 'all',
      'usage.appointmentPlatforms': 'withheld',
      'usage.connectedDevices': 'never',
      'usage.conversationalAi': 'usedNow',
      topicsUsed: ['stress'],
      aiPurposes: 'unanswered',
      benefits: 'unanswered',
      'intend.any': 'notApplicable',
      humanSupport: 'unanswered',
    })
    expect(generalise(records.at(-1) ?? {}, numberOf(records.at(-1)))).toBe('withheld')
  })

  test('an answer that does not apply is not told', () => {
    const never = { ...person('from35', 'never'), benefits: ['autonomy'] } as Answers
    const table = tableOf(Array.from({ length: 5 }, () => never))
    const record = createGeneraliser(planAt(table, asAnswered, rules), table)(never, numberOf(never))
    expect(record).toMatchObject({ benefits: 'notApplicable', topicsUsed: 'notApplicable' })
  })

  test('after a withdrawal, a class that is too small is withheld, and nothing is released that was not', () => {
    const table = tableOf(records)
    const plan = planAt(table, asAnswered, rules)
    const left = [...records.slice(1), ...Array.from({ length: 5 }, () => person('from35', 'never'))]
    const leftTable = tableOf(left)
    const renewed = renewPlan(plan, leftTable, rules)
    const generalise = createGeneraliser(renewed, leftTable)
    const released = left.filter((answers) => generalise(answers, numberOf(answers)) !== 'withheld')
    expect(released).toEqual(records.slice(5, 10))
    expect(renewed.levels).toEqual(plan.levels)
  })
})
