import { changesQuestions, type Choices } from './choices'
import type { Respondent } from './keyboard'
import type { Load } from './load'
import { atMost, table, verdict, type Row } from './report'
import { median, percentile } from './statistics'

const largestPressCount = 120
const mostScriptBytes = 20_000

export function loadTable(questionnaire: readonly Load[], empty: readonly Load[]): string {
  const row = (name: string, of: keyof Load): Row => ({
    name,
    measured: questionnaire.map((load) => load[of]),
    reference: empty.map((load) => load[of]),
  })
  return table(
    'a visit with an empty cache',
    ['questionnaire', 'empty page'],
    [
      {
        ...row('JavaScript, bytes', 'scriptBytes'),
        aim: {
          words: 'at most 20 kB more',
          isMet: (measured, reference) => measured - reference <= mostScriptBytes,
        },
      },
      row('everything, bytes', 'totalBytes'),
      row('requests', 'requests'),
      row('first contentful paint, ms', 'firstPaintMs'),
      { ...row('largest contentful paint, ms', 'largestPaintMs'), aim: atMost(1.15) },
      { ...row('total blocking time, ms', 'blockedMs'), aim: atMost(1.25) },
      {
        ...row('layout shift', 'layoutShift'),
        aim: { words: '0', isMet: (measured) => measured === 0 },
      },
    ],
  )
}

export function choicesTable(
  questionnaire: readonly Choices[],
  styled: readonly Choices[],
  plain: readonly Choices[],
): string {
  const row = (name: string, measure: (choices: Choices) => number, reference = styled): Row => ({
    name,
    measured: questionnaire.map(measure),
    reference: reference.map(measure),
  })
  const p95 = ({ toPaintMs }: Choices) => percentile(toPaintMs, 0.95)
  const medianOf = (changing: boolean) => (choices: Choices) =>
    median(choices.toPaintMs.filter((_, index) => changesQuestions(index) === changing))
  return table(
    'from click to paint, 50 choices',
    ['questionnaire', 'bare HTML'],
    [
      { ...row('95th percentile, ms', p95), aim: atMost(2) },
      row('95th percentile beside unstyled HTML, ms', p95, plain),
      row('95th percentile by Event Timing, ms', ({ eventTimingMs }) => percentile(eventTimingMs, 0.95)),
      row('median where other questions come to apply, ms', medianOf(true)),
      row('median of all other choices, ms', medianOf(false)),
    ],
  )
}

export const respondents: readonly Respondent[] = [
  { name: 'uses nothing now, Enter turns the page', usage: 'never', turnBy: 'enter' },
  { name: 'uses every tool, Enter turns the page', usage: 'regular', turnBy: 'enter' },
  { name: 'uses nothing now, Tab to "Continue" and Enter', usage: 'never', turnBy: 'button' },
  { name: 'uses every tool, Tab to "Continue" and Enter', usage: 'regular', turnBy: 'button' },
]

export function pressesTable(presses: readonly number[]): string {
  const lines = respondents.map(({ name }, index) => {
    const count = presses[index] ?? Number.NaN
    return `- ${name}: ${count}, at most ${largestPressCount}: ${verdict(count <= largestPressCount)}`
  })
  return ['Key presses for the whole questionnaire:', ...lines].join('\n')
}
