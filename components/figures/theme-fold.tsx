import { useTranslations } from 'next-intl'
import { Fragment, type ReactNode } from 'react'
import type { FigureTheme } from '@/lib/comparison/arrange'
import type { Figure } from '@/lib/comparison/figures'
import { indicatorOf } from '@/lib/comparison/indicators'
import { familiesOf } from './families'
import type { Beside } from './figure-row'
import { IndicatorRows } from './indicator-rows'
import { useFigureWords } from './use-figure-words'
import { useItemName } from './use-item-name'

interface Props {
  readonly theme: FigureTheme
  /** `h3` where nothing else is said: under a heading that all themes have. */
  readonly heading?: 'h2' | 'h3'
  /** "Wave December 2025, DSIH." */
  readonly reference: string
  readonly isOpen: boolean
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
        return (
          <Fragment key={id}>
            <p className="family">
              {index === 0 ? t('figures.of', { lead, population: of }) : t('figures.lead', { lead })}
            </p>
            {isNotAsked && <p className="side">{t('results.side.notAsked')}</p>}
            <ul className="figure-rows">
              {indicators.map((each) => (
                <IndicatorRows
                  key={each[0].indicator}
                  figures={each}
                  population={population}
                  besideOf={isNotAsked ? (figure) => ({ ...besideOf(figure), side: null }) : besideOf}
                />
              ))}
            </ul>
          </Fragment>
        )
      })}
      <ThemeNotes figures={figures} unpublished={published.unpublished} reference={reference} />
      {children}
    </details>
  )
}

interface NotesProps extends Pick<Props, 'reference'> {
  readonly figures: readonly Figure[]
  readonly unpublished: FigureTheme['unpublished']
}

/** What limits the figures of a theme, each thing said once. */
function ThemeNotes({ figures, unpublished, reference }: NotesProps) {
  const t = useTranslations('figures')
  const itemName = useItemName()
  const has = (is: (figure: Figure) => boolean) => figures.some(is)
  const notes = [
    reference,
    has(({ timeFrame }) => timeFrame === 'unclear') && t('timeFrameUnclear'),
    has(({ qualifier }) => qualifier === 'about') && t('qualifierAbout'),
    has(({ qualifier }) => qualifier === 'more_than') && t('qualifierMoreThan'),
    has(({ indicator }) => indicatorOf(indicator).comparedAmong !== undefined) && t('baseUnclear'),
    unpublished.length > 0 && t('unpublished', { items: unpublished.map(itemName).join(', ') }),
  ]
  return <p className="theme-notes">{notes.filter((note) => note !== false).join(' ')}</p>
}
