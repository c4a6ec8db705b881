import { useFormatter, useTranslations } from '@/lib/i18n/translations'
import type { RiskReport } from '@/lib/anonymisation/risk-report'
import { ruleLimits } from '@/lib/anonymisation/release-rules'

export type MeasureName = Exclude<keyof RiskReport, 'levels' | 'withheldShare'>

/** What a measure of a release comes to, in the language of the page. */
export function useMeasure(report: RiskReport): (name: MeasureName) => string {
  const t = useTranslations('admin.release.measures')
  const format = useFormatter()
  // Digits that say something: a small risk is not none.
  const percent = (share: number) =>
    format.number(share, { style: 'percent', maximumSignificantDigits: share < 0.1 ? 2 : 3 })
  return (name) => {
    if (name === 'highestRisk' || name === 'averageRisk' || name === 'uniqueBeforeShare' || name === 'loss') {
      return percent(report[name])
    }
    if (name === 'withheld') {
      return t('withheld.count', { count: report.withheld, share: percent(report.withheldShare) })
    }
    if (name !== 'differentAnswers') return format.number(report[name])
    const { differentAnswers } = report
    if (differentAnswers === null) return t('differentAnswers.none')
    const { most } = ruleLimits.l
    return differentAnswers < most
      ? format.number(differentAnswers)
      : t('differentAnswers.orMore', { count: most })
  }
}
