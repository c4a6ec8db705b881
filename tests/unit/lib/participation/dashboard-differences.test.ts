import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ageGroups } from '@/lib/anonymisation/age-groups'
import type { Atom } from '@/lib/anonymisation/small-cells'
import type { PopulationCode } from '@/lib/comparison/populations'
import type { Counts } from '@/lib/participation/counts'
import { dashboardState } from '@/lib/participation/dashboard-state'
import type { BlockCounts } from '@/lib/participation/weekly-counter'
import { publishedFigures } from '../../../support/published-figures'
import { blocksOfWeeks, countsOfPeople } from '../../../support/weekly-counts'

// What somebody may learn who subtracts numbers of the dashboard from each other. A shown number is the people of some groups
// in some blocks: for each group in each block 1 where they are in it, else 0. Two numbers that are subtracted set
// people apart where only 0 and 1 are left over.
type Weights = readonly number[]

/** A group of people in a block, with the numbers that must not be small: all of them, or both sides of a statement. */
interface Crowd {
  readonly block: number
  readonly group: string
  readonly sizes: readonly number[]
}

interface Shown {
  readonly start: number
  readonly end: number
  /** The groups that are in the number. */
  readonly isIn: (group: string) => boolean
}

const sumOf = (one: Weights, other: Weights): Weights =>
  one.map((weight, place) => weight + (other[place] ?? 0))

/**
 * The smallest number of people that is set apart by a shown number less another, or less two others of one range; Infinity
 * where none is.
 */
function smallestDifference(crowds: readonly Crowd[], shown: readonly Shown[]): number {
  const weights = shown.map(({ start, end, isIn }): Weights =>
    crowds.map(({ block, group }) => Number(start <= block && block < end && isIn(group))),
  )
  const nothing = crowds.map(() => 0)
  const inOneRange = shown.flatMap(({ start, end }, first) =>
    shown.flatMap((other, second) =>
      first < second && other.start === start && other.end === end
        ? [sumOf(weights[first] ?? nothing, weights[second] ?? nothing)]
        : [],
    ),
  )
  let smallest = Infinity
  for (const one of weights) {
    for (const other of [nothing, ...weights, ...inOneRange]) {
      const left = one.map((weight, place) => weight - (other[place] ?? 0))
      if (left.some((weight) => weight < 0)) continue
      const sizes = (crowds[0]?.sizes ?? []).map((_, side) =>
        crowds.reduce((sum, crowd, place) => sum + (left[place] ?? 0) * (crowd.sizes[side] ?? 0), 0),
      )
      if (sizes.some((size) => size > 0)) smallest = Math.min(smallest, ...sizes)
    }
  }
  return smallest
}

const figures = publishedFigures.filter(({ indicator }) => indicator === 'usage.teleconsultation')
const asked = ['usage.teleconsultation', 'humanSupport'] as const

/** All ranges that can be chosen, with what is shown of them. */
function allViews(blocks: readonly BlockCounts[], smallestCell: number) {
  const weekly = { takenOn: '2026-11-23', demoCount: 0, blocks }
  const viewIn = (from: string, to: string) => {
    const thresholds = { participantsShownFrom: 50, smallestCell }
    const request = { waveId: '2025-12', figures, asked: { from, to }, thresholds, roll: () => 0.5 }
    const state = dashboardState({ contributedCount: 1, weekly }, request)
    return state.state === 'shown' ? state.view : null
  }
  const present = viewIn('', '')?.blocks ?? []
  return present.flatMap(({ firstWeek }, start) =>
    present.slice(start).flatMap(({ lastWeek }, length) => {
      const view = viewIn(firstWeek, lastWeek)
      return view ? [{ start, end: start + length + 1, view }] : []
    }),
  )
}

type View = ReturnType<typeof allViews>[number]

/** The stored blocks that a shown one was made of, by its place: with higher thresholds there can be several. */
function placeOf(block: BlockCounts, views: readonly View[]): number {
  return (views[0]?.view.blocks ?? []).findIndex(
    ({ firstWeek, lastWeek }) => firstWeek <= block.firstWeek && block.lastWeek <= lastWeek,
  )
}

const agesOf = ({ cells, responses }: Counts) => {
  const { under35, from35 } = cells.ageBand.answered
  return { under35, from35, unanswered: responses - under35 - from35 }
}

/** Those who are told apart, and what is shown of them: ages; those who answered an item; populations of a statement. */
function families(blocks: readonly BlockCounts[], views: readonly View[]) {
  const crowdsOf = (groups: (counts: Counts) => readonly (readonly [string, readonly number[]])[]) =>
    blocks.flatMap((block) =>
      groups(block.counts).map(([group, sizes]) => ({ block: placeOf(block, views), group, sizes })),
    )
  const everyone = views.map(({ start, end }) => ({ start, end, isIn: () => true }))
  const gaveAge = (group: string) => group !== 'unanswered'
  const ages = {
    crowds: crowdsOf((counts) => ageGroups.map((group) => [group, [agesOf(counts)[group]]])),
    shown: views.flatMap(({ start, end, view }) => [
      ...view.ages.flatMap(({ group, count }) =>
        typeof count === 'number' ? [{ start, end, isIn: (of: string) => of === group }] : [],
      ),
      ...view.items.flatMap(({ item, count }) =>
        item === 'ageBand' && typeof count === 'number' ? [{ start, end, isIn: gaveAge }] : [],
      ),
    ]),
  }
  const items = asked.map((id) => ({
    crowds: crowdsOf(({ cells, responses }) => {
      const { under35 } = cells[id].answered
      return [
        ['answered', [under35]],
        ['others', [responses - under35]],
      ]
    }),
    shown: views.flatMap(({ start, end, view }) =>
      view.items.flatMap(({ item, count }) =>
        item === id && typeof count === 'number'
          ? [{ start, end, isIn: (group: string) => group === 'answered' }]
          : [],
      ),
    ),
  }))
  const statement = {
    crowds: crowdsOf(({ statements }) =>
      statements.flatMap(({ atoms }) =>
        atoms.map(({ populations, trueCount, falseCount }) => [
          populations.join('+'),
          [trueCount, falseCount],
        ]),
      ),
    ),
    shown: views.flatMap(({ start, end, view }) =>
      view.pairs.flatMap(({ figure: { population }, participants }) =>
        participants === null
          ? []
          : [{ start, end, isIn: (group: string) => group.split('+').includes(population) }],
      ),
    ),
  }
  return [
    ...[ages, ...items].map(({ crowds, shown }) => ({ crowds, shown: [...everyone, ...shown], own: shown })),
    { ...statement, own: statement.shown },
  ]
}

const memberships: readonly (readonly PopulationCode[])[] = [
  ['french'],
  ['french', 'under_35'],
  ['french', '35_and_over'],
]

/** How many times larger each age group is in all weeks than it would be. */
type Scales = readonly [number, number, number]
const arbitraryScale = fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, fc.constantFrom(0, 0.05, 0.3))
const arbitraryScales: fc.Arbitrary<Scales> = fc.tuple(arbitraryScale, arbitraryScale, arbitraryScale)

// Mostly large enough, so that there is something to subtract, and often just too small.
const arbitraryPeople = (smallest: number) =>
  fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: smallest, max: 2 * smallest }) },
    { weight: 1, arbitrary: fc.nat(smallest) },
  )

const arbitraryWeek = (people: fc.Arbitrary<number>, scales: Scales) =>
  fc
    .record({
      ages: fc.record({ under35: people, from35: people, unanswered: people }),
      answered: fc.tuple(
        fc.nat(100).map((percent) => percent / 100),
        fc.constantFrom(0.5, 0.8, 1),
      ),
      pairs: fc.tuple(...memberships.map(() => fc.tuple(people, people))),
      isPresent: fc.oneof(
        { weight: 4, arbitrary: fc.constant<number[]>([0, 1, 2]) },
        fc.subarray<number>([0, 1, 2]),
      ),
    })
    .map(({ ages: unscaled, answered, pairs, isPresent }) => {
      const ages = {
        under35: Math.floor(unscaled.under35 * scales[0]),
        from35: Math.floor(unscaled.from35 * scales[1]),
        unanswered: Math.floor(unscaled.unanswered * scales[2]),
      }
      const responses = ages.under35 + ages.from35 + ages.unanswered
      const atoms: readonly Atom<PopulationCode>[] = memberships.flatMap((populations, place) => {
        const [trueCount, falseCount] = pairs[place] ?? [0, 0]
        return isPresent.includes(place) ? [{ populations, trueCount, falseCount }] : []
      })
      return countsOfPeople({
        ages,
        answered: {
          [asked[0]]: Math.round(answered[0] * responses),
          [asked[1]]: Math.round(answered[1] * responses),
        },
        statements: [{ indicator: 'usage.teleconsultation', tool: 'teleconsultation', atoms }],
      })
    })

test.each([11, 25])('no two filters that are allowed differ by a group of fewer than %i', (smallest) => {
  const shownIn = [0, 0, 0, 0]
  const people = arbitraryPeople(smallest)
  const arbitraryWeeks = arbitraryScales.chain((scales) =>
    fc.array(arbitraryWeek(people, scales), { minLength: 2, maxLength: 6 }),
  )
  fc.assert(
    fc.property(arbitraryWeeks, (weeks) => {
      const blocks = blocksOfWeeks(weeks)
      const views = allViews(blocks, smallest)
      for (const [place, { crowds, shown, own }] of families(blocks, views).entries()) {
        expect(smallestDifference(crowds, shown)).toBeGreaterThanOrEqual(smallest)
        const parts = own.filter(({ start, end }) => end - start < (views[0]?.view.blocks.length ?? 0))
        shownIn[place] = (shownIn[place] ?? 0) + parts.length
      }
    }),
    { numRuns: 80 },
  )
  // Ages, two items and a statement were each shown of parts of the wave, many times over.
  expect(Math.min(...shownIn)).toBeGreaterThan(25)
})
