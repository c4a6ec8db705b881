import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chosenOptions, optionsOf, type Answers } from '@/lib/instrument/answers'
import { parseAnswers } from '@/lib/instrument/answers-schema'
import { items } from '@/lib/instrument/catalogue'
import { applicableAnswers, isShown } from '@/lib/instrument/visibility'
import { demoResponses, demoWeeks } from '@/scripts/demo/demo-responses'
import { publishedFigures } from '@/tests/support/published-figures'

const responses = [...demoResponses(20_000, 'unit tests', publishedFigures)]

/** The answers as the schema and the conditions leave them: the same text when there is nothing to leave out. */
function accepted(answers: Answers): string {
  const parsed = parseAnswers(answers)
  return JSON.stringify(parsed.ok ? applicableAnswers(parsed.answers) : parsed.problems)
}

describe('deterministic', () => {
  test('the first responses are the same as ever: a change here changes every demonstration', () => {
    const first = JSON.stringify([...demoResponses(5, 'pinned', publishedFigures)])
    expect(createHash('sha256').update(first).digest('hex')).toBe(
      '951d72eff620f1951eb6efba6c952f8626938b39999542be3a5f9b6c1edf9235',
    )
  })

  test('the same seed gives the same responses, however many are asked for', () => {
    expect([...demoResponses(50, 'unit tests', publishedFigures)]).toEqual(responses.slice(0, 50))
  })

  test('another seed gives others', () => {
    const others = [...demoResponses(50, 'other', publishedFigures)]
    const known = new Set(responses.slice(0, 50).map(({ id }) => id))
    expect(others.filter(({ id }) => known.has(id))).toEqual([])
    expect(others.map(({ answers }) => answers)).not.toEqual(
      responses.slice(0, 50).map(({ answers }) => answers),
    )
  })

  test('none is none', () => {
    expect([...demoResponses(0, 'unit tests', publishedFigures)]).toEqual([])
  })
})

describe('answers', () => {
  test('all are valid, only to items that apply, and in the order of the catalogue', () => {
    const refused = responses.filter(({ answers }) => accepted(answers) !== JSON.stringify(answers))
    expect(refused).toEqual([])
  })

  test('nobody answered nothing', () => {
    expect(responses.filter(({ answers }) => Object.keys(answers).length === 0)).toEqual([])
  })

  test('every option of every item was chosen by someone', () => {
    const seen = new Set(
      responses.flatMap(({ answers }) =>
        items.flatMap(({ id }) => chosenOptions(answers, id).map((option) => `${id} ${option}`)),
      ),
    )
    expect(seen).toEqual(
      new Set(items.flatMap((item) => optionsOf(item).map((option) => `${item.id} ${option}`))),
    )
  })

  test.each(items.filter(({ kind }) => kind === 'multiple'))(
    '$id: one choice, two, three and more',
    ({ id }) => {
      const counts = new Set(responses.map(({ answers }) => chosenOptions(answers, id).length))
      expect([...counts]).toEqual(expect.arrayContaining([1, 2, 3, 4]))
    },
  )

  test.each(items)('$id: a few percent of those who are asked leave it out', (item) => {
    const asked = responses.filter(({ answers }) => isShown(item, answers))
    const without = asked.filter(({ answers }) => answers[item.id] === undefined)
    expect(without.length / asked.length).toBeGreaterThan(0.01)
    expect(without.length / asked.length).toBeLessThan(0.08)
  })

  test('most people leave nothing out, and a few stop half-way', () => {
    const shown = responses.map(({ answers }) => items.filter((item) => isShown(item, answers)))
    const gaps = responses.map(({ answers }, index) =>
      (shown[index] ?? []).map(({ id }) => answers[id] === undefined),
    )
    const complete = gaps.filter((left) => !left.includes(true))
    const stopped = gaps.filter((left) => {
      const last = left.lastIndexOf(false)
      return left.length - last > 5 && !left.slice(0, last).includes(true)
    })
    expect(complete.length / responses.length).toBeGreaterThan(0.85)
    expect(stopped.length / responses.length).toBeGreaterThan(0.01)
    expect(stopped.length / responses.length).toBeLessThan(0.05)
  })
})

test('any figures will do: none, and ones that contradict each other', () => {
  const anyFigures = fc
    .array(fc.integer({ min: 0, max: 100 }), {
      minLength: publishedFigures.length,
      maxLength: publishedFigures.length,
    })
    .map((shares) =>
      publishedFigures.map((figure, index) => ({
        ...figure,
        sharePercent: shares[index] ?? figure.sharePercent,
      })),
    )
  const isFine = (figures: typeof publishedFigures) =>
    [...demoResponses(50, 'any figures', figures)].every(
      ({ answers }) => accepted(answers) === JSON.stringify(answers),
    )
  expect(isFine([])).toBe(true)
  fc.assert(fc.property(anyFigures, isFine), { numRuns: 2 })
})

test('ids are UUIDs of version 4, each once', () => {
  expect(new Set(responses.map(({ id }) => id)).size).toBe(responses.length)
  const form = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
  expect(responses.filter(({ id }) => !form.test(id))).toEqual([])
})

test('every week has responses, and later weeks more', () => {
  const counts = Array.from(
    { length: demoWeeks },
    (_, week) => responses.filter(({ weeksAgo }) => weeksAgo === week).length,
  )
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(responses.length)
  expect(Math.min(...counts)).toBeGreaterThan(300)
  const sumOf = (weeks: readonly number[]) => weeks.reduce((sum, count) => sum + count, 0)
  const ratio = sumOf(counts.slice(0, demoWeeks / 2)) / sumOf(counts.slice(demoWeeks / 2))
  expect(ratio).toBeGreaterThan(1.2)
  expect(ratio).toBeLessThan(1.6)
})
