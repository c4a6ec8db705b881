import { runEnds } from '@/lib/anonymisation/runs'
import type { Figure } from '@/lib/comparison/figures'
import { countCells, type CountCells } from './count-cells'
import type { WeekBlock } from './dashboard-view'
import { mergeCounts } from './merge-counts'
import { shareCells, type ShareCell } from './share-cells'
import type { BlockCounts } from './weekly-counter'

/** All that may be shown of a snapshot, whichever weeks are chosen. */
export interface DashboardCells {
  /** Earliest first; ranges are made of these. [] where all responses together are too few. */
  readonly blocks: readonly WeekBlock[]
  readonly counts: CountCells
  readonly shares: readonly ShareCell[]
}

/** Fewer and larger blocks, where what is too few is more than when they were counted. */
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

function makeCells(
  counted: readonly BlockCounts[],
  figures: readonly Figure[],
  smallest: number,
): DashboardCells {
  const blocks = enlarged(counted, smallest)
  const counts = blocks.map((block) => block.counts)
  return {
    blocks: blocks.map(({ firstWeek, lastWeek }) => ({ firstWeek, lastWeek })),
    counts: countCells(counts, smallest),
    shares: shareCells(counts, figures, smallest),
  }
}

interface Kept {
  readonly figures: readonly Figure[]
  readonly smallest: number
  readonly cells: DashboardCells
}

const areSame = (some: readonly Figure[], others: readonly Figure[]) =>
  some.length === others.length && some.every((figure, place) => figure === others[place])

const kept = new WeakMap<readonly BlockCounts[], Kept>()

/**
 * All that may be shown of the blocks of a snapshot beside figures. Each snapshot's is worked out once, and kept as long as
 * the blocks themselves are, which makes a look at other weeks cheap: blocks and figures must not be changed. `smallest`:
 * the smallest number of people that is shown.
 */
export function dashboardCells(
  blocks: readonly BlockCounts[],
  figures: readonly Figure[],
  smallest: number,
): DashboardCells {
  const found = kept.get(blocks)
  const isSame = found?.smallest === smallest && areSame(found.figures, figures)
  if (found && isSame) return found.cells
  const cells = makeCells(blocks, figures, smallest)
  kept.set(blocks, { figures, smallest, cells })
  return cells
}
