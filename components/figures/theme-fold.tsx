import { Fragment, type ReactNode } from 'react'
import { useTranslations } from '@/lib/i18n/translations'
import type { Figure } from '@/lib/comparison/figures'
import { indicatorRows, type Beside } from './figure-rows'
import type { WordsOf } from './use-row-words'
import type { ShownTheme } from './use-themes'

interface Props {
  readonly theme: ShownTheme
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
  theme: { id: themeId, title, count, restatements, population, families, notes },
  heading: Heading = 'h3',
  reference,
  isOpen,
  wordsOf,
  besideOf,
  children,
}: Props) {
  const t = useTranslations('results.side')
  return (
    <details className="theme" id={`theme-${themeId}`} open={isOpen}>
      <summary>
        <Heading>{title}</Heading>
        <span>{count}</span>
      </summary>
      {restatements.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {families.map(({ id, lead, indicators }) => {
        const isNotAsked = indicators.flat().every((figure) => besideOf(figure).isNotAsked)
        const maker = {
          population,
          wordsOf,
          besideOf: isNotAsked ? (figure: Figure) => ({ ...besideOf(figure), side: null }) : besideOf,
        }
        const rows = indicators.map((each) => indicatorRows(each, maker).html).join('')
        return (
          <Fragment key={id}>
            <p className="family">{lead}</p>
            {isNotAsked && <p className="side">{t('notAsked')}</p>}
            <ul className="figure-rows" dangerouslySetInnerHTML={{ __html: rows }} />
          </Fragment>
        )
      })}
      <p className="theme-notes">{[reference, ...notes].join(' ')}</p>
      {children}
    </details>
  )
}
