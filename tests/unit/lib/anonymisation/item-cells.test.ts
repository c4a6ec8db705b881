import { describe, expect, test } from 'vitest'
import { possibleAges } from '@/lib/anonymisation/age-columns'
import { ageGroups, type ByAgeGroup } from '@/lib/anonymisation/age-groups'
import { shownItemCells, type ItemCells, type ShownItemCells } from '@/lib/anonymisation/item-cells'
import type { OptionSum } from '@/lib/anonymisation/option-blocks'

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

/** What is shown where everybody answered, and small is fewer than 11. */
function shownOf(
  kind: 'single' | 'multiple',
  cells: ItemCells,
  sums: readonly OptionSum[] = [],
): ShownItemCells {
  const possible = possibleAges(cells.answered, 11)
  return shownItemCells(kind, cells, {
    possibleAges: possible,
    knownAges: possible[0] ?? [],
    sums,
    sumsByAge: sums,
    smallest: 11,
  })
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
    expect(told(shownOf('single', cells))).toEqual({ answered: 'xxxx', yes: 'xxxx', no: 'xxxx' })
  })

  test('nobody is few: those under 35 are told, and with them all others together', () => {
    const cells = cellsOf({ yes: [20, 30, 0], no: [40, 50, 0] })
    expect(told(shownOf('single', cells))).toEqual({ answered: 'xx..', yes: 'xx..', no: 'xx..' })
  })

  test('the few who did not say their age are told only together with another group', () => {
    const cells = cellsOf({ yes: [20, 30, 2], no: [40, 50, 1] })
    expect(told(shownOf('single', cells))).toEqual({ answered: 'xx..', yes: 'xx..', no: 'xx..' })
  })

  test('a small total is hidden together with the next larger one, which would tell it', () => {
    const cells = cellsOf({ yes: [0, 80, 0], no: [0, 50, 0], dontKnow: [0, 3, 0] })
    expect(told(shownOf('single', cells))).toEqual({
      answered: 'x...',
      yes: 'x...',
      no: '....',
      dontKnow: '....',
    })
  })

  test('several small ones are hidden alone when together they are large enough', () => {
    const cells = cellsOf({ yes: [0, 80, 0], a: [0, 5, 0], b: [0, 6, 0] })
    expect(told(shownOf('single', cells))).toEqual({
      answered: 'x...',
      yes: 'x...',
      a: '....',
      b: '....',
    })
    const fewer = cellsOf({ yes: [0, 80, 0], a: [0, 5, 0], b: [0, 5, 0] })
    expect(told(shownOf('single', fewer))).toEqual({
      answered: 'x...',
      yes: '....',
      a: '....',
      b: '....',
    })
  })

  test('a small cell of an age hides its option at every age, and another option with it, but not their totals', () => {
    const cells = cellsOf({ yes: [60, 70, 0], no: [40, 50, 0], dontKnow: [5, 30, 0] })
    expect(told(shownOf('single', cells))).toEqual({
      answered: 'xx..',
      yes: 'xx..',
      no: 'x...',
      dontKnow: 'x...',
    })
  })

  test('what is hidden in total is hidden by age, even where the rest would be large enough without it', () => {
    // With the ages of c, its total would be known, and with it that of d.
    const cells = cellsOf({ a: [50, 50, 0], b: [9, 50, 0], c: [12, 12, 0], d: [2, 1, 0] })
    expect(told(shownOf('single', cells))).toEqual({
      answered: 'xx..',
      a: 'xx..',
      b: 'x...',
      c: '....',
      d: '....',
    })
  })

  test('too few answered for anything', () => {
    const cells = cellsOf({ yes: [3, 3, 0], no: [2, 2, 0] })
    expect(told(shownOf('single', cells))).toEqual({ answered: '....', yes: '....', no: '....' })
  })

  test('of options between which a sum is shown elsewhere, each part hides enough of its own', () => {
    const cells = cellsOf({
      yes: [0, 80, 0],
      rather: [0, 40, 0],
      little: [0, 20, 0],
      no: [0, 5, 0],
      never: [0, 30, 0],
    })
    expect(told(shownOf('single', cells))).toMatchObject({
      little: '....',
      no: '....',
      never: 'x...',
      rather: 'x...',
    })
    const sums = [['yes', 'rather', 'little']]
    expect(told(shownOf('single', cells, sums))).toMatchObject({
      little: 'x...',
      no: '....',
      never: '....',
      rather: 'x...',
    })
  })

  test('where sums elsewhere tell a small option apart, nothing is shown of those around it', () => {
    const cells = cellsOf({ regular: [0, 40, 0], past: [0, 5, 0], never: [0, 80, 0], intend: [0, 20, 0] })
    const sums = [['regular', 'past'], ['regular']]
    expect(told(shownOf('single', cells, sums))).toEqual({
      answered: 'x...',
      regular: '....',
      past: '....',
      never: 'x...',
      intend: 'x...',
    })
  })

  test('a sum that is too small, or leaves too few, is shown nowhere and changes nothing', () => {
    const cells = cellsOf({ regular: [0, 5, 0], past: [0, 5, 0], never: [0, 80, 0], intend: [0, 20, 0] })
    const without = shownOf('single', cells)
    expect(told(without)).toMatchObject({ regular: '....', past: '....', never: 'x...', intend: '....' })
    expect(shownOf('single', cells, [['regular', 'past']])).toEqual(without)
    expect(shownOf('single', cells, [['never', 'intend']])).toEqual(without)
  })

  test('by age, nothing is shown that a share by age elsewhere would make too much', () => {
    const cells = cellsOf({ a: [20, 20, 5], b: [12, 12, 12], c: [20, 20, 20], d: [20, 20, 20] })
    expect(told(shownOf('single', cells))).toMatchObject({
      answered: 'xxxx',
      a: 'x...',
      b: 'x...',
      c: 'xxxx',
      d: 'xxxx',
    })
    // The share of a among those under 35 is shown, and not that of those without an age.
    expect(told(shownOf('single', cells, [['a']]))).toMatchObject({
      a: 'xx..',
      b: 'xx..',
      c: 'xx..',
      d: 'xx..',
    })
  })
})

describe('a multiple choice, worked by hand', () => {
  const stress: Three = [30, 40, 0]
  const anxiety: Three = [25, 30, 0]

  test('each option stands for itself', () => {
    const cells = cellsOf({ stress, anxiety, sleep: [20, 8, 0], none: [10, 0, 0] }, [60, 60, 0])
    expect(told(shownOf('multiple', cells))).toEqual({
      answered: 'xx..',
      stress: 'xx..',
      anxiety: 'xx..',
      sleep: 'x...',
      none: '....',
    })
  })

  test('by age nothing is shown where nearly everyone chose one option only: they add up', () => {
    const few = cellsOf({ stress, anxiety, sleep: [20, 11, 0] }, [60, 71, 0])
    expect(told(shownOf('multiple', few))).toMatchObject({ stress: 'x...', anxiety: 'x...', sleep: 'x...' })
    const enough = cellsOf({ stress, anxiety, sleep: [20, 12, 0] }, [60, 71, 0])
    expect(told(shownOf('multiple', enough))).toMatchObject({
      stress: 'xx..',
      anxiety: 'xx..',
      sleep: 'xx..',
    })
  })

  test('an option that nearly everyone chose is hidden too: the others are few', () => {
    const cells = cellsOf({ stress: [55, 70, 0], sleep: [20, 30, 0] }, [60, 75, 0])
    expect(told(shownOf('multiple', cells))).toEqual({
      answered: 'xx..',
      stress: '....',
      sleep: 'xx..',
    })
  })
})
