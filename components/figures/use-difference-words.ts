import { useLocale } from 'next-intl'
import type { FigureChange, FigureField } from '@/lib/waves/document-difference'
import type { FigureRecord } from '@/lib/waves/figure-record'
import { useFormatter, useTranslations } from '@/lib/i18n/translations'
import { textIn, wordsIn } from '@/lib/i18n/words-in'
import { useRecordWords } from './context-figures'
import { usePercent } from './use-figure-words'

/** What a field of a figure says, in words. */
export function useFieldWords(): (figure: FigureRecord, field: FigureField) => string {
  const t = useTranslations('figureFields')
  const percent = usePercent()
  const format = useFormatter()
  const locale = useLocale()
  const nothing = t('nothing')
  return (figure, field) => {
    switch (field) {
      case 'sharePercent':
        return percent(figure.sharePercent)
      case 'qualifier':
        return t(`qualifiers.${figure.qualifier}`)
      case 'status':
        return t(`statuses.${figure.status}`)
      case 'timeFrame':
        return figure.timeFrame === null ? nothing : t(`timeFrames.${figure.timeFrame}`)
      case 'mode':
        return figure.mode === null ? nothing : t(`modes.${figure.mode}`)
      case 'baseSize':
        return figure.baseSize === null ? nothing : format.number(figure.baseSize)
      case 'interval':
        return figure.interval === null
          ? nothing
          : t('range', {
              low: percent(figure.interval.lowPercent),
              high: percent(figure.interval.highPercent),
            })
      case 'netOf':
        return figure.netOf.length === 0 ? nothing : format.list(figure.netOf, { type: 'conjunction' })
      case 'wording':
        return (figure.wording && textIn(figure.wording, locale)?.text) ?? nothing
      case 'statement':
      case 'populationWords':
      case 'statusNote':
        return figure[field] === null ? nothing : wordsIn(figure[field], locale)
      default:
        return figure[field] ?? nothing
    }
  }
}

/** What has become of a figure: its name, and for each field that says something else, what it said and says. */
export function useDifferenceWords(): (change: FigureChange) => {
  readonly name: string
  readonly told: readonly string[]
} {
  const t = useTranslations('figureFields')
  const recordWords = useRecordWords()
  const fieldWords = useFieldWords()
  return (change) => {
    const figure = change.kind === 'removed' ? change.before : change.after
    const { statement, population } = recordWords(figure)
    const name = t('name', { statement, population })
    if (change.kind !== 'changed') {
      return { name, told: [t(change.kind, { share: fieldWords(figure, 'sharePercent') })] }
    }
    const told = change.fields.map((field) =>
      t('changed', {
        field: t(`names.${field}`),
        before: fieldWords(change.before, field),
        after: fieldWords(change.after, field),
      }),
    )
    return { name, told }
  }
}
