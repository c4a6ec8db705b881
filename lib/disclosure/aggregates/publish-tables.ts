import type { BandCounts, ItemCounts } from '@/lib/counts/item-counts'
import { itemById } from '@/lib/instrument/catalogue'
import { bands, type ColumnCounts, type PublishedTable } from './edition-tables'
import { randomlyRounded } from './random-rounding'
import { isLargeEnough, suppressedOptions, type RoundedCounts, type RoundedTable } from './suppress'

/** A question that was added during a wave is published once so many people of the file have answered it. */
const smallestAddedItem = 100

const none: ColumnCounts = { under35: null, from35: null, both: null }

function roundEach(counts: BandCounts, random: () => number): RoundedCounts {
  return Object.fromEntries(
    bands.map((band) => [band, randomlyRounded(counts[band], random())]),
  ) as RoundedCounts
}

function sum(all: readonly RoundedCounts[]): RoundedCounts {
  return Object.fromEntries(
    bands.map((band) => [band, all.reduce((before, counts) => before + counts[band], 0)]),
  ) as RoundedCounts
}

function roundTable({ item, answered, chosen }: ItemCounts, random: () => number): RoundedTable {
  const { kind } = itemById(item)
  const options = chosen.map(({ counts }) => roundEach(counts, random))
  // Of a single choice, the options are everybody: each more number would be rounded apart, and tell more.
  return { kind, options, answered: kind === 'single' ? sum(options) : roundEach(answered, random) }
}

/** The numbers of a line with those of both bands together, or none of them. */
function shown(counts: RoundedCounts, isShown: boolean): ColumnCounts {
  return isShown ? { ...counts, both: counts.under35 + counts.from35 } : none
}

/** How many are in each band. An option of the age is a band itself: the other one has nobody who chose it. */
function ageTable(
  { item, answered }: ItemCounts,
  smallestGroup: number,
  random: () => number,
): PublishedTable {
  const rounded = roundEach(answered, random)
  const isShown = bands.every((band) => isLargeEnough(rounded[band], smallestGroup))
  return {
    item,
    population: null,
    base: shown(rounded, isShown),
    options: bands.map((band) => ({
      option: band,
      counts: isShown ? { ...none, [band]: rounded[band], both: rounded[band] } : none,
    })),
  }
}

const isAskedEnough = ({ isPartlyAsked, answered }: ItemCounts) =>
  !isPartlyAsked || bands.reduce((people, band) => people + answered[band], 0) >= smallestAddedItem

/**
 * What an edition shows of counts. Each option of each band is rounded once, by itself; all other numbers are computed from the
 * rounded ones, and what is suppressed follows from them too. `random` gives a new random number of 0 or more and less than 1
 * at each call, from a cryptographic source; the numbers are not kept.
 */
export function publishTables(
  counts: readonly ItemCounts[],
  smallestGroup: number,
  random: () => number,
): readonly PublishedTable[] {
  return counts.filter(isAskedEnough).map((counted) => {
    if (counted.item === 'ageBand') return ageTable(counted, smallestGroup, random)
    const rounded = roundTable(counted, random)
    const suppressed = suppressedOptions(rounded, smallestGroup)
    const hasBase = bands.every((band) => isLargeEnough(rounded.answered[band], smallestGroup))
    return {
      item: counted.item,
      population: counted.population,
      base: shown(rounded.answered, hasBase),
      options: counted.chosen.map(({ option }, place) => ({
        option,
        counts: shown(rounded.options[place] ?? { under35: 0, from35: 0 }, suppressed[place] === false),
      })),
    }
  })
}
