import { expect, test } from 'vitest'
import { editionThemes } from '@/lib/disclosure/aggregates/edition-themes'
import type { PublishedTable } from '@/lib/disclosure/aggregates/edition-tables'
import { publishedFigures } from '../../../../support/published-figures'

const counts = (under35: number, from35: number) => ({ under35, from35, both: under35 + from35 })
const hidden = { under35: null, from35: null, both: null }

const trust: PublishedTable = {
  item: 'trust.teleconsultation',
  population: null,
  base: counts(100, 300),
  options: [
    { option: 'yesCompletely', counts: counts(20, 40) },
    { option: 'ratherYes', counts: counts(30, 60) },
    { option: 'ratherNo', counts: counts(30, 100) },
    { option: 'notAtAll', counts: hidden },
    { option: 'dontKnow', counts: hidden },
  ],
}
const table = (item: string, population: string | null = null): PublishedTable => ({
  item,
  population,
  base: hidden,
  options: [],
})

test('questions stand under their themes, with their figures and the share of participants of the same statement', () => {
  const [only] = editionThemes([trust], publishedFigures)
  expect(only?.theme).toBe('trust')
  const [question] = only?.questions ?? []
  expect(question?.tables).toEqual([trust])
  expect(question?.beside.map(({ figure, share }) => [figure.indicator, figure.population, share])).toEqual([
    ['trust.teleconsultation', 'french', { sharePercent: 37.5, base: 400 }],
  ])
})

test('a figure whose answers are hidden stands alone', () => {
  const options = trust.options.map((line) => ({ ...line, counts: hidden }))
  const [only] = editionThemes([{ ...trust, options }], publishedFigures)
  expect(only?.questions[0]?.beside.map(({ share }) => share)).toEqual([null])
})

test('themes keep the order of the questionnaire, and both populations of a question stand together', () => {
  const themes = editionThemes(
    [table('humanSupport'), table('ageBand'), table('benefits'), table('benefits', 'users_of_any_tool')],
    publishedFigures,
  )
  expect(themes.map(({ theme, questions }) => [theme, questions.map(({ tables }) => tables.length)])).toEqual(
    [
      ['benefits', [2]],
      ['support', [1]],
    ],
  )
})

test('a question that the instrument has lost is last, under no theme', () => {
  const themes = editionThemes([table('gone.item'), trust], publishedFigures)
  expect(themes.map(({ theme, questions }) => [theme, questions.map(({ item }) => item)])).toEqual([
    ['trust', ['trust.teleconsultation']],
    [null, ['gone.item']],
  ])
})
