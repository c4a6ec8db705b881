import { runEnds } from '@/lib/anonymisation/runs'
import type { Figure } from '@/lib/comparison/figures'
import { indicatorOf } from '@/lib/comparison/indicators'
import { countCells, countIn } from './count-cells'
import type { AskedWeeks, DashboardState, DashboardView, WeekBlock } from './dashboard-view'
import { mergeCounts } from './merge-counts'
import { roundedBetween, type Roll } from './rounded-counts'
import { shareCells, shareKey, sharesIn } from './share-cells'
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

/** Fewer and larger blocks, where fewer people are too few than when they were counted. */
function enlarged(blocks: readonly BlockCounts[], smallest: number): readonly BlockCounts[] {
  const ends = runEnds(
    blocks.map(({ counts }) => [counts.responses]),
    smallest,
  )
  return ends.map((end, index) =>
    blocks.slice(ends[index - 1] ?? 0, end).reduce((one, other) => ({
      firstWeek: one.firstWeek,
      lastWeek: other.lastWeek,
      counts: mergeCounts(one.counts, other.counts),
    })),
  )
}

const weeksOf = ({ firstWeek, lastWeek }: WeekBlock): WeekBlock => ({ firstWeek, lastWeek })

function viewOf(
  { takenOn, demoCount }: WeeklyCounts,
  blocks: readonly BlockCounts[],
  { waveId, figures, asked, thresholds, roll }: DashboardRequest,
): DashboardView {
  const range = chosenRange(blocks, asked)
  const counts = blocks.map((block) => block.counts)
  const responsesBefore = (end: number) =>
    counts.slice(0, end).reduce((sum, { responses }) => sum + responses, 0)
  const responsesIn = (start: number, end: number) =>
    roundedBetween('responses', { before: responsesBefore(start), upTo: responsesBefore(end) }, roll)
  const cells = countCells(counts, thresholds.smallestCell)
  const shares = sharesIn(shareCells(counts, figures, thresholds.smallestCell), range, roll)
  const chosen = blocks.slice(range.start, range.end)
  return {
    waveId,
    takenOn,
    hasDemo: demoCount > 0,
    blocks: blocks.map(weeksOf),
    chosen: { firstWeek: chosen[0]?.firstWeek ?? '', lastWeek: chosen.at(-1)?.lastWeek ?? '' },
    isWhole: chosen.length === blocks.length,
    responseCount: responsesIn(range.start, range.end),
    weeks: chosen.map((block, index) => ({
      ...weeksOf(block),
      count: responsesIn(range.start + index, range.start + index + 1),
    })),
    ages: cells.ages.map((cell) => ({ group: cell.group, count: countIn(cell, range, roll) })),
    items: cells.items.map((cell) => ({ item: cell.item, count: countIn(cell, range, roll) })),
    pairs: figures.flatMap((figure) =>
      indicatorOf(figure.indicator).statements.map(({ tool }) => ({
        figure,
        tool,
        participants: shares.get(shareKey(figure, tool)) ?? null,
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
  if (weekly === null && contributedCount === 0) return { state: 'empty' }
  const blocks = enlarged(weekly?.blocks ?? [], smallestCell)
  const responses = blocks.reduce((sum, { counts }) => sum + counts.responses, 0)
  if (weekly === null || blocks.length === 0 || responses < participantsShownFrom) {
    return { state: 'few', needed: Math.max(participantsShownFrom, smallestCell) }
  }
  return { state: 'shown', view: viewOf(weekly, blocks, request) }
}
