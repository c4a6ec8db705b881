import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  nextPlace,
  placeFor,
  previousPlace,
  progressOf,
  type PlaceId,
  type Progress,
} from '@/components/questionnaire/navigation'
import type { Answers } from '@/lib/instrument/answers'
import { isItemId, itemById, steps, type ItemId } from '@/lib/instrument/catalogue'
import { shownSteps } from '@/lib/instrument/visibility'
import { arbitraryAnswers } from '@/tests/support/arbitrary-answers'

const nobody = shownSteps({})
/** The places seen by somebody who has left the last tool. */
const tools = steps.slice(0, 7)
const aiUser = shownSteps({ 'usage.conversationalAi': 'regular' })

test('Continue leads from step to step, past those that do not apply, to the check', () => {
  expect(nextPlace('age', nobody, ['age'])).toBe('appointmentPlatforms')
  expect(nextPlace('topics', nobody, [])).toBe('risks')
  expect(nextPlace('topics', aiUser, [])).toBe('ai')
  expect(nextPlace('support', nobody, [])).toBe('check')
})

test('a person who has seen the check returns to it', () => {
  expect(nextPlace('age', nobody, [...nobody, 'check'])).toBe('check')
})

test('a step that a changed answer has opened comes before the check', () => {
  expect(nextPlace('conversationalAi', aiUser, [...nobody, 'check'])).toBe('ai')
  expect(nextPlace('ai', aiUser, [...nobody, 'ai', 'check'])).toBe('benefits')
  expect(nextPlace('benefits', aiUser, [...nobody, 'ai', 'benefits', 'check'])).toBe('check')
})

test('Back leads to the step before, and from the first nowhere', () => {
  expect(previousPlace('risks', nobody)).toBe('topics')
  expect(previousPlace('check', nobody)).toBe('support')
  expect(previousPlace('age', nobody)).toBeNull()
})

test('an address that names a step shows it, and gives way when it does not apply', () => {
  expect(placeFor('', nobody)).toBe('age')
  expect(placeFor('nonsense', nobody)).toBe('age')
  expect(placeFor('risks', nobody)).toBe('risks')
  expect(placeFor('ai', aiUser)).toBe('ai')
  expect(placeFor('ai', nobody)).toBe('risks')
  expect(placeFor('check', nobody)).toBe('check')
})

describe('progress', () => {
  it('counts what may still apply, the check among it', () => {
    expect(progressOf('age', [], {})).toEqual({ step: 1, total: 13, isAtMost: true })
    expect(progressOf('topics', tools, {})).toEqual({ step: 8, total: 11, isAtMost: false })
    expect(progressOf('risks', [...tools, 'topics'], {})).toEqual({ step: 9, total: 11, isAtMost: false })
  })

  it('is less once a step is left whose answers close another one', () => {
    const never = { 'usage.conversationalAi': 'never' } as const
    const upToAi = tools.slice(0, 5)
    expect(progressOf('conversationalAi', upToAi, never).total).toBe(13)
    expect(progressOf('socialNetworks', upToAi, never)).toEqual({ step: 6, total: 12, isAtMost: true })
  })

  it('says no "at most" once nothing can change it', () => {
    const regular = { 'usage.conversationalAi': 'regular' } as const
    const upToAi = tools.slice(0, 5)
    expect(progressOf('socialNetworks', upToAi, regular)).toEqual({ step: 6, total: 13, isAtMost: false })
  })

  it('is the same on a step that was gone back to', () => {
    expect(progressOf('age', tools, {}).total).toBe(progressOf('addictionApps', tools, {}).total)
  })

  it('is complete on the check page, also for those who leave steps out', () => {
    expect(progressOf('check', [...tools, 'topics', 'risks', 'support'], {})).toEqual({
      step: 11,
      total: 11,
      isAtMost: false,
    })
    expect(progressOf('check', ['age'], {})).toEqual({ step: 13, total: 13, isAtMost: false })
  })

  it('never has a larger total on the way through, whatever is answered, and its step always grows', () => {
    fc.assert(
      fc.property(fc.infiniteStream(arbitraryAnswers), (answered) => {
        let answers: Answers = {}
        let [last, visited]: [Progress, PlaceId[]] = [{ step: 0, total: 13, isAtMost: true }, []]
        for (let place: PlaceId = 'age'; ; place = nextPlace(place, shownSteps(answers), visited)) {
          const isHere = (id: ItemId) => itemById(id).step === place
          visited = [...visited, place]
          // A person may change their mind on the step before going on.
          for (let times = 0; times < 3; times += 1) {
            const now = progressOf(place, visited, answers)
            expect(now.total).toBeLessThanOrEqual(last.total)
            expect(now.step).toBe(times === 0 ? last.step + 1 : last.step)
            expect(now.step).toBeLessThanOrEqual(now.total)
            if (!last.isAtMost) expect(now.total).toBe(last.total)
            last = now
            const here = Object.entries(answered.next().value ?? {}).filter(
              ([id]) => isItemId(id) && isHere(id),
            )
            const elsewhere = Object.entries(answers).filter(([id]) => isItemId(id) && !isHere(id))
            answers = Object.fromEntries([...elsewhere, ...here])
          }
          if (place === 'check') break
        }
        expect(last.step).toBe(last.total)
      }),
    )
  })
})
