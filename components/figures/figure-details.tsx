import { useLocale } from 'next-intl'
import { sourceLanguage } from '@/lib/comparison/waves'
import { useTranslations } from '@/lib/i18n/translations'
import { useDayWords } from '@/lib/i18n/use-date-words'
import { textIn } from '@/lib/i18n/words-in'
import type { ShownFigure } from './shown-figure'
import { usePercent } from './use-figure-words'

/** What else was published of a figure; nothing where that is nothing. */
export function FigureDetails({ figure, published }: Pick<ShownFigure, 'figure' | 'published'>) {
  const t = useTranslations('figureData.page')
  const dayWords = useDayWords()
  const locale = useLocale()
  const { wave } = published.document
  const start = figure.fieldStart ?? wave.fieldStart
  const end = figure.fieldEnd ?? wave.fieldEnd
  const mode = figure.mode ?? wave.mode
  const { interval, baseSize, wording, scale } = figure
  const asked = wording && textIn(wording, locale)
  const percent = usePercent()
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
    asked && { term: t('wording'), text: asked.text, lang: asked.language },
    scale !== null && { term: t('scale'), text: scale, lang: sourceLanguage },
  ].filter((detail) => detail !== false && detail !== null)
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
