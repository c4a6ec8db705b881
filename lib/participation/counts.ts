import type { ItemCells } from '@/lib/anonymisation/item-cells'
import type { Atom } from '@/lib/anonymisation/small-cells'
import { indicatorOf, indicators, isIndicatorCode, type IndicatorCode } from '@/lib/comparison/indicators'
import type { PopulationCode } from '@/lib/comparison/populations'
import type { ItemId } from '@/lib/instrument/catalogue'
import type { Tool } from '@/lib/instrument/tools'

/** Changes with every change of the form or the meaning of counts: older ones are not read, but counted again. */
export const countsVersion = 1

/** Of how many people one statement of an indicator is true and false, by the populations that they belong to. */
export interface StatementCounts {
  readonly indicator: IndicatorCode
  /** The tool that the statement is about, null when about none; tells the statements of an indicator apart. */
  readonly tool: Tool | null
  /** Only those with someone in them, in the alphabetical order of their populations. */
  readonly atoms: readonly Atom<PopulationCode>[]
}

/**
 * What is told of the responses of a wave, as exact numbers of people. Additive (see `mergeCounts`), and JSON as it
 * stands, its keys always in the same order. Holds no response, but cells of one person: not to be shown otherwise than
 * through `published-shares.ts` or `published-aggregates.ts`.
 */
export interface Counts {
  readonly version: typeof countsVersion
  readonly responses: number
  /** Every item and every option of the catalogue. */
  readonly cells: Readonly<Record<ItemId, ItemCells>>
  /** Only statements that are true or false of someone, in the order of the indicators. */
  readonly statements: readonly StatementCounts[]
}

/** Every statement of every indicator, in the order in which they are counted. */
export const everyStatement = Object.keys(indicators)
  .filter(isIndicatorCode)
  .flatMap((indicator) => indicatorOf(indicator).statements.map((statement) => ({ indicator, statement })))

/** Atoms, those of the same populations added up, in the order of `StatementCounts`. */
export function addAtoms(atoms: readonly Atom<PopulationCode>[]): readonly Atom<PopulationCode>[] {
  const sums = new Map<string, Atom<PopulationCode>>()
  for (const { populations, trueCount, falseCount } of atoms) {
    const key = populations.join('+')
    const before = sums.get(key) ?? { trueCount: 0, falseCount: 0 }
    sums.set(key, {
      populations,
      trueCount: before.trueCount + trueCount,
      falseCount: before.falseCount + falseCount,
    })
  }
  return [...sums].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, atom]) => atom)
}
