import { expect, test } from 'vitest'
import { compare, type Reading } from '@/lib/comparison/compare'
import type { Figure } from '@/lib/comparison/figures'
import { chose, type Predicate } from '@/lib/comparison/predicates'
import { usesNow } from '@/lib/comparison/usage'
import { tools } from '@/lib/instrument/tools'
import { demoResponses } from '@/scripts/demo/demo-responses'
import { asCounted, publishedFigures } from '@/tests/support/published-figures'

const people = [...demoResponses(20_000, 'fit', publishedFigures)].map(({ answers }) => answers)

interface Found {
  readonly name: string
  readonly figure: Figure
  readonly count: number
  readonly percent: number
}

/** For each statement of each figure the people who can be compared, and the share of whom it is true. */
function sharesOf(answers: typeof people, figures: readonly Figure[]): readonly Found[] {
  const tallies = new Map<string, { figure: Figure; count: number; isTrue: number }>()
  const note = (figure: Figure, reading: Reading) => {
    const name = [figure.indicator, figure.population, reading.tool].filter(Boolean).join(' ')
    const tally = tallies.get(name) ?? { figure, count: 0, isTrue: 0 }
    tallies.set(name, tally)
    if (reading.kind !== 'comparable') return
    tally.count += 1
    tally.isTrue += Number(reading.isTrue)
  }
  for (const each of answers) {
    for (const { figure, readings } of compare(each, figures.map(asCounted))) {
      for (const reading of readings) note(figure, reading)
    }
  }
  return [...tallies].map(([name, { figure, count, isTrue }]) => ({
    name,
    figure,
    count,
    percent: (100 * isTrue) / count,
  }))
}

/** What chance explains: four standard errors of a share among so many people, at least one point. */
function tolerancePoints({ figure, count }: Found): number {
  const share = figure.sharePercent / 100
  return Math.max(1, 400 * Math.sqrt((share * (1 - share)) / count))
}

const found = sharesOf(people, publishedFigures)

/** Figures that made-up answers cannot or should not match, and by how many points they are off. */
const offsets: Readonly<Record<string, number>> = {
  // "86 fear one or the other", while 86 fear each: true only if nobody fears one alone. It restates the two others.
  'expectation.fearMisinformationOrLeak french': 9,
  // Who uses nothing is known to only when all tools were answered, who uses one when that one was: more of the latter.
  'usage.any french': 1,
  // "More than half": aimed at above the half.
  'useful.aiOrSocialNetworks regular_users_of_it conversationalAi': 3,
  'useful.aiOrSocialNetworks regular_users_of_it socialNetworks': 3,
}

test('every published figure is measured, also by hundreds of people at the least', () => {
  expect(new Set(found.map(({ figure }) => figure)).size).toBe(publishedFigures.length)
  expect(Math.min(...found.map(({ count }) => count))).toBeGreaterThan(400)
  expect(found.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(offsets)))
})

test.each(found)('$name', (each) => {
  const points = each.percent - each.figure.sharePercent
  expect(Math.abs(points - (offsets[each.name] ?? 0))).toBeLessThan(tolerancePoints(each))
})

test('the figures that are given decide, not those that were published', () => {
  const turned = publishedFigures.map((figure) => ({ ...figure, sharePercent: 100 - figure.sharePercent }))
  const risks = turned.filter(({ indicator }) => indicator.startsWith('risk.'))
  const answers = [...demoResponses(5000, 'turned', risks)].map((response) => response.answers)
  expect(risks).toHaveLength(5)
  for (const each of sharesOf(answers, risks)) {
    expect(Math.abs(each.percent - each.figure.sharePercent)).toBeLessThan(2)
  }
})

test.each(tools)('%s: who uses it trusts it more, and finds it more effective', (tool) => {
  const shareIn = (predicate: Predicate, isUser: boolean) => {
    const asked = people.filter((answers) => usesNow(tool).test(answers) === isUser)
    return asked.filter((answers) => predicate.test(answers) === true).length / asked.length
  }
  for (const id of [`trust.${tool}`, `effectiveness.${tool}`] as const) {
    const agrees = chose(id, 'yesCompletely', 'ratherYes')
    expect(shareIn(agrees, true) - shareIn(agrees, false)).toBeGreaterThan(0.1)
  }
})

test('who fears one risk fears others more often: answers hang together', () => {
  const high = chose('risk.isolation', 'high', 'veryHigh')
  const other = chose('risk.dependence', 'high', 'veryHigh')
  const among = (isHigh: boolean) => {
    const asked = people.filter((answers) => high.test(answers) === isHigh)
    return asked.filter((answers) => other.test(answers) === true).length / asked.length
  }
  expect(among(true) - among(false)).toBeGreaterThan(0.1)
})
