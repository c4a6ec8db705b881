import type { Figure } from '@/lib/comparison/figures'
import { indicatorOf } from '@/lib/comparison/indicators'
import { countIn, roundedIn } from './count-cells'
import { dashboardCells, type DashboardCells } from './dashboard-cells'
import type { AskedWeeks, DashboardState, DashboardView } from './dashboard-view'
import type { Roll } from './rounded-counts'
import { shareKey, sharesIn } from './share-cells'
import type { Thresholds } from './thresholds'
import { chosenRange } from './week-blocks'
import type { BlockCounts } from './weekly-counter'

/** A snapshot of a wave by blocks of weeks. Shared between requests: not to be changed. */
export interface WeeklyCounts {
  /** The day, `YYYY-MM-DD` in UTC, of the counts. */
  readonly takenOn: string
  /** How many of the responses are made up. */
  readonly demoCount: number
  /** Earliest first. */
  readonly blocks: readonly BlockCounts[]
}

/** What is known of a wave's participants. */
export interface Participated {
  /** How many contributed, as `SnapshotMoment` counts them. */
  readonly contributedCount: number
  /** null before the first snapshot, and where its form is not known. */
  readonly weekly: WeeklyCounts | null
}

/** What a view is made with, beside the counts. */
export interface DashboardRequest {
  readonly waveId: string
  /** All that were published for the wave, in the order in which they are shown. */
  readonly figures: readonly Figure[]
  readonly asked: AskedWeeks
  readonly thresholds: Thresholds
  readonly roll: Roll
}

function viewOf(
  { takenOn, demoCount }: WeeklyCounts,
  { blocks, counts, shares }: DashboardCells,
  { waveId, figures, asked, roll }: DashboardRequest,
): DashboardView {
  const range = chosenRange(blocks, asked)
  const chosen = blocks.slice(range.start, range.end)
  const responsesIn = (start: number, end: number) => roundedIn(counts.responses, { start, end }, roll)
  const shown = sharesIn(shares, range, roll)
  return {
    waveId,
    takenOn,
    hasDemo: demoCount > 0,
    blocks,
    chosen: { firstWeek: chosen[0]?.firstWeek ?? '', lastWeek: chosen.at(-1)?.lastWeek ?? '' },
    isWhole: chosen.length === blocks.length,
    responseCount: responsesIn(range.start, range.end),
    weeks: chosen.map((block, index) => ({
      ...block,
      count: responsesIn(range.start + index, range.start + index + 1),
    })),
    ages: counts.ages.map((cell) => ({ group: cell.group, count: countIn(cell, range, roll) })),
    items: counts.items.map((cell) => ({ item: cell.item, count: countIn(cell, range, roll) })),
    pairs: figures.flatMap((figure) =>
      indicatorOf(figure.indicator).statements.map(({ tool }) => ({
        figure,
        tool,
        participants: shown.get(shareKey(figure, tool)) ?? null,
      })),
    ),
  }
}

/**
 * What the dashboard shows of a wave, in the weeks that were asked for (see `chosenRange`): `empty` while nobody
 * contributed, `few` while those counted are fewer than the thresholds allow or were not counted yet. All numbers come from
 * counts rounded at random. However two ranges are subtracted, they tell of no fewer than `thresholds.smallestCell`
 * people: of all responses since every block has as many, of statements see `shareCells`, of ages and items `countCells`.
 * This holds of each of these by itself; what two of them differ by is hidden by the rounding alone.
 */
export function dashboardState(
  { contributedCount, weekly }: Participated,
  request: DashboardRequest,
): DashboardState {
  const { participantsShownFrom, smallestCell } = request.thresholds
  const few = { state: 'few', needed: Math.max(participantsShownFrom, smallestCell) } as const
  if (weekly === null) return contributedCount === 0 ? { state: 'empty' } : few
  const cells = dashboardCells(weekly.blocks, request.figures, smallestCell)
  const responses = cells.counts.responses.inFirst.at(-1) ?? 0
  return responses < participantsShownFrom || cells.blocks.length === 0
    ? few
    : { state: 'shown', view: viewOf(weekly, cells, request) }
}
