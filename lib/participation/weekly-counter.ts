import type { Figure } from '@/lib/comparison/figures'
import type { Answers } from '@/lib/instrument/answers'
import { createCounter, type Counter } from './counter'
import type { Counts } from './counts'
import type { WeekBlock } from './dashboard-view'
import { mergeCounts } from './merge-counts'
import { nextBlocks, type PreviousBlock } from './week-blocks'

/** A block with what was counted of its responses. */
export interface BlockCounts extends WeekBlock {
  readonly counts: Counts
}

/** Counts responses by the ISO week of their contribution, and keeps none of them. */
export interface WeeklyCounter {
  readonly add: (week: string, answers: Answers) => void
  /** What was counted of all weeks together. */
  readonly counts: () => Counts
  /** The same by blocks of weeks, see `nextBlocks`: all blocks together are the whole, unless there is none. */
  readonly blocks: (previous: readonly PreviousBlock[]) => readonly BlockCounts[]
}

/** A counter for each week that comes, at zero. `figures`: all that were published for the wave. */
export function createWeeklyCounter(figures: readonly Figure[]): WeeklyCounter {
  const counters = new Map<string, Counter>()
  const nobody = createCounter(figures).counts()
  const together = (counted: readonly Counts[]) => counted.reduce(mergeCounts, nobody)
  return {
    add: (week, answers) => {
      const counter = counters.get(week) ?? createCounter(figures)
      counters.set(week, counter)
      counter.add(answers)
    },
    counts: () => together([...counters.values()].map((counter) => counter.counts())),
    blocks: (previous) => {
      const weeks = [...counters]
        .map(([week, counter]) => ({ week, counts: counter.counts() }))
        .toSorted((one, other) => (one.week < other.week ? -1 : 1))
      const responses = weeks.map(({ week, counts }) => ({ week, responseCount: counts.responses }))
      return nextBlocks(previous, responses).map(({ firstWeek, lastWeek }) => {
        const within = weeks.filter(({ week }) => firstWeek <= week && week <= lastWeek)
        return { firstWeek, lastWeek, counts: together(within.map(({ counts }) => counts)) }
      })
    },
  }
}
