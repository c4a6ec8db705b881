import type { ItemId } from '@/lib/instrument/catalogue'

// A released record takes `packedSize` bytes. Items stand where they stand in packed answers (`packed-answers.ts`), and
// `unanswered` and `notAsked` mean the same. Other codes are of the item's level in the release:
//
//   options    as in packed answers: the place of the option, from 1, or a bit for each chosen one of several
//   usedNow    the place in `usedNowAnswers`, from 1; codes of other options are refused, so that most answers that were
//              left exact by mistake are found out
//   withheld   0; what stands there is not looked at
//
// Records have no number of their own: they are numbered from 1 in their order, in this release only.

/** How much of an item a release tells: the option, only whether the tool is used now, or nothing. */
export type ItemLevel = 'options' | 'usedNow' | 'withheld'
export type ReleaseLevels = Readonly<Record<ItemId, ItemLevel>>

/** What an item of the level `usedNow` has in place of an option. */
export const usedNowAnswers = ['usedNow', 'notUsedNow'] as const

/** The records of a release, many at a time: each batch holds whole records, and is only good until the next one is asked for. */
export type RecordBatches = Iterable<Uint8Array>
