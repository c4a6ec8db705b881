import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Figure } from '@/lib/comparison/figures'
import { figureFragment } from './figure-fragment'
import { usePercent } from './use-figure-words'

/** What stands beside a figure. */
export interface Beside {
  /** The reader's side in words; null where there is no reader to speak of. */
  readonly side: string | null
  /** Whether that is because the reader was not asked: where that goes for a whole family of figures, it is said once. */
  readonly isNotAsked: boolean
  /** Whether the figure speaks of the reader too. */
  readonly isOwn: boolean
  /** Whether the figure is about the reader's age. */
  readonly isOwnAge: boolean
  /** What else is told of the figure. */
  readonly more: ReactNode
}

/** Nothing: there is no reader. */
export const nothingBeside: Beside = {
  side: null,
  isNotAsked: false,
  isOwn: false,
  isOwnAge: false,
  more: null,
}

interface Props {
  readonly figure: Figure
  readonly label: string
  /** The population where it is another than that of the theme, and does not make the label. */
  readonly note: string | null
  readonly beside: Beside
  /** Rows of groups, under the row of all. */
  readonly children?: ReactNode
}

/** One published figure: what it is about, its share in a number and as a bar, and the reader's side. */
export function FigureRow({ figure, label, note, beside, children }: Props) {
  const t = useTranslations('figures')
  const percent = usePercent()
  const { qualifier, sharePercent, status } = figure
  return (
    <li
      id={figureFragment(figure)}
      className={beside.isOwn ? 'figure-row own' : 'figure-row'}
      data-figure={`${figure.indicator}/${figure.population}`}
    >
      <span className="figure-label">{label}</span> {note !== null && <small>{note}</small>}{' '}
      <b>{t('share', { qualifier, share: percent(sharePercent) })}</b>{' '}
      {status === 'disputed' && <small>{t('disputed')}</small>}
      <svg className="figure-bar" aria-hidden="true" focusable="false">
        <rect width={`${sharePercent}%`} height="100%" />
      </svg>
      {beside.side !== null && <span className="side">{beside.side}</span>}
      {beside.more}
      {children}
    </li>
  )
}
