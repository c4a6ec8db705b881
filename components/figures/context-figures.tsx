import { useLocale } from 'next-intl'
import { useTranslations } from '@/lib/i18n/translations'
import { wordsIn } from '@/lib/i18n/words-in'
import type { FigureRecord } from '@/lib/waves/figure-record'
import { isIndicatorCode } from '@/lib/comparison/indicators'
import { isPopulationCode } from '@/lib/comparison/populations'
import { figureFragment } from './figure-fragment'
import { usePercent } from './use-figure-words'

/** The statement and the population of a figure, in words that it brings or else in those of the pages. */
export function useRecordWords(): (record: FigureRecord) => {
  readonly statement: string
  readonly population: string
} {
  const t = useTranslations()
  const locale = useLocale()
  return ({ code, population, statement, populationWords }) => ({
    statement:
      statement === null && isIndicatorCode(code)
        ? t(`indicators.${code}.statement`)
        : wordsIn(statement ?? { fr: code, en: code }, locale),
    population:
      populationWords === null && isPopulationCode(population)
        ? t(`populationLabels.${population}`)
        : wordsIn(populationWords ?? { fr: population, en: population }, locale),
  })
}

interface Props {
  readonly figures: readonly FigureRecord[]
  /** `h3` under a heading that all themes have. */
  readonly heading?: 'h2' | 'h3'
}

/** Figures that answers are not set against: about what the questionnaire does not ask, or superseded. Nothing where there are none. */
export function ContextFigures({ figures, heading: Heading = 'h3' }: Props) {
  const t = useTranslations('figures')
  const percent = usePercent()
  const wordsOf = useRecordWords()
  const locale = useLocale()
  const statusOf = ({ status, statusNote }: FigureRecord) => {
    const note = statusNote === null ? [] : [wordsIn(statusNote, locale)]
    if (status === 'published') return note
    return [status === 'disputed' ? t('disputed') : t('superseded'), ...note]
  }
  if (figures.length === 0) return null
  return (
    <details className="theme" id="theme-context">
      <summary>
        <Heading>{t('context.title')}</Heading>
        <span>{t('count', { count: figures.length })}</span>
      </summary>
      <p className="family">{t('context.lead')}</p>
      <ul className="figure-rows">
        {figures.map((figure) => {
          const { code, population, sharePercent, qualifier } = figure
          const words = wordsOf(figure)
          return (
            <li
              key={`${code} ${population}`}
              id={figureFragment({ indicator: code, population })}
              className="figure-row"
              data-context={`${code}/${population}`}
            >
              <span className="figure-label">{words.statement}</span>{' '}
              <small>{[words.population, ...statusOf(figure)].join(' · ')}</small>{' '}
              <b>{t('share', { qualifier, share: percent(sharePercent) })}</b>{' '}
              <svg className="figure-bar" aria-hidden="true">
                <rect width={`${sharePercent}%`} height="100%" />
              </svg>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
