import { useLocale } from 'next-intl'
import { sourceLanguage } from '@/lib/comparison/waves'
import { useFormatter, useTranslations } from '@/lib/i18n/translations'
import { useDayWords } from '@/lib/i18n/use-date-words'
import type { ShownFigure } from './shown-figure'

/** What else was published of a figure; nothing where that is nothing. */
export function FigureDetails({ figure, published }: Pick<ShownFigure, 'figure' | 'published'>) {
  const t = useTranslations('figureData.page')
  const format = useFormatter()
  const dayWords = useDayWords()
  const locale = useLocale()
  const { wave } = published.document
  const start = figure.fieldStart ?? wave.fieldStart
  const end = figure.fieldEnd ?? wave.fieldEnd
  const mode = figure.mode ?? wave.mode
  const { interval, baseSize, wording, scale } = figure
  const isTranslated = locale !== sourceLanguage && wording?.en !== null
  const asked = isTranslated ? wording?.en : wording?.fr
  const percent = (share: number) =>
    format.number(share / 100, { style: 'percent', maximumFractionDigits: 1 })
  const details = [
    baseSize !== null && { term: t('base'), text: t('people', { count: baseSize }) },
    interval !== null && {
      term: t('interval'),
      text: t('fromTo', { from: percent(interval.lowPercent), to: percent(interval.highPercent) }),
    },
    start !== null &&
      end !== null && {
        term: t('field'),
        text: t('fromToDays', { from: dayWords(start), to: dayWords(end) }),
      },
    mode !== null && { term: t('mode'), text: t(`modes.${mode}`) },
    asked && { term: t('wording'), text: asked, lang: isTranslated ? undefined : sourceLanguage },
    scale !== null && { term: t('scale'), text: scale, lang: sourceLanguage },
  ].filter((detail) => detail !== false && detail !== null && detail !== undefined && detail !== '')
  if (details.length === 0) return null
  return (
    <dl className="figure-details">
      {details.map(({ term, text, lang }: { term: string; text: string; lang?: string | undefined }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd lang={lang}>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
