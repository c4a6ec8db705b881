import { optionSets } from '@/lib/instrument/option-sets'

/** The age bands of tables, and both together. */
export const bands = optionSets.ageBand
export type Band = (typeof bands)[number]
export const columns = [...bands, 'both'] as const
export type Column = (typeof columns)[number]

/** Numbers of people: multiples of five, computed from cells that were rounded at random. null: suppressed. */
export type ColumnCounts = Readonly<Record<Column, number | null>>

/** One question of an edition, answered by one population. */
export interface PublishedTable {
  /** The id of an item. Any text: the instrument may have lost it since. */
  readonly item: string
  /** Code of the population among whom it is counted; null: everyone to whom the question was put. */
  readonly population: string | null
  /** How many answered the question. */
  readonly base: ColumnCounts
  /** Every option, in the order of the questionnaire. */
  readonly options: readonly { readonly option: string; readonly counts: ColumnCounts }[]
}

/** No share is computed on fewer people: it would look more certain than it is. */
export const smallestShareBase = 50

/** A count as a share of its base, in percent, 0 to 100; null where either is suppressed, or the base is under `smallestShareBase`. */
export function sharePercentOf(count: number | null, base: number | null): number | null {
  return count === null || base === null || base < smallestShareBase ? null : (100 * count) / base
}
