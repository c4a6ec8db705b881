import type { Figure } from '@/lib/comparison/figures'
import { answeredCells, ageCells, responsesCell, statementCells, type BlockCounts } from './dashboard-cells'
import type {
  AskedWeeks,
  CountedBlock,
  DashboardState,
  DashboardView,
  ShownCount,
  WeekBlock,
} from './dashboard-view'
import { everyStatement } from './counts'
import { shareKey, shareOf } from './published-shares'
import { runBounds, shownCount } from './shown-runs'
import type { Thresholds } from './thresholds'

/** What was counted of a wave's responses, by blocks of weeks. */
export interface CountedWeeks {
  /** A day, `YYYY-MM-DD`, in UTC. */
  readonly takenOn: string
  readonly hasDemo: boolean
  /** Earliest first. Together all responses that were counted. */
  readonly blocks: readonly BlockCounts[]
}

const isWeek = (text: string | null): text is string => text !== null && /^\d{4}-W\d{2}$/.test(text)

/**
 * Which blocks are asked for: from one place up to, and without, another. A week within a block asks for all of it; what is
 * no week is not there, a week before or after all blocks means the first or the last one, and the later week first is
 * taken the other way round.
 */
export function chosenRange(
  blocks: readonly WeekBlock[],
  { from, to }: AskedWeeks,
): readonly [number, number] {
  const [first, last] = isWeek(from) && isWeek(to) && from > to ? [to, from] : [from, to]
  const start = isWeek(first) ? blocks.findIndex(({ lastWeek }) => first <= lastWeek) : 0
  const end = isWeek(last) ? blocks.findLastIndex(({ firstWeek }) => firstWeek <= last) : blocks.length - 1
  const startAt = start === -1 ? blocks.length - 1 : start
  return [startAt, Math.max(end, startAt) + 1]
}

/** Blocks merged until each has `smallest` responses or more. */
function merged(blocks: readonly BlockCounts[], smallest: number): readonly (readonly BlockCounts[])[] {
  const responses = (from: number, to: number) =>
    blocks.slice(from, to).reduce((sum, { counts }) => sum + counts.responses, 0)
  const bounds = runBounds(blocks.length, (from, to) => responses(from, to) >= smallest) ?? [0]
  return bounds.slice(1).map((to, place) => blocks.slice(bounds[place], to))
}

/**
 * What may be shown of participants in the weeks that are asked for (see `shownCount` for why no two choices of weeks tell
 * of a small group). `contributedCount`: how many responses there are, counted or not. `counted` is null where none were.
 * `roll`: see `published-shares.ts`.
 */
export function dashboardState(
  waveId: string,
  contributedCount: number,
  counted: CountedWeeks | null,
  figures: readonly Figure[],
  asked: AskedWeeks,
  roll: (cell: string) => number,
  thresholds: Thresholds,
): DashboardState {
  const { participantsShownFrom: needed, smallestCell } = thresholds
  const responses = (counted?.blocks ?? []).reduce((sum, { counts }) => sum + counts.responses, 0)
  if (counted === null && contributedCount === 0) return { state: 'empty' }
  if (counted === null || responses < needed) return { state: 'few', needed }

  const groups = merged(counted.blocks, smallestCell)
  const blocks = groups.map((group) => ({
    firstWeek: group[0]?.firstWeek ?? '',
    lastWeek: group.at(-1)?.lastWeek ?? '',
  }))
  const [from, to] = chosenRange(blocks, asked)
  const perBlock = groups.map((group) => group.map(({ counts }) => counts))
  const show = (cell: Parameters<typeof shownCount>[0]) => shownCount(cell, from, to, roll)

  const all = responsesCell(perBlock)
  const responseCount = show(all) ?? 0
  const statements = statementCells(perBlock, figures, smallestCell)
  const view: DashboardView = {
    waveId,
    takenOn: counted.takenOn,
    hasDemo: counted.hasDemo,
    blocks,
    chosen: { firstWeek: blocks[from]?.firstWeek ?? '', lastWeek: blocks[to - 1]?.lastWeek ?? '' },
    isWhole: from === 0 && to === blocks.length,
    responseCount,
    weeks: blocks.slice(from, to).map((block, place): CountedBlock => {
      const at = from + place
      return { ...block, count: shownCount(all, at, at + 1, roll) ?? 0 }
    }),
    ages: ageCells(perBlock, smallestCell).map(({ group, cell }) => ({
      group,
      count: show(cell) ?? 'tooFew',
    })),
    items: answeredCells(perBlock, smallestCell).map(({ item, cell, isNearlyEveryone }) => ({
      item,
      count: wordOr(show(cell), isNearlyEveryone && responseCount >= 2 * smallestCell + 5),
    })),
    pairs: figures.flatMap((figure) =>
      everyStatement
        .filter(({ indicator }) => indicator === figure.indicator)
        .map(({ statement: { tool } }) => {
          const sides = statements.get(shareKey(figure, tool))
          const [trueCount, falseCount] = [sides && show(sides.ofTrue), sides && show(sides.ofFalse)]
          const isShown = typeof trueCount === 'number' && typeof falseCount === 'number'
          return { figure, tool, participants: isShown ? shareOf(trueCount, falseCount) : null }
        }),
    ),
  }
  return { state: 'shown', view }
}

function wordOr(count: number | null, isNearlyEveryone: boolean): ShownCount {
  return count ?? (isNearlyEveryone ? 'nearlyEveryone' : 'tooFew')
}
