import type { PopulationCode } from '@/lib/comparison/populations'
import type { OptionOf } from '@/lib/instrument/option-sets'
import type { ItemId } from '@/lib/instrument/catalogue'

/** The age bands by which responses are counted. */
export type Band = OptionOf<'ageBand'>

/** Numbers of people: whole numbers, 0 or more. */
export type BandCounts = Readonly<Record<Band, number>>

/**
 * Exact numbers of the people of each age band who answered one question, and who chose each of its options; those who did
 * not tell their age are in none. Never stored, and shown only through `lib/disclosure`.
 */
export interface ItemCounts {
  readonly item: ItemId
  /** Among whom; null: everyone to whom the question was put. */
  readonly population: PopulationCode | null
  readonly answered: BandCounts
  /** Every option, in the order of the catalogue. */
  readonly chosen: readonly { readonly option: string; readonly counts: BandCounts }[]
  /** Whether the question did not exist yet for some of them: see `wasAsked`. */
  readonly isPartlyAsked: boolean
}
