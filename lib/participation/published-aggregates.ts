import { ageGroups, type ByAgeGroup } from '@/lib/anonymisation/age-groups'
import { peopleIn } from '@/lib/anonymisation/age-columns'
import type { ShownItemCells } from '@/lib/anonymisation/item-cells'
import { shownCells } from '@/lib/anonymisation/linked-items'
import { randomlyRounded } from '@/lib/disclosure/aggregates/random-rounding'
import type { Figure } from '@/lib/comparison/figures'
import { optionStatements } from '@/lib/comparison/option-statements'
import { optionsOf } from '@/lib/instrument/answers'
import { items, type CatalogueItem, type ItemId } from '@/lib/instrument/catalogue'
import type { Counts } from './counts'
import { shareKey } from './published-shares'
import { leastThresholds, type Thresholds } from './thresholds'

/** Everyone, and the age groups. */
export const aggregateAges = ['all', ...ageGroups] as const
export type AggregateAge = (typeof aggregateAges)[number]

/** Stands for an option in the line that counts who answered the item. No option has this id. */
export const answeredLine = 'answered'

/** How many people of an age chose an option of an item. All numbers are computed from rounded ones; null: not shown. */
export interface AggregateRow {
  readonly item: ItemId
  /** The option's id, or `answeredLine`. */
  readonly option: string
  readonly ageGroup: AggregateAge
  /** A multiple of five. */
  readonly count: number | null
  /** How many people of the age answered the item, a multiple of five; null too where too few people left out their age. */
  readonly base: number | null
  /** The count as a share of the base, in percent with one decimal, 0 to 100. */
  readonly sharePercent: number | null
  readonly status: 'shown' | 'suppressed'
}

export interface PublishedAggregates {
  /** How many responses were counted, a multiple of five. */
  readonly responseCount: number
  /**
   * Every item, its answered line and its options, each for every age, in the order of the questionnaire. The age itself has
   * no ages.
   */
  readonly rows: readonly AggregateRow[]
}

/**
 * The names by which the numbers of people who chose an option are rounded elsewhere. On the results page: of everyone who was
 * asked, the option alone makes a statement true, or false. In the lines of those who answered: who told an age.
 */
function namesElsewhere(item: CatalogueItem, figures: readonly Figure[]): ReadonlyMap<string, string> {
  if (item.id === 'ageBand') return new Map(optionsOf(item).map((band) => [band, `answered/${band}`]))
  const statements = optionStatements(item, figures).filter(({ isOfEveryone }) => isOfEveryone)
  return new Map(
    statements.flatMap(({ figure, tool, trueOptions, hasOthers }) => {
      const falseOptions = optionsOf(item).filter((option) => !trueOptions.includes(option))
      const [isTrue, ...othersTrue] = trueOptions
      const [isFalse, ...othersFalse] = falseOptions
      const key = shareKey(figure, tool)
      return [
        ...(isTrue !== undefined && othersTrue.length === 0 ? [[isTrue, `${key}/true`] as const] : []),
        ...(isFalse !== undefined && othersFalse.length === 0 && !hasOthers
          ? [[isFalse, `${key}/false`] as const]
          : []),
      ]
    }),
  )
}

const countOf = (age: AggregateAge, counts: ByAgeGroup) =>
  age === 'all' ? peopleIn(ageGroups, counts) : counts[age]

function isShownIn({ answered, chosen }: ShownItemCells, option: string, age: AggregateAge): boolean {
  const line = option === answeredLine ? answered : chosen[option]
  return line?.[age === 'all' ? 'total' : age] === true
}

/**
 * Whether a number may be shown where `smallestCell` is the smallest. What is hidden beside a small number is chosen anew for each
 * smallest number, so that what one hides, a larger one may show. Owners change it while the counts stay, and whoever has both
 * files could subtract: so only that is shown which every number from the least one up to `smallestCell` shows, and a larger
 * one only hides more.
 */
function showing(
  { cells, responses }: Counts,
  sums: Parameters<typeof shownCells>[2],
  smallestCell: number,
): (id: ItemId, option: string, age: AggregateAge) => boolean {
  const least = Math.min(leastThresholds.smallestCell, smallestCell)
  const each = Array.from({ length: smallestCell - least + 1 }, (_, more) =>
    shownCells(cells, responses, sums, least + more),
  )
  return (id, option, age) => each.every((shown) => isShownIn(shown[id], option, age))
}

/**
 * How many people chose each option of each item, by age, as far as `shownCells` lets it be told beside the shares of the
 * results page. null while fewer than `thresholds.participantsShownFrom` responses are counted. `figures`: those beside
 * which the results page shows shares. For `roll` see `publishedShares`; with the same one, a number that stands on the
 * results page too is rounded alike, and so are equal numbers of people of an age who answered two items: they may be the
 * same people, and each other rounding of their number would tell more of it.
 */
export function publishedAggregates(
  counts: Counts,
  figures: readonly Figure[],
  roll: (cell: string) => number,
  thresholds: Thresholds,
): PublishedAggregates | null {
  const { cells, responses } = counts
  if (responses < thresholds.participantsShownFrom) return null
  const rounded = (cell: string, count: number) => randomlyRounded(count, roll(`${cell}/${count}`))
  const sums = (item: CatalogueItem) => optionStatements(item, figures).map(({ trueOptions }) => trueOptions)
  const isShown = showing(counts, sums, thresholds.smallestCell)

  const rowsOf = (item: CatalogueItem): AggregateRow[] => {
    const names = namesElsewhere(item, figures)
    const { answered, chosen } = cells[item.id]
    const baseOf = (age: AggregateAge) =>
      rounded(age === 'all' ? 'responses' : `answered/${age}`, countOf(age, answered))
    const row = (option: string, ageGroup: AggregateAge): AggregateRow => {
      const about = { item: item.id, option, ageGroup }
      const isAnswered = option === answeredLine
      const people = isAnswered ? answered : chosen[option]
      if (people === undefined || !isShown(item.id, option, ageGroup)) {
        return { ...about, count: null, base: null, sharePercent: null, status: 'suppressed' }
      }
      const base = isShown(item.id, answeredLine, ageGroup) ? baseOf(ageGroup) : null
      if (isAnswered) return { ...about, count: base, base, sharePercent: 100, status: 'shown' }
      const name = (ageGroup === 'all' && names.get(option)) || [item.id, option, ageGroup].join('/')
      const count = rounded(name, countOf(ageGroup, people))
      return {
        ...about,
        count,
        base,
        sharePercent: base && Math.round((1000 * count) / base) / 10,
        status: 'shown',
      }
    }
    const ages: readonly AggregateAge[] = item.id === 'ageBand' ? ['all'] : aggregateAges
    return [answeredLine, ...optionsOf(item)].flatMap((option) => ages.map((age) => row(option, age)))
  }
  return { responseCount: rounded('responses', responses), rows: items.flatMap(rowsOf) }
}
