import { describe, expect, it } from 'vitest'
import type { Band, ItemCounts } from '@/lib/counts/item-counts'
import { createItemTally } from '@/lib/counts/item-tally'
import { bands, type PublishedTable } from '@/lib/disclosure/aggregates/edition-tables'
import { publishTables } from '@/lib/disclosure/aggregates/publish-tables'
import { roundingBase } from '@/lib/disclosure/aggregates/random-rounding'
import { itemById, items, type ItemId } from '@/lib/instrument/catalogue'
import { createRandom } from '@/scripts/demo/random'
import { narrowed, sumOf, type Known } from '@/tests/support/attack'
import { madeUpAnswers } from '@/tests/support/edition-site'
import { packed } from '@/tests/support/packed'
import { publishedFigures } from '@/tests/support/published-figures'

// An attacker reads one edition, and knows how its numbers are rounded: each is off by at most four, and a base by four for each
// of its options. Whole numbers of people that fit all tables of a question are looked for by integer linear programming.

const error = roundingBase - 1

interface Published {
  readonly exact: ItemCounts
  readonly table: PublishedTable
}

const cell = ({ exact: { population } }: Published, option: string, band: Band) =>
  `${population ?? 'all'}/${option}/${band}`

function truthOf(published: readonly Published[], band: Band): ReadonlyMap<string, number> {
  return new Map(
    published.flatMap((each) => [
      ...each.exact.chosen.map(({ option, counts }) => [cell(each, option, band), counts[band]] as const),
      [cell(each, 'answered', band), each.exact.answered[band]] as const,
    ]),
  )
}

/** What follows from a question's tables about its exact numbers. */
function knownOf(published: readonly Published[], band: Band, people: number): readonly Known[] {
  return published.flatMap((each) => {
    const { table, exact } = each
    const isSingle = itemById(exact.item).kind === 'single'
    const names = table.options.map(({ option }) => cell(each, option, band))
    const answered = cell(each, 'answered', band)
    const base = table.base[band]
    const shown = table.options.flatMap(({ option, counts }): Known[] => {
      const count = counts[band]
      return count === null
        ? []
        : [{ sum: sumOf(cell(each, option, band)), min: count - error, max: count + error }]
    })
    const hiddenNames = table.options
      .filter(({ counts }) => counts[band] === null)
      .map(({ option }) => cell(each, option, band))
    const shownSum = table.options.reduce((sum, { counts }) => sum + (counts[band] ?? 0), 0)
    const off = error * hiddenNames.length
    const bounds: Known[] = isSingle
      ? [{ sum: new Map([...sumOf(...names), [answered, -1]]), equal: 0 }]
      : names.map((name) => ({ sum: new Map([...sumOf(name), [answered, -1]]), max: 0 }))
    const fromBase: Known[] =
      base === null
        ? []
        : isSingle
          ? [{ sum: sumOf(...hiddenNames), min: base - shownSum - off, max: base - shownSum + off }]
          : [{ sum: sumOf(answered), min: base - error, max: base + error }]
    return [
      ...shown,
      ...bounds,
      ...fromBase.filter(({ sum }) => sum.size > 0),
      { sum: sumOf(answered), max: people },
    ]
  })
}

/** Users of a tool are among everybody, option by option. */
function amongAll(published: readonly Published[], band: Band): readonly Known[] {
  const [all, other] = published
  if (!all || !other) return []
  return [...all.exact.chosen.map(({ option }) => option), 'answered'].map((option) => ({
    sum: new Map([
      [cell(other, option, band), 1],
      [cell(all, option, band), -1],
    ]),
    max: 0,
  }))
}

function attackItem(
  item: ItemId,
  exact: readonly ItemCounts[],
  tables: readonly PublishedTable[],
): readonly string[] {
  const published = exact
    .filter((counts) => counts.item === item)
    .flatMap((counts) => {
      const table = tables.find((each) => each.item === item && each.population === counts.population)
      return table ? [{ exact: counts, table }] : []
    })
  const ages = tables.find((table) => table.item === 'ageBand')
  return bands.flatMap((band) => {
    const people = (ages?.base[band] ?? 10_000) + error
    const hidden = published.flatMap((each) =>
      each.table.options
        .filter(({ counts }) => counts[band] === null)
        .map(({ option }) => {
          const name = cell(each, option, band)
          return { name, sum: sumOf(name) }
        }),
    )
    const known = [...knownOf(published, band, people), ...amongAll(published, band)]
    return narrowed(truthOf(published, band), known, hidden, 0).map(({ name }) => name)
  })
}

describe.each([150, 400, 1000])('an edition of %i people', (people) => {
  const tally = createItemTally(publishedFigures)
  for (const answers of madeUpAnswers(people)) tally.add(packed(answers), 0)
  const exact = tally.counts()

  it.each(['one', 'two', 'three'])('bounds no suppressed number to one value (%s)', (seed) => {
    const tables = publishTables(exact, 11, createRandom(seed))
    expect(items.flatMap(({ id }) => (id === 'ageBand' ? [] : attackItem(id, exact, tables)))).toEqual([])
  })
})

it('the attack finds what one suppressed option among shown ones would be, were numbers not rounded', () => {
  const sum = sumOf('hidden')
  expect(
    narrowed(new Map([['hidden', 3]]), [{ sum, min: 3, max: 3 }], [{ name: 'hidden', sum }], 0),
  ).toHaveLength(1)
})
