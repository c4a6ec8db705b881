import { expect, test } from 'vitest'
import { parseAnswers } from '@/lib/instrument/answers-schema'
import { withoutWithdrawn } from '@/lib/instrument/withdrawn'

const withdrawn = {
  items: ['trust.hypnosis'],
  options: { topics: ['phobias'], usage: ['weekly'] },
}
const read = (stored: Record<string, unknown>) => parseAnswers(withoutWithdrawn(stored, withdrawn))

test.each([
  ['an item', { 'trust.hypnosis': 'ratherYes' }, {}],
  ['the option of a single choice', { 'usage.socialNetworks': 'weekly' }, {}],
  ['one of several options', { topicsUsed: ['phobias', 'stress'] }, { topicsUsed: ['stress'] }],
  ['the only one of several options', { topicsUsed: ['phobias'] }, {}],
])('%s that was withdrawn is not read, and the rest is', (_, stored, left) => {
  const rest = { ageBand: 'under35', humanSupport: 'notAtAll' } as const
  expect(read({ ...rest, ...stored })).toEqual({ ok: true, answers: { ...rest, ...left } })
})

test.each([
  ['an item that never was', { 'trust.astrology': 'ratherYes' }, 'unknownItem'],
  ['an option that never was', { 'usage.socialNetworks': 'daily' }, 'unknownOption'],
  ['an option that another set has lost', { humanSupport: 'weekly' }, 'unknownOption'],
  ['no option at all', { topicsUsed: [] }, 'malformed'],
])('%s is refused still', (_, stored, reason) => {
  expect(read(stored)).toMatchObject({ ok: false, problems: [{ field: Object.keys(stored)[0], reason }] })
})

test('where nothing was withdrawn, answers are passed on as they are', () => {
  const stored = { 'trust.hypnosis': 'ratherYes' }
  expect(withoutWithdrawn(stored, { items: [], options: {} })).toBe(stored)
})
