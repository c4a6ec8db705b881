import type { ItemId } from '@/lib/instrument/catalogue'

/** How much of an item a release tells: the option, only whether the tool is used now, or nothing. */
export type ItemLevel = 'options' | 'usedNow' | 'withheld'
export type ReleaseLevels = Readonly<Record<ItemId, ItemLevel>>

/** What an item of the level `usedNow` has in place of an option. */
export const usedNowAnswers = ['usedNow', 'notUsedNow'] as const

/** What stands in place of an answer to an item that was not asked of this person. */
export const notApplicable = 'notApplicable'

/** An id that the item's level allows, a non-empty list of option ids for a multiple choice; null: unanswered. */
export type ReleasedAnswer = string | readonly string[] | null

/** One row of a release: anonymised answers under a number that is theirs in this release only. */
export interface ReleaseRecord {
  /** From 1. */
  readonly number: number
  /** An item that is absent is unanswered. Answers to an item that the release withholds are not looked at. */
  readonly answers: Readonly<Partial<Record<ItemId, ReleasedAnswer>>>
}

/** The records of a release, some hundreds at a time. */
export type RecordBatches = AsyncIterable<readonly ReleaseRecord[]> | Iterable<readonly ReleaseRecord[]>
