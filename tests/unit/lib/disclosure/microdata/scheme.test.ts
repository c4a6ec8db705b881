import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codesOfNumber, createSchemeNumbers, schemeSize } from '@/lib/disclosure/microdata/class-numbers'
import { schemeColumns, type SchemeColumn } from '@/lib/disclosure/microdata/scheme'
import type { Answers } from '@/lib/instrument/answers'
import { tools, type Tool } from '@/lib/instrument/tools'
import { arbitraryAnswers } from '@/tests/support/arbitrary-answers'
import { packed } from '@/tests/support/packed'
import { isShown } from '@/lib/instrument/visibility'
import { itemById, type ItemId } from '@/lib/instrument/catalogue'
import { runs } from '@/tests/support/runs'

const everyTool = { tools }

const isPut = (answers: Answers, id: ItemId) => isShown(itemById(id), answers)

const value = (id: SchemeColumn['id'], answers: Answers) =>
  schemeColumns(everyTool)
    .find((column) => column.id === id)
    ?.valueOf(answers)

const usage = (option: string, ...some: readonly Tool[]): Answers =>
  Object.fromEntries(some.map((tool) => [`usage.${tool}`, option]))

describe('use of any tool', () => {
  it.each<[string, Answers, string | null]>([
    ['one is used now', { ...usage('never', ...tools), ...usage('occasional', 'teleconsultation') }, 'now'],
    ['one is used now, and nothing is said of the others', usage('regular', 'connectedDevices'), 'now'],
    ['one was used', { ...usage('intend', ...tools), ...usage('past', 'addictionApps') }, 'past'],
    ['none was used', { ...usage('never', ...tools), ...usage('intend', 'teleconsultation') }, 'never'],
    ['one is left out, which may be used', usage('never', ...tools.slice(1)), null],
    ['nothing is said', {}, null],
  ])('%s', (_, answers, expected) => {
    expect(value('anyUse', answers)).toBe(expected)
  })
})

describe('use of one tool', () => {
  it.each([
    ['regular', 'ever', 'yes'],
    ['occasional', 'ever', 'yes'],
    ['past', 'ever', 'no'],
    ['intend', 'never', 'no'],
    ['never', 'never', 'no'],
  ])('%s', (option, ever, now) => {
    const answers = usage(option, 'conversationalAi')
    expect(value('conversationalAiUse', answers)).toBe(ever)
    expect(value('usedNow.conversationalAi', answers)).toBe(now)
  })

  it('is not said', () => {
    expect(value('conversationalAiUse', {})).toBeNull()
    expect(value('usedNow.conversationalAi', {})).toBeNull()
  })
})

it('has the columns of its tools after those of every file', () => {
  const ids = schemeColumns({ tools: ['connectedDevices', 'socialNetworks'] }).map(({ id }) => id)
  expect(ids).toEqual([
    'ageBand',
    'anyUse',
    'conversationalAiUse',
    'usedNow.connectedDevices',
    'usedNow.socialNetworks',
  ])
})

it('numbers what people agree in: alike exactly where every column says the same', () => {
  fc.assert(
    fc.property(arbitraryAnswers, fc.subarray([...tools]), (answers, some) => {
      const scheme = { tools: some }
      const number = createSchemeNumbers(scheme)(packed(answers), 0)
      expect(number).toBeLessThan(schemeSize(scheme))
      const said = schemeColumns(scheme).map(({ values, valueOf }) => {
        const told = valueOf(answers)
        return told === null ? 0 : values.indexOf(told) + 1
      })
      expect(codesOfNumber(scheme, number)).toEqual(said)
    }),
  )
})

it('which questions apply follows from the columns of every file', () => {
  const conditional = new Map<number, string>()
  const numbers = createSchemeNumbers({ tools: [] })
  fc.assert(
    fc.property(arbitraryAnswers, (answers) => {
      const bytes = packed(answers)
      const put = ['intend.any', 'topicsUsed', 'aiPurposes', 'aiSatisfaction', 'benefits'] as const
      const pattern = put.map((id) => (isPut(answers, id) ? '1' : '0')).join('')
      const number = numbers(bytes, 0)
      expect(conditional.get(number) ?? pattern).toBe(pattern)
      conditional.set(number, pattern)
    }),
    { numRuns: runs(2000) },
  )
})
