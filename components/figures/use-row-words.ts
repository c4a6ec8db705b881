import { useLocale } from 'next-intl'
import { useTranslations } from '@/lib/i18n/translations'
import type { Figure } from '@/lib/comparison/figures'
import { once } from '@/lib/once'
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

/** The words of the rows of all figures. Formatting takes longer than all else of a page: they are made once for each language. */
export function useRowWords(figures: readonly Figure[]): WordsOf {
  const t = useTranslations()
  const percent = usePercent()
  const wordsOf = ({ indicator, population, qualifier, sharePercent, status }: Figure): RowWords => {
    const group = t(`populationLabels.${population}`)
    return {
      label: t(`indicators.${indicator}.label`),
      group,
      ownGroup: t('results.side.own', { group }),
      share: t('figures.share', { qualifier, share: percent(sharePercent) }),
      disputed: status === 'disputed' ? t('figures.disputed') : null,
    }
  }
  return once(
    figures,
    `row words, ${useLocale()}`,
    () => new Map(figures.map((figure) => [figure, wordsOf(figure)])),
  )
}
