import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { items, steps } from '@/lib/instrument/catalogue'
import { answersOf, draftFrom, draftOf } from '@/lib/instrument/draft'
import { tools } from '@/lib/instrument/tools'
import { firstVersion, wasAsked } from '@/lib/instrument/versions'
import { applicableAnswers, isShown, largestItemCount, shownSteps } from '@/lib/instrument/visibility'
import type { Answers } from '@/lib/instrument/answers'
import { arbitraryAnswers } from '../../../support/arbitrary-answers'

const shownIds = (answers: Answers) => items.filter((item) => isShown(item, answers)).map(({ id }) => id)

describe('the catalogue', () => {
  test('began with the 36 items of the design, each once', () => {
    const families = { usage: 6, trust: 6, effectiveness: 6, wouldUse: 6, risk: 5, intend: 1 }
    const single = ['ageBand', 'topicsUsed', 'aiPurposes', 'aiSatisfaction', 'benefits', 'humanSupport']
    const ids = items.filter((item) => wasAsked(item, firstVersion)).map(({ id }) => id)
    expect(new Set(ids).size).toBe(36)
    for (const [family, count] of Object.entries(families)) {
      expect(ids.filter((id) => id.startsWith(`${family}.`))).toHaveLength(count)
    }
    expect(ids.filter((id) => !id.includes('.')).toSorted()).toEqual(single.toSorted())
  })

  test('every step asks something', () => {
    for (const step of steps) expect(items.some((item) => item.step === step)).toBe(true)
  })

  test('conditions read only items that are always shown', () => {
    for (const { shownWhen } of items) {
      for (const id of shownWhen?.of ?? []) expect(items.find((item) => item.id === id)?.shownWhen).toBeNull()
    }
  })
})

describe('which questions apply', () => {
  test('to someone who has answered nothing: all but those about tools in use', () => {
    const hidden = ['topicsUsed', 'aiPurposes', 'aiSatisfaction', 'benefits']
    expect(shownIds({})).toEqual(items.map(({ id }) => id).filter((id) => !hidden.includes(id)))
    expect(shownSteps({})).toEqual(steps.filter((step) => step !== 'ai' && step !== 'benefits'))
  })

  test.each([
    ['regular', { intend: false, topics: true, ai: true, benefits: true }],
    ['occasional', { intend: false, topics: true, ai: true, benefits: true }],
    ['past', { intend: true, topics: true, ai: true, benefits: false }],
    ['intend', { intend: true, topics: false, ai: false, benefits: false }],
    ['never', { intend: true, topics: false, ai: false, benefits: false }],
  ] as const)('to someone whose use of conversational AI is "%s"', (usage, expected) => {
    const ids = shownIds({ 'usage.conversationalAi': usage })
    expect(ids.includes('intend.any')).toBe(expected.intend)
    expect(ids.includes('topicsUsed')).toBe(expected.topics)
    expect(ids.includes('aiPurposes')).toBe(expected.ai)
    expect(ids.includes('aiSatisfaction')).toBe(expected.ai)
    expect(ids.includes('benefits')).toBe(expected.benefits)
  })

  test('the use of another tool opens no question about conversational AI', () => {
    for (const tool of tools.filter((each) => each !== 'conversationalAi')) {
      expect(shownIds({ [`usage.${tool}`]: 'regular' })).not.toContain('aiPurposes')
    }
  })

  test('one question less than the catalogue has is the most that one person can be asked', () => {
    expect(largestItemCount()).toBe(items.length - 1)
  })

  test('leaving out what does not apply keeps the rest, and doing it twice changes nothing', () => {
    fc.assert(
      fc.property(arbitraryAnswers, (answers) => {
        const once = applicableAnswers(answers)
        expect(applicableAnswers(once)).toEqual(once)
        expect(Object.keys(once)).toEqual(
          Object.keys(answers).filter((id) => shownIds(answers).some((s) => s === id)),
        )
      }),
    )
  })
})

describe('drafts', () => {
  test('a draft of any answers holds them all', () => {
    fc.assert(
      fc.property(arbitraryAnswers, (answers) => {
        expect(answersOf(draftOf(answers))).toEqual(answers)
      }),
    )
  })

  test('"prefer not to say" is kept in the draft and is no answer', () => {
    const draft = draftFrom({ ageBand: [''], topicsUsed: [''] })
    expect(draft).toEqual({ ageBand: [''], topicsUsed: [''] })
    expect(answersOf(draft)).toEqual({})
  })

  test('what the catalogue does not know is left out', () => {
    const input = {
      ageBand: ['x'],
      'usage.teleconsultation': 'regular',
      name: ['Ada'],
      topicsUsed: ['stress', 1, 'x'],
    }
    expect(draftFrom(input)).toEqual({ topicsUsed: ['stress'] })
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        expect(draftOf(answersOf(draftFrom(anything)))).toEqual(
          Object.fromEntries(
            Object.entries(draftFrom(anything)).filter(([, values]) => !values.includes('')),
          ),
        )
      }),
    )
  })
})
