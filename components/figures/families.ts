import type { IndicatorFigures } from '@/lib/comparison/arrange'
import type { IndicatorCode } from '@/lib/comparison/indicators'

/** What indicators have in common that one sentence introduces: the beginning of their codes. */
export type FamilyId = IndicatorCode extends infer Code
  ? Code extends `ai.${infer Part}.${string}`
    ? `ai.${Part}`
    : Code extends `${infer First}.${string}`
      ? First
      : never
  : never

export function familyOf(code: IndicatorCode): FamilyId {
  const [first = '', second] = code.split('.')
  return (first === 'ai' ? `${first}.${second}` : first) as FamilyId
}

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
