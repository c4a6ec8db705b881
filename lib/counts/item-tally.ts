import type { Figure } from '@/lib/comparison/figures'
import { optionsOf } from '@/lib/instrument/answers'
import { optionSets } from '@/lib/instrument/option-sets'
import {
  isAnswer,
  notAsked,
  packedBytes,
  packedCode,
  packedItems,
  unpackAnswers,
  type PackedItem,
} from '@/lib/records/packed-answers'
import type { Band, BandCounts, ItemCounts } from './item-counts'
import { otherPopulationOf, type OtherPopulation } from './other-populations'

/** Counts responses one after the other, and keeps none of them. */
export interface ItemTally {
  /** Counts packed answers, which begin at `offset`. Those without an age band are not counted. */
  readonly add: (packed: Uint8Array, offset: number) => void
  /** How many were counted so far. */
  readonly count: () => number
  /** What was counted so far: every item, in the order of the catalogue, and after it its other population. */
  readonly counts: () => readonly ItemCounts[]
}

/** How many people have each code of an item, by age band. */
type Histogram = readonly Uint32Array[]

interface Counter {
  readonly placed: PackedItem
  readonly all: Histogram
  readonly other: (OtherPopulation & { readonly histogram: Histogram }) | null
}

const bands: readonly Band[] = optionSets.ageBand
const placeOf = (id: string) => packedItems.filter(({ item }) => item.id === id)
const [agePlace] = placeOf('ageBand')
const usagePlaces = packedItems.filter(({ item }) => item.optionSet === 'usage')

const histogramOf = ({ item }: PackedItem): Histogram =>
  bands.map(() => new Uint32Array(256 ** packedBytes[item.kind]))

/** A tally at nought, of the responses of one wave. `figures`: all that were published for the wave. */
export function createItemTally(figures: readonly Figure[]): ItemTally {
  if (!agePlace) throw new Error('the catalogue has no age band')
  const counters = packedItems.map((placed): Counter => {
    const other = otherPopulationOf(placed.item, figures)
    return {
      placed,
      all: histogramOf(placed),
      other: other && { ...other, histogram: histogramOf(placed) },
    }
  })
  const withOther = counters.flatMap(({ placed, other }) => (other ? [{ placed, ...other }] : []))
  // Populations are about use: responses are many, and ways to use the tools are few.
  let responses = 0
  const memberships = new Map<number, readonly boolean[]>()
  const membershipsOf = (packed: Uint8Array, offset: number) => {
    let key = 0
    for (const placed of usagePlaces) key = key * 8 + (packedCode(packed, offset, placed) & 7)
    const known = memberships.get(key)
    if (known) return known
    const answers = unpackAnswers(packed, offset, usagePlaces)
    const found = withOther.map(({ isMember }) => isMember.test(answers) === true)
    memberships.set(key, found)
    return found
  }
  return {
    add: (packed, offset) => {
      const band = packedCode(packed, offset, agePlace) - 1
      if (band < 0 || band >= bands.length) return
      responses += 1
      for (const { placed, all } of counters) count(all[band], packedCode(packed, offset, placed))
      const isMember = membershipsOf(packed, offset)
      for (const [place, { placed, histogram }] of withOther.entries()) {
        if (isMember[place]) count(histogram[band], packedCode(packed, offset, placed))
      }
    },
    count: () => responses,
    counts: () =>
      counters.flatMap(({ placed, all, other }) => [
        itemCounts(placed, null, all),
        ...(other ? [itemCounts(placed, other.population, other.histogram)] : []),
      ]),
  }
}

function count(histogram: Uint32Array | undefined, code: number): void {
  if (histogram) histogram[code] = (histogram[code] ?? 0) + 1
}

/** Sums up the numbers of people of each band whose code fits. */
function countWhere(histogram: Histogram, fits: (code: number) => boolean): BandCounts {
  const sums = histogram.map((counts) => {
    let sum = 0
    for (const [code, people] of counts.entries()) if (people > 0 && fits(code)) sum += people
    return sum
  })
  return Object.fromEntries(bands.map((band, place) => [band, sums[place] ?? 0])) as Record<Band, number>
}

/** Whether a code is an answer in which the option was chosen. */
function hasChosen({ item }: PackedItem, place: number): (code: number) => boolean {
  if (item.kind === 'single') return (code) => code === place + 1
  return (code) => isAnswer(item, code) && (code & (1 << place)) !== 0
}

function itemCounts(
  placed: PackedItem,
  population: ItemCounts['population'],
  histogram: Histogram,
): ItemCounts {
  const { item } = placed
  const later = countWhere(histogram, (code) => code === notAsked[item.kind])
  return {
    item: item.id,
    population,
    answered: countWhere(histogram, (code) => isAnswer(item, code)),
    chosen: optionsOf(item).map((option, place) => ({
      option,
      counts: countWhere(histogram, hasChosen(placed, place)),
    })),
    isPartlyAsked: bands.some((band) => later[band] > 0),
  }
}
