import { isBeyondChance, type Change } from '@/lib/comparison/trend'
import { useFormatter, useTranslations } from '@/lib/i18n/translations'

/** What is said of a change between two waves, in words: how many points, and whether chance explains it; or why nothing can be said. */
export function useChangeWords(): (change: Change) => string {
  const t = useTranslations('trends')
  const format = useFormatter()
  const points = (value: number) =>
    format.number(value, { maximumFractionDigits: 1, signDisplay: 'exceptZero' })
  return (change) => {
    if (change.kind === 'break') {
      const reasons = change.reasons.map((reason) => t(`reasons.${reason}`))
      return t('break', { reasons: format.list(reasons, { type: 'conjunction' }) })
    }
    const { bounds, isAbout } = change
    const values = { points: points(change.points), isAbout: String(isAbout) }
    if (bounds === null) return t('unknownMargin', values)
    const margin = { ...values, low: points(bounds.low), high: points(bounds.high) }
    return t(isBeyondChance(change) === true ? 'beyondChance' : 'withinChance', margin)
  }
}
