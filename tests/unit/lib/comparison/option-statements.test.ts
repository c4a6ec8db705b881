import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { populationOf } from '@/lib/comparison/compare'
import { indicatorOf } from '@/lib/comparison/indicators'
import { optionStatements } from '@/lib/comparison/option-statements'
import { truthOf } from '@/lib/comparison/truth'
import { chosenOptions, optionsOf } from '@/lib/instrument/answers'
import { itemById, items, type ItemId } from '@/lib/instrument/catalogue'
import { applicableAnswers, isShown } from '@/lib/instrument/visibility'
import { arbitraryAnswers } from '../../../support/arbitrary-answers'
import { publishedFigures } from '../../../support/published-figures'

const told = (id: ItemId) =>
  optionStatements(itemById(id), publishedFigures).map(
    ({ figure, trueOptions, falseOptions, isOfEveryone, hasOthers }) =>
      [
        figure.indicator,
        figure.population,
        trueOptions.join('+'),
        falseOptions.join('+'),
        isOfEveryone,
        hasOthers,
      ] as const,
  )

const others = (id: ItemId, option: string) =>
  optionsOf(itemById(id))
    .filter((each) => each !== option)
    .join('+')

describe('what the published figures state of options', () => {
  test('of a tool: how many use it now, ever and regularly, some of it by age only', () => {
    expect(told('usage.conversationalAi')).toEqual([
      ['usage.conversationalAi', 'under_35', 'regular+occasional', 'intend+never', false, false],
      ['usage.conversationalAi', '35_and_over', 'regular+occasional', 'intend+never', false, false],
      ['usage.conversationalAi.ever', 'french', 'regular+occasional+past', 'intend+never', true, false],
      ['usage.conversationalAi.regular', 'french', 'regular', 'occasional+past+intend+never', true, false],
    ])
  })

  test('of topics: people who never used a tool count as false', () => {
    expect(told('topicsUsed')).toContainEqual([
      'topic.sleepDisorders',
      'french',
      'sleepDisorders',
      others('topicsUsed', 'sleepDisorders'),
      true,
      true,
    ])
  })

  test('of benefits: everyone who was asked belongs to the population', () => {
    expect(told('benefits')).toContainEqual([
      'benefit.careAccess',
      'users_of_any_tool',
      'careAccess',
      others('benefits', 'careAccess'),
      true,
      false,
    ])
  })

  test('none of what is not about one item: intending to use a tool is asked in several', () => {
    expect(told('intend.any')).toEqual([])
    expect(told('ageBand')).toEqual([])
  })
})

test('whoever answered the item chose one of the true options exactly when the statement is true, and likewise of the false', () => {
  fc.assert(
    fc.property(arbitraryAnswers, (given) => {
      const answers = applicableAnswers(given)
      for (const item of items) {
        for (const each of optionStatements(item, publishedFigures)) {
          const { figure, tool, trueOptions, falseOptions, isOfEveryone } = each
          if (answers[item.id] === undefined || !isShown(item, answers)) continue
          const indicator = indicatorOf(figure.indicator)
          const statement = indicator.statements.find((one) => one.tool === tool)
          if (statement === undefined) throw new Error('no such statement')
          const chosen = chosenOptions(answers, item.id)
          const timeFrame = publishedFigures.find(
            ({ indicator: code }) => code === figure.indicator,
          )?.timeFrame
          const truth = truthOf(statement, timeFrame ?? null).test(answers)
          expect(truth === true).toBe(chosen.some((option) => trueOptions.includes(option)))
          expect(truth === false).toBe(chosen.every((option) => falseOptions.includes(option)))
          if (isOfEveryone) expect(populationOf(figure, indicator, statement)?.test(answers)).toBe(true)
        }
      }
    }),
    { numRuns: 30 },
  )
})
