import type { IndicatorFigures } from '@/lib/comparison/arrange'
import { familyOf, type FamilyId } from '@/lib/comparison/families'

export interface Family {
  readonly id: FamilyId
  readonly indicators: readonly IndicatorFigures[]
}

/** Cuts indicators, which are in order, into families. */
export function familiesOf(indicators: readonly IndicatorFigures[]): readonly Family[] {
  const ids = [...new Set(indicators.map(([{ indicator }]) => familyOf(indicator)))]
  return ids.map((id) => ({
    id,
    indicators: indicators.filter(([{ indicator }]) => familyOf(indicator) === id),
  }))
}
