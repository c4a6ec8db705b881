import { expect, test } from 'vitest'
import { nextPlace, placeFor, previousPlace, progressOf } from '@/components/questionnaire/navigation'
import { shownSteps } from '@/lib/instrument/visibility'

const nobody = shownSteps({})
const aiUser = shownSteps({ 'usage.conversationalAi': 'regular' })

test('Continue leads from step to step, past those that do not apply, to the check', () => {
  expect(nextPlace('age', nobody, ['age'])).toBe('appointmentPlatforms')
  expect(nextPlace('topics', nobody, [])).toBe('risks')
  expect(nextPlace('topics', aiUser, [])).toBe('ai')
  expect(nextPlace('support', nobody, [])).toBe('check')
})

test('whoever has seen the check returns to it', () => {
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

test('progress counts the steps that apply, the check among them', () => {
  expect(progressOf('age', nobody)).toEqual({ step: 1, total: 11 })
  expect(progressOf('check', nobody)).toEqual({ step: 11, total: 11 })
  expect(progressOf('check', aiUser)).toEqual({ step: 13, total: 13 })
})
