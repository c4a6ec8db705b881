import { describe, expect, it } from 'vitest'
import { membership } from '@/lib/comparison/populations'
import type { Band, BandCounts, ItemCounts } from '@/lib/counts/item-counts'
import { createItemTally } from '@/lib/counts/item-tally'
import type { PublishedTable } from '@/lib/disclosure/aggregates/edition-tables'
import { publishTables } from '@/lib/disclosure/aggregates/publish-tables'
import { roundingBase } from '@/lib/disclosure/aggregates/random-rounding'
import { chosenOptions, type Answers } from '@/lib/instrument/answers'
import { itemById } from '@/lib/instrument/catalogue'
import { tools } from '@/lib/instrument/tools'
import { createRandom } from '@/scripts/demo/random'
import { madeUpAnswers } from '@/tests/support/edition-site'
import { packed } from '@/tests/support/packed'
import { publishedFigures } from '@/tests/support/published-figures'

// An attacker knows of a person that they took part between two editions, or left between them, their age and what they use;
// knows all other responses that came between them; reads the tables of both; and asks by Bayes' rule which answer to each
// question makes what was published most likely. Of the people of the first edition, the attacker knows what it published.

const targets = 200
/** Others who came between the two editions. */
const others = 80

/** How likely a count is rounded to a number. */
function likelihoodOf(shown: number, count: number): number {
  const rest = count % roundingBase
  if (shown === count - rest) return 1 - rest / roundingBase
  return shown === count - rest + roundingBase ? rest / roundingBase : 0
}

/**
 * How likely are the numbers that editions of the earlier people, and editions of these and `added` more, show of one cell: over
 * every number of earlier people, each as likely as the other.
 */
function likelihoodOfCell(before: readonly number[], after: readonly number[], added: number): number {
  const around = before[0] ?? 0
  let sum = 0
  for (let count = Math.max(0, around - roundingBase); count <= around + roundingBase; count += 1) {
    let likelihood = 1
    for (const shown of before) likelihood *= likelihoodOf(shown, count)
    for (const shown of after) likelihood *= likelihoodOf(shown, count + added)
    sum += likelihood
  }
  return sum
}

const countsOf = (people: readonly Answers[]): readonly ItemCounts[] => {
  const tally = createItemTally(publishedFigures)
  for (const answers of people) tally.add(packed(answers), 0)
  return tally.counts()
}

/** The counts of two groups taken together. */
function together(one: readonly ItemCounts[], other: readonly ItemCounts[]): readonly ItemCounts[] {
  const add = (here: BandCounts, there?: BandCounts) => ({
    under35: here.under35 + (there?.under35 ?? 0),
    from35: here.from35 + (there?.from35 ?? 0),
  })
  return one.map((counts, place) => ({
    ...counts,
    answered: add(counts.answered, other[place]?.answered),
    chosen: counts.chosen.map(({ option, counts: each }, line) => ({
      option,
      counts: add(each, other[place]?.chosen[line]?.counts),
    })),
  }))
}

/** The counts with one person more. */
function withPerson(all: readonly ItemCounts[], answers: Answers, band: Band): readonly ItemCounts[] {
  const more = (counts: BandCounts, isMore: boolean) =>
    isMore ? { ...counts, [band]: counts[band] + 1 } : counts
  return all.map((counts) => {
    const options = countsPerson(counts, answers) ? chosenOptions(answers, counts.item) : []
    return {
      ...counts,
      answered: more(counts.answered, options.length > 0),
      chosen: counts.chosen.map(({ option, counts: each }) => ({
        option,
        counts: more(each, options.includes(option)),
      })),
    }
  })
}

/** The numbers that editions show of an option; none where one of them suppresses it. */
function shownIn(
  editions: readonly (readonly PublishedTable[])[],
  { item, population }: ItemCounts,
  place: number,
  band: Band,
): readonly number[] | null {
  const shown = editions.map(
    (tables) =>
      tables.find((table) => table.item === item && table.population === population)?.options[place]?.counts[
        band
      ] ?? null,
  )
  return shown.every((count) => count !== null) ? shown : null
}

interface Attack {
  /** Of the answers, the share that was guessed right, 0 to 1. */
  readonly guessed: number
  /** From the shares of all others alone. */
  readonly baseline: number
  /** Of the answers, the share of which the attacker is more than 95 % certain, rightly or not; 0 to 1. */
  readonly certain: number
}

type Weighed = readonly { readonly option: string; readonly weight: number }[]
const best = (all: Weighed) => all.reduce((one, other) => (other.weight > one.weight ? other : one))

const toolOf = (item: string) => tools.find((tool) => item.endsWith(`.${tool}`)) ?? null

/** Whether a table counts the person: the attacker knows what they use. */
function countsPerson({ item, population }: ItemCounts, answers: Answers): boolean {
  return population === null || membership(population, toolOf(item))?.test(answers) === true
}

/** Attacks people who came between so many editions without them and so many with them. */
function attack(people: number, editions: number, seed: string): Attack {
  const random = createRandom(seed)
  const publish = (counts: readonly ItemCounts[]) =>
    Array.from({ length: editions }, () => publishTables(counts, 11, random))
  const earlier = madeUpAnswers(people)
  const known = madeUpAnswers(others, people)
  const knownCounts = countsOf(known)
  const earlierCounts = countsOf(earlier)
  const before = publish(earlierCounts)
  const withoutTarget = together(earlierCounts, knownCounts)
  let right = 0
  let rightByShare = 0
  let answersCount = 0
  let certain = 0
  for (const answers of madeUpAnswers(targets, people + others)) {
    const band = answers.ageBand
    if (band === undefined) continue
    const after = publish(withPerson(withoutTarget, answers, band))
    for (const { item, chosen } of knownCounts) {
      const { kind, disclosure } = itemById(item)
      const truth = chosenOptions(answers, item)[0]
      if (kind !== 'single' || disclosure !== 'sensitive' || truth === undefined) continue
      const tables = knownCounts.filter((each) => each.item === item && countsPerson(each, answers))
      const share = (place: number) => (shownIn(before, tables[0] as ItemCounts, place, band)?.[0] ?? 5) + 1
      const prior = chosen.map(({ option }, place) => ({ option, weight: share(place) }))
      const posterior = prior.map(({ option: guess, weight }) => {
        let likelihood = weight
        for (const table of tables) {
          for (const [place, { option, counts }] of table.chosen.entries()) {
            const earlierShown = shownIn(before, table, place, band)
            const laterShown = shownIn(after, table, place, band)
            if (!earlierShown || !laterShown) continue
            const added = counts[band] + (option === guess ? 1 : 0)
            likelihood *= likelihoodOfCell(earlierShown, laterShown, added)
          }
        }
        return { option: guess, weight: likelihood }
      })
      answersCount += 1
      if (best(posterior).option === truth) right += 1
      if (best(prior).option === truth) rightByShare += 1
      const total = posterior.reduce((sum, { weight }) => sum + weight, 0)
      if (best(posterior).weight > 0.95 * total) certain += 1
    }
  }
  return {
    guessed: right / answersCount,
    baseline: rightByShare / answersCount,
    certain: certain / answersCount,
  }
}

describe('who joins between two editions, or leaves between them', () => {
  it.each([300, 1000])('is not found among %i people', (people) => {
    const { guessed, baseline, certain } = attack(people, 1, 'one')
    expect(guessed - baseline).toBeLessThan(0.1)
    // Where a number changed by as much as rounding can change it, and by one person more.
    expect(certain).toBeLessThan(0.005)
    // The attack is one: it knows more than the shares.
    expect(guessed).toBeGreaterThan(baseline)
  })

  it('is hardly found by four editions before and four after', () => {
    const { guessed, baseline } = attack(1000, 4, 'four')
    expect(guessed - baseline).toBeLessThan(0.2)
  })
})

it('the attack finds the answer in numbers that are rounded to nothing', () => {
  expect(likelihoodOf(10, 10)).toBe(1)
  expect(likelihoodOf(15, 11) + likelihoodOf(10, 11)).toBeCloseTo(1)
  expect(likelihoodOf(20, 11)).toBe(0)
})
