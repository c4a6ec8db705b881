import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnsOf, peopleIn, possibleAges } from '@/lib/anonymisation/age-columns'
import { ageGroups, type AgeGroup, type ByAgeGroup } from '@/lib/anonymisation/age-groups'
import { shownItemCells, type ItemCells } from '@/lib/anonymisation/item-cells'
import type { OptionSum } from '@/lib/anonymisation/option-blocks'
import { arbitraryMultiple, arbitrarySingle, arbitrarySums } from '../../../support/arbitrary-tables'
import { narrowed, sumOf, valueOf, type Known } from '../../../support/attack'

const parts = [
  { part: 'total', groups: ageGroups },
  ...ageGroups.map((group) => ({ part: group, groups: [group] }) as const),
] as const

/** Attacks what is shown of an item that is asked of everyone, `leftOut` of whom did not answer. */
function attack(
  kind: 'single' | 'multiple',
  cells: ItemCells,
  leftOut: ByAgeGroup,
  sums: readonly OptionSum[],
  smallest: number,
) {
  const people = Object.fromEntries(
    ageGroups.map((group) => [group, cells.answered[group] + leftOut[group]]),
  ) as ByAgeGroup
  const possible = possibleAges(people, smallest)
  const [knownAges = []] = possible
  const shown = shownItemCells(kind, cells, {
    possibleAges: possible,
    knownAges,
    sums,
    sumsByAge: sums,
    smallest,
  })

  // Of a multiple choice, the first option is attacked.
  const options = Object.keys(cells.chosen).slice(0, kind === 'single' ? undefined : 1)
  const rows = kind === 'single' ? options : [...options, 'others']
  const truth = new Map(
    rows.flatMap((row) =>
      ageGroups.map((group) => {
        const chosen = cells.chosen[row]?.[group]
        const others = cells.answered[group] - (cells.chosen[options[0] ?? '']?.[group] ?? 0)
        return [`${row}/${group}`, chosen ?? others] as const
      }),
    ),
  )
  const inRows = (of: readonly string[], groups: readonly string[]) =>
    sumOf(...of.flatMap((row) => groups.map((group) => `${row}/${group}`)))
  const equal = (sum: Known['sum']): Known => ({ sum, equal: valueOf(sum, truth) })

  const lines = [{ row: 'answered', of: rows, line: shown.answered }].concat(
    options.flatMap((option) => {
      const line = shown.chosen[option] ?? shown.answered
      const others = rows.filter((row) => row !== option)
      return [
        { row: option, of: [option], line },
        { row: `not ${option}`, of: others, line },
      ]
    }),
  )
  const numbers = lines.flatMap(({ row, of, line }) =>
    parts.map(({ part, groups }) => ({
      name: `${row} ${part}`,
      sum: inRows(of, groups),
      isShown: line[part],
    })),
  )
  // How many people there are, in all and by age as far as that may be shown.
  const responses = [ageGroups, ...columnsOf(knownAges)].map((groups) => ({
    sum: inRows(rows, groups),
    max: peopleIn(groups, people),
  }))
  const isLarge = (of: readonly string[], columns: readonly (readonly string[])[]) =>
    columns.every((groups) => valueOf(inRows(of, groups), truth) >= smallest)
  const elsewhere = sums.flatMap((sum) => {
    const others = rows.filter((row) => !sum.includes(row))
    const own = rows.filter((row) => sum.includes(row))
    // As `populationsShown` does for everyone and the two bands, but for groups of nobody.
    const kept: AgeGroup[] = []
    for (const band of ['under35', 'from35'] as const) {
      const columns = columnsOf([...kept, band])
      if (isLarge(own, columns) && isLarge(others, columns)) kept.push(band)
    }
    if (!isLarge(own, [ageGroups]) || !isLarge(others, [ageGroups])) return []
    return [ageGroups, ...kept.map((band) => [band])].flatMap((groups) => [
      equal(inRows(own, groups)),
      equal(inRows(others, groups)),
    ])
  })
  const file = numbers.filter(({ isShown }) => isShown)
  const hidden = numbers.filter(({ isShown }) => !isShown)
  const told = narrowed(truth, [...responses, ...elsewhere], hidden, smallest).map(({ name }) => name)
  // Whoever knows how many chose an option needs only the number of answers to know how many did not.
  const toldElsewhere = new Set([...told, ...told.map((name) => `not ${name}`)])
  const known = [...responses, ...elsewhere, ...file.map(({ sum }) => equal(sum))]
  const found = narrowed(truth, known, hidden, smallest)
  return {
    tooSmall: file.filter(({ sum }) => valueOf(sum, truth) < smallest).map(({ name }) => name),
    found: found.map(({ name }) => name).filter((name) => !toldElsewhere.has(name)),
    byAge: options.some((option) => shown.chosen[option]?.under35 === true),
    hasHidden: hidden.some(({ name }) => name.endsWith('total')),
  }
}

const few = fc.integer({ min: 0, max: 2 })
const arbitraryLeftOut = fc.record({ under35: few, from35: few, unanswered: few })
const arbitrarySmallest = fc.constantFrom(3, 11)

const three = { under35: 3, from35: 3, unanswered: 3 }
const threeByBand = { under35: 3, from35: 3, unanswered: 0 }

/** Each sum is large by all ages, and nobody who left out their age chose another option: found by chance, once in many runs. */
const twoSumsThatLeaveNobody: [[3, ItemCells], ByAgeGroup, string[][]] = [
  [
    3,
    {
      answered: { under35: 12, from35: 12, unanswered: 6 },
      chosen: { option0: three, option1: three, option2: threeByBand, option3: threeByBand },
    },
  ],
  { under35: 0, from35: 0, unanswered: 0 },
  [['option0'], ['option1']],
]

/** How many tables are attacked. */
const numRuns = 1000

test('the attack finds what was hidden badly', () => {
  const known = [
    { sum: sumOf('a', 'b'), equal: 14 },
    { sum: sumOf('a'), max: 10 },
  ]
  const truth = new Map([
    ['a', 4],
    ['b', 10],
  ])
  const hidden = [
    { name: 'a', sum: sumOf('a') },
    { name: 'b', sum: sumOf('b') },
    { name: 'both', sum: sumOf('a', 'b') },
  ]
  expect(narrowed(truth, known, hidden, 11).map(({ name }) => name)).toEqual(['a', 'both'])
  expect(narrowed(truth, known, hidden, 10).map(({ name }) => name)).toEqual(['both'])
})

test('of a single choice, no hidden number can be told nor be known to be small, zeros included', () => {
  let interesting = 0
  fc.assert(
    fc.property(
      arbitrarySmallest.chain((smallest) => fc.tuple(fc.constant(smallest), arbitrarySingle(smallest))),
      arbitraryLeftOut,
      ([smallest, cells], leftOut) => {
        const { tooSmall, found, byAge, hasHidden } = attack('single', cells, leftOut, [], smallest)
        if (byAge && hasHidden) interesting += 1
        expect(tooSmall).toEqual([])
        expect(found).toEqual([])
      },
    ),
    { numRuns },
  )
  expect(interesting).toBeGreaterThan(numRuns / 20)
})

test('neither beside sums of its options that are shown elsewhere', () => {
  let interesting = 0
  fc.assert(
    fc.property(
      arbitrarySmallest.chain((smallest) => fc.tuple(fc.constant(smallest), arbitrarySingle(smallest))),
      arbitraryLeftOut,
      arbitrarySums,
      ([smallest, cells], leftOut, sums) => {
        const { tooSmall, found, byAge } = attack('single', cells, leftOut, sums, smallest)
        if (byAge) interesting += 1
        expect(tooSmall).toEqual([])
        expect(found).toEqual([])
      },
    ),
    { numRuns, examples: [twoSumsThatLeaveNobody] },
  )
  expect(interesting).toBeGreaterThan(numRuns / 20)
})

test('of a multiple choice, neither who chose an option nor who did not', () => {
  let interesting = 0
  fc.assert(
    fc.property(
      arbitrarySmallest.chain((smallest) => fc.tuple(fc.constant(smallest), arbitraryMultiple(smallest))),
      arbitraryLeftOut,
      ([smallest, cells], leftOut) => {
        const { tooSmall, found, byAge } = attack('multiple', cells, leftOut, [], smallest)
        if (byAge) interesting += 1
        expect(tooSmall).toEqual([])
        expect(found).toEqual([])
      },
    ),
    { numRuns },
  )
  expect(interesting).toBeGreaterThan(numRuns / 20)
})
