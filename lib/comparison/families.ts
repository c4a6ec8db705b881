import type { IndicatorCode } from './indicators'

/** What indicators have in common that one sentence introduces: the beginning of their codes. */
export type FamilyId = IndicatorCode extends infer Code
  ? Code extends `ai.${infer Part}.${string}`
    ? `ai.${Part}`
    : Code extends `${infer First}.${string}`
      ? First
      : never
  : never

/** The family of an indicator. */
export function familyOf(code: IndicatorCode): FamilyId {
  const [first = '', second] = code.split('.')
  return (first === 'ai' ? `${first}.${second}` : first) as FamilyId
}
