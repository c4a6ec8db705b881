import { ageGroups, type ByAgeGroup } from '@/lib/anonymisation/age-groups'
import type { ItemId } from '@/lib/instrument/catalogue'
import { createCounter } from '@/lib/participation/counter'
import type { Counts, StatementCounts } from '@/lib/participation/counts'
import { mergeCounts } from '@/lib/participation/merge-counts'
import { nextBlocks } from '@/lib/participation/week-blocks'
import type { BlockCounts } from '@/lib/participation/weekly-counter'
import { addDays, isoWeekOf } from '@/lib/participation/iso-week'
import { publishedFigures } from './published-figures'

const nobody = createCounter(publishedFigures).counts()
const nobodyByAge: ByAgeGroup = { under35: 0, from35: 0, unanswered: 0 }
const monday = new Date('2026-09-28T00:00:00Z')

/** What is said of the people of a week; everything else is answered by nobody. */
export interface WeekOfPeople {
  readonly ages: ByAgeGroup
  /** How many answered some items, of no matter which age. */
  readonly answered?: Readonly<Partial<Record<ItemId, number>>>
  readonly statements?: readonly StatementCounts[]
}

/** The counts of such people, without any answers. */
export function countsOfPeople({ ages, answered = {}, statements = [] }: WeekOfPeople): Counts {
  const cells = Object.entries(answered).map(([item, under35]) => [
    item,
    { ...nobody.cells[item as ItemId], answered: { ...nobodyByAge, under35 } },
  ])
  return {
    ...nobody,
    responses: ageGroups.reduce((sum, group) => sum + ages[group], 0),
    cells: {
      ...nobody.cells,
      ageBand: { ...nobody.cells.ageBand, answered: { ...ages, unanswered: 0 } },
      ...(Object.fromEntries(cells) as Partial<Counts['cells']>),
    },
    statements,
  }
}

/** The blocks of a first snapshot, of the weeks from 2026-W40 on. Those of nobody are left out. */
export function blocksOfWeeks(weeks: readonly Counts[]): readonly BlockCounts[] {
  const counted = weeks
    .map((counts, place) => ({ week: isoWeekOf(addDays(monday, 7 * place)), counts }))
    .filter(({ counts }) => counts.responses > 0)
  const responses = counted.map(({ week, counts }) => ({ week, responseCount: counts.responses }))
  return nextBlocks([], responses).map(({ firstWeek, lastWeek }) => ({
    firstWeek,
    lastWeek,
    counts: counted
      .filter(({ week }) => firstWeek <= week && week <= lastWeek)
      .reduce((sum, { counts }) => mergeCounts(sum, counts), nobody),
  }))
}
