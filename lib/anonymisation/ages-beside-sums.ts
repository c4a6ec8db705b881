import { columnsOf, peopleIn, type ShownAges } from './age-columns'
import type { AgeGroup, ByAgeGroup } from './age-groups'
import type { OptionSum } from './option-blocks'

/** How many people chose each option. */
type Chosen = Readonly<Record<string, ByAgeGroup>>

/** Whether `smallest` people or more chose one of the options, and as many another one, in all that these ages tell apart. */
function isLargeBy(ages: ShownAges, sum: OptionSum, chosen: Chosen, smallest: number): boolean {
  const options = Object.entries(chosen)
  const peopleOf = (isIn: boolean, groups: readonly AgeGroup[]) =>
    options
      .filter(([option]) => sum.includes(option) === isIn)
      .reduce((before, [, counts]) => before + peopleIn(groups, counts), 0)
  return columnsOf(ages).every(
    (groups) => peopleOf(true, groups) >= smallest && peopleOf(false, groups) >= smallest,
  )
}

/** The bands by which the sum may be shown elsewhere: the first before the second, as `populationsShown` keeps them. */
function bandsElsewhere(sum: OptionSum, chosen: Chosen, smallest: number): ShownAges {
  const bands: readonly AgeGroup[] = ['under35', 'from35']
  return bands.reduce<ShownAges>((kept, band) => {
    const more = [...kept, band]
    return isLargeBy(more, sum, chosen, smallest) ? more : kept
  }, [])
}

/** Options that are counted together in the sums of one or more statements, and the bands by which all of these may be shown. */
function sumsTogether(
  sums: readonly OptionSum[],
  chosen: Chosen,
  smallest: number,
): readonly { readonly sum: OptionSum; readonly bands: ShownAges }[] {
  return sums.reduce<readonly { readonly sum: OptionSum; readonly bands: ShownAges }[]>((before, sum) => {
    const bands = bandsElsewhere(sum, chosen, smallest)
    const together = before.map((other) => ({
      sum: [...new Set([...other.sum, ...sum])],
      bands: other.bands.filter((band) => bands.includes(band)),
    }))
    return [...before, { sum, bands }, ...together]
  }, [])
}

/**
 * Whether options may be shown by these ages beside sums over them that are shown by age elsewhere: where those are, they, and any
 * of them together, must be large enough by these ages as well. Else they would tell apart what this item hides.
 */
export function areAgesOpen(
  ages: ShownAges,
  sums: readonly OptionSum[],
  chosen: Chosen,
  smallest: number,
): boolean {
  return sumsTogether(sums, chosen, smallest).every(
    ({ sum, bands }) =>
      bands.length === 0 || isLargeBy([...new Set([...bands, ...ages])], sum, chosen, smallest),
  )
}

/** Whether no sum is shown elsewhere by a band that is not among these ages: together, they would tell who left out theirs. */
export function areBandsAmong(
  ages: ShownAges,
  sums: readonly OptionSum[],
  chosen: Chosen,
  smallest: number,
): boolean {
  return sumsTogether(sums, chosen, smallest).every(
    ({ sum, bands }) =>
      bands.length === 0 ||
      (bands.every((band) => ages.includes(band)) && isLargeBy(bands, sum, chosen, smallest)),
  )
}
