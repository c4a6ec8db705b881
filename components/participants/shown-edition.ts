import type { PublishedTable } from '@/lib/disclosure/aggregates/edition-tables'

/** A line of the list of a wave's editions. Days are `YYYY-MM-DD`. */
export interface ShownListed {
  /** `1`, or `demo-1` of made-up responses. */
  readonly id: string
  readonly number: number
  readonly madeOn: string
  /** ISO week: responses of this week and of earlier ones are in it. */
  readonly lastWeek: string
}

/** What a page shows of an edition. Numbers of people are multiples of five. */
export interface ShownEdition extends ShownListed {
  readonly waveId: string
  readonly isDemo: boolean
  /** Records in its file. */
  readonly recordCount: number
  /** Those of them without an age band, which are in no table. */
  readonly withoutAgeCount: number
  /** Responses that wait for a later edition. */
  readonly waitingCount: number
  readonly tables: readonly PublishedTable[]
}

/** When the next edition of a wave may come, and what it waits for. */
export interface ShownNext {
  /** The first day on which it may be made; null before the first edition. */
  readonly earliestOn: string | null
  /** How many responses have to wait for it, and whether as many do, as of the last Monday. */
  readonly needed: number
  readonly hasEnoughWaiting: boolean
  /** The day on which people begin to contribute, where it is still to come. */
  readonly opensOn: string | null
  /** The last day on which answers are contributed; null as long as none was set. */
  readonly lastDay: string | null
  /** Whether that day is over. */
  readonly isOver: boolean
}

/** How many people the tables of an edition count. */
export const countedIn = ({ recordCount, withoutAgeCount }: ShownEdition): number =>
  Math.max(0, recordCount - withoutAgeCount)
