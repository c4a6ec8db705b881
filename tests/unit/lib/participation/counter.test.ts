import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ageGroups } from '@/lib/anonymisation/age-groups'
import { totalOf, type TruthCounts } from '@/lib/anonymisation/small-cells'
import { compare } from '@/lib/comparison/compare'
import { timeFrames, type Figure } from '@/lib/comparison/figures'
import { indicatorOf, indicators, isIndicatorCode, type IndicatorCode } from '@/lib/comparison/indicators'
import { populationCodes } from '@/lib/comparison/populations'
import { chosenOptions, optionsOf, type Answers } from '@/lib/instrument/answers'
import { items } from '@/lib/instrument/catalogue'
import { applicableAnswers } from '@/lib/instrument/visibility'
import { createCounter } from '@/lib/participation/counter'
import { everyStatement, type Counts } from '@/lib/participation/counts'
import { arbitraryAnswers } from '../../../support/arbitrary-answers'
import { goldenRespondents } from '../../../support/golden/golden-respondents'
import { asCounted, publishedFigures } from '../../../support/published-figures'

function countsOf(responses: readonly Answers[], figures: readonly Figure[] = publishedFigures): Counts {
  const counter = createCounter(figures)
  for (const answers of responses) counter.add(answers)
  return counter.counts()
}

/** Of how many people each figure says that its statement is true and false of them, by figure and tool. */
function comparedIn(responses: readonly Answers[], figures: readonly Figure[]): Record<string, TruthCounts> {
  const readings = responses
    .flatMap((answers) => compare(answers, figures.map(asCounted)))
    .flatMap(({ figure, readings: each }) =>
      each.map((reading) => ({ key: keyOf(figure, reading.tool), reading })),
    )
  const counted: Record<string, TruthCounts> = {}
  for (const { key, reading } of readings) {
    const { trueCount, falseCount } = counted[key] ?? { trueCount: 0, falseCount: 0 }
    const isCounted = (isTrue: boolean) => reading.kind === 'comparable' && reading.isTrue === isTrue
    counted[key] = {
      trueCount: trueCount + Number(isCounted(true)),
      falseCount: falseCount + Number(isCounted(false)),
    }
  }
  return counted
}

const keyOf = ({ indicator, population }: Pick<Figure, 'indicator' | 'population'>, tool: string | null) =>
  `${indicator}/${population}/${tool}`

function countedIn(counts: Counts, { indicator, population }: Figure, tool: string | null) {
  const statement = counts.statements.find((one) => one.indicator === indicator && one.tool === tool)
  return totalOf(statement?.atoms ?? [], population)
}

describe('the five golden respondents', () => {
  const golden = countsOf(goldenRespondents.map(({ answers }) => answers))

  const atoms = (indicator: IndicatorCode, tool: string | null) =>
    golden.statements
      .filter((statement) => statement.indicator === indicator && statement.tool === tool)
      .flatMap((statement) => statement.atoms)
      .map((atom) => `${atom.populations.join('+')} ${atom.trueCount}/${atom.falseCount}`)

  test('count in each figure as the comparisons worked out by hand say', () => {
    for (const figure of publishedFigures) {
      const { statements } = indicatorOf(figure.indicator)
      for (const [place, { tool }] of statements.entries()) {
        const said = goldenRespondents.map(
          ({ expected }) => expected[`${figure.indicator}/${figure.population}`]?.split(' | ')[place],
        )
        expect([figure, tool, countedIn(golden, figure, tool)]).toEqual([
          figure,
          tool,
          {
            trueCount: said.filter((words) => words?.startsWith('yes')).length,
            // Past use beside a figure of unclear time frame is no present use.
            falseCount: said.filter((words) => words?.startsWith('no') || words === 'unclear').length,
          },
        ])
      }
    }
  })

  test('stand apart by the populations that they belong to', () => {
    // Under 35, one never uses it and one does; from 35, one does; without an age, one did in the past.
    expect(atoms('usage.teleconsultation', 'teleconsultation')).toEqual([
      'french 0/1',
      'french+35_and_over 1/0',
      'french+under_35 1/1',
    ])
    // Only two ever used conversational AI, and the others are not compared.
    expect(atoms('ai.purpose.listening', 'conversationalAi')).toEqual(['french 2/0'])
    expect(atoms('useful.aiOrSocialNetworks', 'conversationalAi')).toEqual([
      'intend_to_use_it 1/0',
      'regular_users_of_it 1/0',
    ])
    expect(atoms('useful.aiOrSocialNetworks', 'socialNetworks')).toEqual(['regular_users_of_it 1/0'])
  })

  test('stand apart by what they chose and their age', () => {
    expect(golden.responses).toBe(5)
    expect(golden.cells['usage.teleconsultation']).toEqual({
      answered: { under35: 2, from35: 1, unanswered: 1 },
      chosen: {
        regular: { under35: 0, from35: 1, unanswered: 0 },
        occasional: { under35: 1, from35: 0, unanswered: 0 },
        past: { under35: 0, from35: 0, unanswered: 1 },
        intend: { under35: 0, from35: 0, unanswered: 0 },
        never: { under35: 1, from35: 0, unanswered: 0 },
      },
    })
    expect(golden.cells.topicsUsed.answered).toEqual({ under35: 1, from35: 1, unanswered: 1 })
    expect(golden.cells.topicsUsed.chosen).toMatchObject({
      stress: { under35: 1, from35: 1, unanswered: 0 },
      anxiety: { under35: 0, from35: 1, unanswered: 0 },
      none: { under35: 0, from35: 0, unanswered: 1 },
    })
  })
})

const published = { waveId: '2025-12', sharePercent: 50, qualifier: 'exact', status: 'published' } as const

/** Figures that could have been published: any indicator for any population, of any time frame. */
const arbitraryFigures = fc.constantFrom(null, ...timeFrames).chain((timeFrame) =>
  fc.subarray(
    Object.keys(indicators)
      .filter(isIndicatorCode)
      .flatMap((indicator) =>
        populationCodes.map((population) => ({ ...published, indicator, population, timeFrame })),
      ),
  ),
)

const nobody: TruthCounts = { trueCount: 0, falseCount: 0 }

const severalAnswers = fc.array(arbitraryAnswers, { minLength: 1, maxLength: 8 })

test('a person counts in a figure, as true or as false, exactly when the comparison says so', () => {
  fc.assert(
    fc.property(severalAnswers, arbitraryFigures, (responses, figures) => {
      const counts = countsOf(responses, figures)
      const counted = figures.flatMap((figure) =>
        indicatorOf(figure.indicator).statements.map(
          ({ tool }) => [keyOf(figure, tool), countedIn(counts, figure, tool)] as const,
        ),
      )
      expect(Object.fromEntries(counted)).toEqual(comparedIn(responses, figures))
    }),
  )
})

test('an atom holds the people who belong to its populations and to no other published one', () => {
  fc.assert(
    fc.property(arbitraryAnswers, arbitraryFigures, (answers, figures) => {
      const compared = comparedIn([answers], figures)
      for (const { indicator, tool, atoms } of countsOf([answers], figures).statements) {
        const populations = populationCodes.filter((population) => {
          const { trueCount, falseCount } = compared[keyOf({ indicator, population }, tool)] ?? nobody
          return trueCount + falseCount === 1
        })
        expect(atoms.map((atom) => atom.populations)).toEqual([populations])
      }
    }),
  )
})

test('items are counted by option and age, without the answers that do not apply', () => {
  fc.assert(
    fc.property(severalAnswers, (responses) => {
      const { cells, responses: counted } = countsOf(responses)
      expect(counted).toBe(responses.length)
      const byGroup = ageGroups.map((group) =>
        responses.map(applicableAnswers).filter((answers) => (answers.ageBand ?? 'unanswered') === group),
      )
      const inGroups = (isCounted: (answers: Answers) => boolean) => {
        const [under35, from35, unanswered] = byGroup.map((people) => people.filter(isCounted).length)
        return { under35, from35, unanswered }
      }
      for (const item of items) {
        const chosen = optionsOf(item).map((option) => [
          option,
          inGroups((answers) => chosenOptions(answers, item.id).includes(option)),
        ])
        expect(cells[item.id]).toEqual({
          answered: inGroups((answers) => answers[item.id] !== undefined),
          chosen: Object.fromEntries(chosen),
        })
      }
    }),
    { numRuns: 50 },
  )
})

test('the order of the responses, of the figures and of the answers leaves the same text', () => {
  fc.assert(
    fc.property(severalAnswers, (responses) => {
      const reversed = responses
        .toReversed()
        .map((answers): Answers => Object.fromEntries(Object.entries(answers).toReversed()))
      expect(JSON.stringify(countsOf(reversed, publishedFigures.toReversed()))).toBe(
        JSON.stringify(countsOf(responses)),
      )
    }),
  )
})

test('what is added later does not change counts that were read', () => {
  const counter = createCounter(publishedFigures)
  counter.add({ ageBand: 'under35', 'usage.teleconsultation': 'never' })
  const before = counter.counts()
  const text = JSON.stringify(before)
  counter.add({ ageBand: 'under35', 'usage.teleconsultation': 'never' })
  expect(JSON.stringify(before)).toBe(text)
  expect(counter.counts().responses).toBe(2)
})

test('each statement of an indicator is about another tool, by which it is found', () => {
  const keys = everyStatement.map(({ indicator, statement }) => `${indicator}/${statement.tool}`)
  expect(new Set(keys).size).toBe(keys.length)
})
