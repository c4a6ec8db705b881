import { Fragment, type ReactNode } from 'react'
import { useTranslations } from '@/lib/i18n/translations'
import type { FigureTheme } from '@/lib/comparison/arrange'
import type { Figure } from '@/lib/comparison/figures'
import { familiesOf } from './families'
import { indicatorRows, type Beside } from './figure-rows'
import { ThemeNotes } from './theme-notes'
import { useFigureWords } from './use-figure-words'
import type { WordsOf } from './use-row-words'

interface Props {
  readonly theme: FigureTheme
  /** `h3` where nothing else is said: under a heading that all themes have. */
  readonly heading?: 'h2' | 'h3'
  /** "Wave December 2025, DSIH." */
  readonly reference: string
  readonly isOpen: boolean
  readonly wordsOf: WordsOf
  readonly besideOf: (figure: Figure) => Beside
  /** What else is told under the figures. */
  readonly children?: ReactNode
}

/** One theme, folded: what its figures are shares of and whose, then one row for each. */
export function ThemeFold({
  theme: { theme, ...published },
  heading: Heading = 'h3',
  reference,
  isOpen,
  wordsOf,
  besideOf,
  children,
}: Props) {
  const t = useTranslations()
  const figureWords = useFigureWords()
  const [first] = published.indicators
  if (first === undefined) return null
  const [{ population }] = first
  const figures = published.indicators.flat()
  return (
    <details className="theme" id={`theme-${theme}`} open={isOpen}>
      <summary>
        <Heading>{t(`themes.${theme}`)}</Heading>
        <span>{t('figures.count', { count: figures.length })}</span>
      </summary>
      {published.restatements.map((figure) => (
        <p key={figure.indicator}>{t('figures.restatement', figureWords(figure, null))}</p>
      ))}
      {familiesOf(published.indicators).map(({ id, indicators }, index) => {
        const lead = t(`families.${id}.lead`)
        const of = t(`populations.${population}`, { tool: '' })
        const isNotAsked = indicators.flat().every((figure) => besideOf(figure).isNotAsked)
        const maker = {
          population,
          wordsOf,
          besideOf: isNotAsked ? (figure: Figure) => ({ ...besideOf(figure), side: null }) : besideOf,
        }
        const rows = indicators.map((each) => indicatorRows(each, maker).html).join('')
        return (
          <Fragment key={id}>
            <p className="family">
              {index === 0 ? t('figures.of', { lead, population: of }) : t('figures.lead', { lead })}
            </p>
            {isNotAsked && <p className="side">{t('results.side.notAsked')}</p>}
            <ul className="figure-rows" dangerouslySetInnerHTML={{ __html: rows }} />
          </Fragment>
        )
      })}
      <ThemeNotes figures={figures} unpublished={published.unpublished} reference={reference} />
      {children}
    </details>
  )
}
