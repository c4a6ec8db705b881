import { describe, expect, it } from 'vitest'
import { answersInCommonOf, isDiverse, joinAnswers, notPut } from '@/lib/disclosure/microdata/diversity'
import { itemById } from '@/lib/instrument/catalogue'
import { notApplicable, notAsked, unanswered } from '@/lib/records/packed-answers'

const trust = itemById('trust.teleconsultation')
const topics = itemById('topicsUsed')

const common = (item: typeof trust, ...codes: readonly number[]) =>
  codes.map((code) => answersInCommonOf(item, code)).reduce((one, other) => joinAnswers(item, one, other))

describe('a single choice', () => {
  it.each([
    ['all gave the same answer', [2, 2, 2], false],
    ['two answers were given', [2, 3, 2], true],
    ['one left it out: that is another answer', [2, unanswered, 2], true],
    ['all left it out', [unanswered, unanswered], true],
  ])('%s', (_, codes, expected) => {
    expect(isDiverse(trust, common(trust, ...codes))).toBe(expected)
  })
})

describe('several choices', () => {
  it.each([
    ['one option was chosen by all', [0b011, 0b001, 0b101], false],
    ['no option was chosen by all', [0b011, 0b100], true],
    ['all chose the same options', [0b011, 0b011], false],
    ['one left it out', [0b011, unanswered], true],
    ['all left it out', [unanswered, unanswered], true],
  ])('%s', (_, codes, expected) => {
    expect(isDiverse(topics, common(topics, ...codes))).toBe(expected)
  })
})

it('a question that was not put to them tells nothing', () => {
  for (const item of [trust, topics]) {
    for (const code of [notApplicable[item.kind], notAsked[item.kind]]) {
      expect(common(item, code, code)).toBe(notPut)
      expect(isDiverse(item, common(item, code, code))).toBe(true)
    }
  }
})
