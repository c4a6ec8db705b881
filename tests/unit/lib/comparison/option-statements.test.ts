import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { populationOf } from '@/lib/comparison/compare'
import { indicatorOf, type Statement } from '@/lib/comparison/indicators'
import { optionStatements } from '@/lib/comparison/option-statements'
import { countedTruthOf } from '@/lib/comparison/truth'
import { chosenOptions } from '@/lib/instrument/answers'
import { itemById, items, type ItemId } from '@/lib/instrument/catalogue'
import { applicableAnswers, isShown } from '@/lib/instrument/visibility'
import { arbitraryAnswers } from '../../../support/arbitrary-answers'
import { publishedFigures } from '../../../support/published-figures'

const truth = (statement: Statement, code: string) =>
  countedTruthOf(statement, publishedFigures.find(({ indicator }) => indicator === code)?.timeFrame ?? null)

const told = (id: ItemId) =>
  optionStatements(itemById(id), publishedFigures).map(
    ({ figure, trueOptions, isOfEveryone, hasOthers }) =>
      [figure.indicator, figure.population, trueOptions.join('+'), isOfEveryone, hasOthers] as const,
  )

describe('what the published figures state of options', () => {
  test('of a tool: how many use it now, ever and regularly, some of it by age only', () => {
    expect(told('usage.conversationalAi')).toEqual([
      ['usage.conversationalAi', 'under_35', 'regular+occasional', false, false],
      ['usage.conversationalAi', '35_and_over', 'regular+occasional', false, false],
      ['usage.conversationalAi.ever', 'french', 'regular+occasional+past', true, false],
      ['usage.conversationalAi.regular', 'french', 'regular', true, false],
    ])
  })

  test('of topics: people who never used a tool count as false', () => {
    expect(told('topicsUsed')).toContainEqual([
      'topic.sleepDisorders',
      'french',
      'sleepDisorders',
      true,
      true,
    ])
  })

  test('of benefits: everyone who was asked belongs to the population', () => {
    expect(told('benefits')).toContainEqual([
      'benefit.careAccess',
      'users_of_any_tool',
      'careAccess',
      true,
      false,
    ])
  })

  test('none of what is not about one item: intending to use a tool is asked in several', () => {
    expect(told('intend.any')).toEqual([])
    expect(told('ageBand')).toEqual([])
  })
})

test('a person who answered the item chose one of the options exactly when the statement is true', () => {
  fc.assert(
    fc.property(arbitraryAnswers, (given) => {
      const answers = applicableAnswers(given)
      for (const item of items) {
        for (const { figure, tool, trueOptions, isOfEveryone } of optionStatements(item, publishedFigures)) {
          if (answers[item.id] === undefined || !isShown(item, answers)) continue
          const indicator = indicatorOf(figure.indicator)
          const statement = indicator.statements.find((each) => each.tool === tool)
          if (statement === undefined) throw new Error('no such statement')
          const isOneOfThem = chosenOptions(answers, item.id).some((option) => trueOptions.includes(option))
          expect(truth(statement, figure.indicator).test(answers)).toBe(isOneOfThem)
          if (isOfEveryone) expect(populationOf(figure, indicator, statement)?.test(answers)).toBe(true)
        }
      }
    }),
    { numRuns: 30 },
  )
})
