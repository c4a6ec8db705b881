import { items, type CatalogueItem, type ItemId } from '@/lib/instrument/catalogue'
import type { Condition } from '@/lib/instrument/conditions'
import { columnsOf, peopleIn, possibleAges, type ShownAges } from './age-columns'
import { ageGroups, type AgeGroup, type ByAgeGroup } from './age-groups'
import { areAgesOpen } from './ages-beside-sums'
import { hiddenItemCells, shownItemCells, shownLine, type ItemCells, type ShownItemCells } from './item-cells'
import type { OptionSum } from './option-blocks'

type ByItem<Of> = Readonly<Record<ItemId, Of>>

/** What was counted of the same people. */
interface Counted {
  readonly cells: ByItem<ItemCells>
  /** All people, whether they answered anything or not. */
  readonly people: ByAgeGroup
}

function peopleByAge(cells: ByItem<ItemCells>, responses: number): ByAgeGroup {
  const given = cells.ageBand.answered
  const [under35, from35] = [given.under35, given.from35]
  return { under35, from35, unanswered: responses - under35 - from35 }
}

/** How many of these ages chose one of these options. */
function peopleWho({ chosen }: ItemCells, options: readonly string[], groups: readonly AgeGroup[]): number {
  return options.reduce((sum, option) => {
    const counts = chosen[option]
    return counts ? sum + peopleIn(groups, counts) : sum
  }, 0)
}

/**
 * How many people's answers to the items that a condition reads stay open when it is known that `answered` people fulfilled it
 * and answered what it leads to. Of one item: its options that fulfil it, or its others, whichever are fewer. Of several:
 * how many more could have such an option of one of them (`none`), or how many fewer of all together (`any`).
 */
function peopleLeftOpen(
  { quantifier, of, options }: Condition,
  { cells, people }: Counted,
  answered: number,
  groups: readonly AgeGroup[],
): number {
  const fulfilling = of.map((id) => peopleWho(cells[id], options, groups))
  if (quantifier === 'none') return peopleIn(groups, people) - answered - Math.max(...fulfilling)
  const [first] = of
  if (first !== undefined && of.length === 1) {
    const those = peopleWho(cells[first], options, groups)
    return Math.min(those, peopleIn(groups, cells[first].answered) - those)
  }
  return fulfilling.reduce((sum, those) => sum + those, 0) - answered
}

/** The condition of an item as a sum over the options of the only item that it reads; null where it reads several. */
function sumOfCondition({
  shownWhen,
}: CatalogueItem): { readonly of: ItemId; readonly sum: OptionSum } | null {
  const [first, ...others] = shownWhen?.of ?? []
  if (!shownWhen || first === undefined || others.length > 0 || shownWhen.quantifier === 'none') return null
  return { of: first, sum: shownWhen.options }
}

/** Sums over an item's options that are, or bound, how many people were asked another one. */
function sumsOfConditions(id: ItemId): readonly OptionSum[] {
  return items.flatMap((other) => {
    const read = sumOfCondition(other)
    return read?.of === id ? [read.sum] : []
  })
}

/** Of the age itself: the bands of which it may be known how many people are in them, and how many told theirs if all may. */
function shownAgeBand({ chosen }: ItemCells, knownAges: ShownAges): ShownItemCells {
  const lines = Object.keys(chosen).map((band) => [
    band,
    shownLine(
      knownAges.some((group) => group === band),
      [],
    ),
  ])
  return {
    ages: [],
    answered: shownLine(knownAges.length === ageGroups.length, []),
    chosen: Object.fromEntries(lines) as ShownItemCells['chosen'],
  }
}

/**
 * Which numbers of all items may be shown beside each other and beside the number of responses. `cells` and `responses` count the
 * same people; `sums` are those over the options of a single choice that are shown elsewhere. Each item obeys `shownItemCells`, and:
 *
 * - Of the age itself, the bands are shown that may be shown of other items (`possibleAges`): where all people answer one, as
 *   many are in it.
 * - Who answers a conditional item has fulfilled its condition, so that its number tells of other items. It is shown, with
 *   all that belongs to it, only where `smallest` people or more were not counted in it, and where it leaves the answers of as many
 *   open to the items that its condition reads. Of a condition on one item, the options that fulfil it and the others are
 *   blocks of that item, and the same ages are shown of both.
 *
 * How many people left out an item that is asked of everyone can be computed, however few they are: it does not tell any of
 * their answers.
 */
export function shownCells(
  cells: ByItem<ItemCells>,
  responses: number,
  sums: (item: CatalogueItem) => readonly OptionSum[],
  smallest: number,
): ByItem<ShownItemCells> {
  const counted: Counted = { cells, people: peopleByAge(cells, responses) }
  const possible = possibleAges(counted.people, smallest)
  const [knownAges = []] = possible
  const shown = new Map<ItemId, ShownItemCells>()

  const leavesEnough = ({ id, shownWhen }: CatalogueItem, ages: ShownAges) =>
    shownWhen === null ||
    columnsOf(ages).every((groups) => {
      const answered = peopleIn(groups, cells[id].answered)
      const leftOut = peopleIn(groups, counted.people) - answered
      const open = peopleLeftOpen(shownWhen, counted, answered, groups)
      return Math.min(answered, leftOut, open) >= smallest
    })
  const shownOf = (item: CatalogueItem): ShownItemCells => {
    const own = cells[item.id]
    if (item.id === 'ageBand') return shownAgeBand(own, knownAges)
    const read = sumOfCondition(item)
    const agesOfRead = read && (shown.get(read.of)?.ages ?? [])
    // By the ages of the item that its condition reads, or not at all.
    const isOpen = item.kind === 'multiple' || areAgesOpen(agesOfRead ?? [], sums(item), own.chosen, smallest)
    if (!isOpen || !leavesEnough(item, []) || !leavesEnough(item, agesOfRead ?? []))
      return hiddenItemCells(own)
    return shownItemCells(item.kind, own, {
      possibleAges: (agesOfRead ? [agesOfRead] : possible).filter((ages) => leavesEnough(item, ages)),
      knownAges: agesOfRead ?? (item.shownWhen === null ? knownAges : []),
      sums: item.kind === 'single' ? [...sumsOfConditions(item.id), ...sums(item)] : [],
      sumsByAge: item.kind === 'single' ? sums(item) : [],
      smallest,
    })
  }
  // Conditions read items that are asked of everyone.
  const order = items.toSorted(
    (one, other) => Number(one.shownWhen !== null) - Number(other.shownWhen !== null),
  )
  for (const item of order) shown.set(item.id, shownOf(item))
  return Object.fromEntries(items.map(({ id }) => [id, shown.get(id)])) as ByItem<ShownItemCells>
}
