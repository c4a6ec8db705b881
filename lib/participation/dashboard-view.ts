import type { AgeGroup } from '@/lib/anonymisation/age-groups'
import type { Figure } from '@/lib/comparison/figures'
import type { ItemId } from '@/lib/instrument/catalogue'
import type { Tool } from '@/lib/instrument/tools'
import type { PublishedShare } from './published-shares'

/** Consecutive ISO weeks, `YYYY-Www`, in which enough people took part to be shown by themselves. */
export interface WeekBlock {
  readonly firstWeek: string
  readonly lastWeek: string
}

/** A block with the number of its responses, a multiple of five. */
export interface CountedBlock extends WeekBlock {
  readonly count: number
}

/** How many people answered: a multiple of five, or a word where the number, or that of all others, is too small. */
export type ShownCount = number | 'nearlyEveryone' | 'tooFew'

/** One published figure and what may be shown of participants beside it, for one tool where the figure is about tools. */
export interface ShownPair {
  readonly figure: Figure
  readonly tool: Tool | null
  /** null: too few people to be shown. */
  readonly participants: PublishedShare | null
}

/** What admins are shown of the participants of a wave, in the weeks that were chosen. */
export interface DashboardView {
  readonly waveId: string
  /** The day, `YYYY-MM-DD` in UTC, of the counts. */
  readonly takenOn: string
  readonly hasDemo: boolean
  /** All blocks that can be chosen from, earliest first; at least one. */
  readonly blocks: readonly WeekBlock[]
  /** The first week of the first chosen block, and the last week of the last one. */
  readonly chosen: WeekBlock
  /** Whether `chosen` is all blocks. */
  readonly isWhole: boolean
  /** Number of responses in the chosen weeks, a multiple of five. */
  readonly responseCount: number
  /** The chosen blocks, earliest first. */
  readonly weeks: readonly CountedBlock[]
  readonly ages: readonly { readonly group: AgeGroup; readonly count: ShownCount }[]
  /** How many answered each item, in the questionnaire's order. */
  readonly items: readonly { readonly item: ItemId; readonly count: ShownCount }[]
  /** In the order of the figures. */
  readonly pairs: readonly ShownPair[]
}

/** What the dashboard has to show: nothing yet, too few to show anything, or numbers. */
export type DashboardState =
  | { readonly state: 'empty' }
  /** `needed`: from how many responses on anything is shown. */
  | { readonly state: 'few'; readonly needed: number }
  | { readonly state: 'shown'; readonly view: DashboardView }

/** Weeks as they stand in the page's address: `?wave=…&from=2026-W40&to=2026-W44`; null where left out. */
export interface AskedWeeks {
  readonly from: string | null
  readonly to: string | null
}
