import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ageGroups, type AgeGroup, type ByAgeGroup } from '@/lib/anonymisation/age-groups'
import { shownItemCells, type ItemCells, type ShownItemCells } from '@/lib/anonymisation/item-cells'

type Three = readonly [number, number, number]

const byAge = ([under35, from35, unanswered]: Three): ByAgeGroup => ({ under35, from35, unanswered })

/** An item from its counts by option, in the order of the age groups; who answered is the sum for a single choice. */
function cellsOf(chosen: Readonly<Record<string, Three>>, answered?: Three): ItemCells {
  const rows = Object.values(chosen)
  const sumOf = (place: 0 | 1 | 2) => rows.reduce((sum, row) => sum + row[place], 0)
  return {
    answered: byAge(answered ?? [sumOf(0), sumOf(1), sumOf(2)]),
    chosen: Object.fromEntries(Object.entries(chosen).map(([option, row]) => [option, byAge(row)])),
  }
}

/** What is shown, as a line of text per option: total, under 35, from 35, unanswered. */
function told({ answered, chosen }: ShownItemCells): Record<string, string> {
  const line = (shown: ShownItemCells['answered']) =>
    (['total', ...ageGroups] as const).map((part) => (shown[part] ? 'x' : '.')).join('')
  return {
    answered: line(answered),
    ...Object.fromEntries(Object.entries(chosen).map(([option, shown]) => [option, line(shown)])),
  }
}

describe('a single choice, worked by hand', () => {
  test('all is shown where every cell is large', () => {
    const cells = cellsOf({ yes: [20, 30, 11], no: [40, 50, 12] })
    expect(told(shownItemCells('single', cells))).toEqual({ answered: 'xxxx', yes: 'xxxx', no: 'xxxx' })
  })

  test('an age group in which nobody answered counts for nothing', () => {
    const cells = cellsOf({ yes: [20, 30, 0], no: [40, 50, 0] })
    expect(told(shownItemCells('single', cells))).toEqual({ answered: 'xxx.', yes: 'xxx.', no: 'xxx.' })
  })

  test('the few who did not say their age are told only together with another group', () => {
    const cells = cellsOf({ yes: [20, 30, 2], no: [40, 50, 1] })
    expect(told(shownItemCells('single', cells))).toEqual({ answered: 'xx..', yes: 'xx..', no: 'xx..' })
  })

  test('a small total is hidden together with the next larger one, which would tell it', () => {
    const cells = cellsOf({ yes: [0, 80, 0], no: [0, 50, 0], dontKnow: [0, 3, 0] })
    expect(told(shownItemCells('single', cells))).toEqual({
      answered: 'x.x.',
      yes: 'x.x.',
      no: '....',
      dontKnow: '....',
    })
  })

  test('several small ones are hidden alone when together they are large enough', () => {
    const cells = cellsOf({ yes: [0, 80, 0], a: [0, 5, 0], b: [0, 6, 0] })
    expect(told(shownItemCells('single', cells))).toEqual({
      answered: 'x.x.',
      yes: 'x.x.',
      a: '....',
      b: '....',
    })
    const fewer = cellsOf({ yes: [0, 80, 0], a: [0, 5, 0], b: [0, 5, 0] })
    expect(told(shownItemCells('single', fewer))).toEqual({
      answered: 'x...',
      yes: '....',
      a: '....',
      b: '....',
    })
  })

  test('a small cell of an age hides its option at every age, and another option with it, but not their totals', () => {
    const cells = cellsOf({ yes: [60, 70, 0], no: [40, 50, 0], dontKnow: [5, 30, 0] })
    expect(told(shownItemCells('single', cells))).toEqual({
      answered: 'xxx.',
      yes: 'xxx.',
      no: 'x...',
      dontKnow: 'x...',
    })
  })

  test('what is hidden in total is hidden by age, even where the rest would be large enough without it', () => {
    // With the ages of c, its total would be known, and with it that of d.
    const cells = cellsOf({ a: [50, 50, 0], b: [9, 50, 0], c: [12, 12, 0], d: [2, 1, 0] })
    expect(told(shownItemCells('single', cells))).toEqual({
      answered: 'xxx.',
      a: 'xxx.',
      b: 'x...',
      c: '....',
      d: '....',
    })
  })

  test('too few answered for anything', () => {
    const cells = cellsOf({ yes: [3, 3, 0], no: [2, 2, 0] })
    expect(told(shownItemCells('single', cells))).toEqual({ answered: '....', yes: '....', no: '....' })
  })

  test('of the age itself only the totals are shown: each cell is everybody or nobody', () => {
    const cells = cellsOf({ under35: [40, 0, 0], from35: [0, 60, 0] })
    expect(told(shownItemCells('single', cells))).toEqual({
      answered: 'x...',
      under35: 'x...',
      from35: 'x...',
    })
  })
})

describe('a multiple choice, worked by hand', () => {
  test('each option stands for itself', () => {
    const cells = cellsOf({ stress: [30, 40, 0], sleep: [20, 8, 0], none: [10, 0, 0] }, [60, 70, 0])
    expect(told(shownItemCells('multiple', cells))).toEqual({
      answered: 'xxx.',
      stress: 'xxx.',
      sleep: 'x...',
      none: '....',
    })
  })

  test('an option that nearly everyone chose is hidden too: the others are few', () => {
    const cells = cellsOf({ stress: [55, 70, 0], sleep: [20, 30, 0] }, [60, 75, 0])
    expect(told(shownItemCells('multiple', cells))).toEqual({
      answered: 'xxx.',
      stress: '....',
      sleep: 'xxx.',
    })
  })
})

/** One cell of a table in which columns add up to those who answered: how many people, in which row and age group. */
interface Cell {
  readonly row: string
  readonly group: AgeGroup
  readonly people: number
}

/** Every way to put so many people into so many cells. */
function distributions(people: number, cells: number): number[][] {
  if (cells === 1) return [[people]]
  return Array.from({ length: people + 1 }, (_, first) =>
    distributions(people - first, cells - 1).map((rest) => [first, ...rest]),
  ).flat()
}

/** Which cells of a table add up to a number that is shown, for each such number. */
function shownSums(table: readonly Cell[], { answered, chosen }: ShownItemCells): boolean[][] {
  const parts = ['total', ...ageGroups] as const
  const lines = [[null, answered] as const, ...Object.entries(chosen)]
  return lines.flatMap(([option, line]) =>
    parts
      .filter((part) => line[part])
      .map((part) =>
        table.map(({ row, group }) => (option ?? row) === row && (part === 'total' || part === group)),
      ),
  )
}

const sumOf = (people: readonly number[], isIn: readonly boolean[]) =>
  people.reduce((sum, count, place) => sum + (isIn[place] ? count : 0), 0)

/**
 * An attacker who knows what is shown and in which ages someone answered tries every table that fits. Of no set of cells with
 * fewer than `smallest` people may the number be known, not even roughly.
 */
function expectUnknown(table: readonly Cell[], shown: ShownItemCells, smallest: number) {
  const people = table.map((cell) => cell.people)
  if (!shown.answered.total) {
    expect(Object.values(shown.chosen).flatMap((line) => Object.values(line))).not.toContain(true)
    return
  }
  const sums = shownSums(table, shown)
  const fitting = distributions(sumOf(people, Array(people.length).fill(true)), people.length).filter(
    (guess) => sums.every((isIn) => sumOf(guess, isIn) === sumOf(people, isIn)),
  )
  for (let set = 1; set < 2 ** table.length; set += 1) {
    const isIn = table.map((_, place) => Math.floor(set / 2 ** place) % 2 === 1)
    if (sumOf(people, isIn) >= smallest) continue
    const possible = fitting.map((guess) => sumOf(guess, isIn))
    const spread = Math.max(...possible) - Math.min(...possible)
    expect(spread, `of ${people.join()}, the cells ${isIn.join()}`).toBeGreaterThanOrEqual(smallest)
  }
}

const arbitraryCount = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: 4 }) }, fc.constant(0))
const arbitraryRow = fc.tuple(arbitraryCount, arbitraryCount, arbitraryCount)
const arbitraryAges = fc.subarray([0, 1, 2], { minLength: 1 })
const arbitrarySmallest = fc.constantFrom(1, 2)

/** A row in which only some age groups have anyone. */
const only = (ages: readonly number[], row: Three): Three => [
  ages.includes(0) ? row[0] : 0,
  ages.includes(1) ? row[1] : 0,
  ages.includes(2) ? row[2] : 0,
]

/** The cells of the age groups in which there is someone. */
function filledCells(rows: Readonly<Record<string, Three>>): Cell[] {
  const all = Object.entries(rows).flatMap(([row, counts]) =>
    ageGroups.map((group, place) => ({ row, group, people: counts[place] ?? 0 })),
  )
  const filled = new Set(all.filter(({ people }) => people > 0).map(({ group }) => group))
  return all.filter(({ group }) => filled.has(group))
}

/** How many distributions there are: few enough to try them all? */
function isFeasible(table: readonly Cell[]): boolean {
  const people = table.reduce((sum, cell) => sum + cell.people, 0)
  const ways = table.slice(1).reduce((before, _, place) => (before * (people + place + 1)) / (place + 1), 1)
  return table.length > 0 && ways < 7000
}

test('of a single choice, no small number can be computed from those that are shown', () => {
  let attacked = 0
  fc.assert(
    fc.property(
      fc.array(arbitraryRow, { minLength: 2, maxLength: 4 }),
      arbitraryAges,
      arbitrarySmallest,
      (rows, ages, smallest) => {
        const chosen = Object.fromEntries(
          rows.map((row, place) => [`option${place}`, only(ages, row)] as const),
        )
        const table = filledCells(chosen)
        fc.pre(isFeasible(table))
        const shown = shownItemCells('single', cellsOf(chosen), smallest)
        if (Object.values(shown.chosen).some(({ total }) => total)) attacked += 1
        expectUnknown(table, shown, smallest)
      },
    ),
    { numRuns: 300 },
  )
  expect(attacked).toBeGreaterThan(100)
})

test('of a multiple choice, no small number of those who chose an option or did not can be computed', () => {
  let attacked = 0
  fc.assert(
    fc.property(
      fc.array(arbitraryRow, { minLength: 1, maxLength: 3 }),
      arbitraryRow,
      arbitraryAges,
      arbitrarySmallest,
      (rows, most, ages, smallest) => {
        const answered = only(ages, most)
        const chosen = Object.fromEntries(
          rows.map((row, place) => {
            const part = ([0, 1, 2] as const).map((group) => Math.min(row[group], answered[group]))
            return [`option${place}`, [part[0] ?? 0, part[1] ?? 0, part[2] ?? 0]] as const
          }),
        )
        const shown = shownItemCells('multiple', cellsOf(chosen, answered), smallest)
        for (const [option, row] of Object.entries(chosen)) {
          const others: Three = [answered[0] - row[0], answered[1] - row[1], answered[2] - row[2]]
          const line = shown.chosen[option]
          const table = filledCells({ [option]: row, others })
          fc.pre(line !== undefined && isFeasible(table))
          if (line.total) attacked += 1
          expectUnknown(table, { answered: shown.answered, chosen: { [option]: line } }, smallest)
        }
      },
    ),
    { numRuns: 300 },
  )
  expect(attacked).toBeGreaterThan(100)
})
