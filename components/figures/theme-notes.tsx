import { useTranslations } from '@/lib/i18n/translations'
import type { FigureTheme } from '@/lib/comparison/arrange'
import type { Figure } from '@/lib/comparison/figures'
import { indicatorOf } from '@/lib/comparison/indicators'
import { useItemName } from './use-item-name'

interface Props {
  readonly figures: readonly Figure[]
  readonly unpublished: FigureTheme['unpublished']
  /** "Wave December 2025, DSIH." */
  readonly reference: string
}

/** What limits the figures of a theme, each thing said once. */
export function ThemeNotes({ figures, unpublished, reference }: Props) {
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
