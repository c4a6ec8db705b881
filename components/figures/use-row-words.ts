import { useLocale } from 'next-intl'
import { useTranslations } from '@/lib/i18n/translations'
import type { Figure } from '@/lib/comparison/figures'
import { usePercent } from './use-figure-words'

/** What the row of a figure says to every reader. */
export interface RowWords {
  readonly label: string
  /** The population: "under 35". */
  readonly group: string
  /** The same where it is the reader's age: "under 35 · your age". */
  readonly ownGroup: string
  readonly share: string
  /** That the figure is disputed; null where it is not. */
  readonly disputed: string | null
}

export type WordsOf = ReadonlyMap<Figure, RowWords>

/** Formatting takes longer than all else of a page: each state of a wave's figures is put into words once for each language. */
const known = new WeakMap<readonly Figure[], Map<string, WordsOf>>()

/** The words of the rows of all figures. */
export function useRowWords(figures: readonly Figure[]): WordsOf {
  const t = useTranslations()
  const percent = usePercent()
  const locale = useLocale()
  const byLocale = known.get(figures) ?? new Map<string, WordsOf>()
  known.set(figures, byLocale)
  const made =
    byLocale.get(locale) ??
    new Map(
      figures.map((figure) => {
        const { indicator, population, qualifier, sharePercent, status } = figure
        const group = t(`populationLabels.${population}`)
        return [
          figure,
          {
            label: t(`indicators.${indicator}.label`),
            group,
            ownGroup: t('results.side.own', { group }),
            share: t('figures.share', { qualifier, share: percent(sharePercent) }),
            disputed: status === 'disputed' ? t('figures.disputed') : null,
          },
        ]
      }),
    )
  byLocale.set(locale, made)
  return made
}
