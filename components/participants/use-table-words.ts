import { isPopulationCode } from '@/lib/comparison/populations'
import { bands, type Column, type PublishedTable } from '@/lib/disclosure/aggregates/edition-tables'
import { useTranslations } from '@/lib/i18n/translations'
import { isItemId, itemById } from '@/lib/instrument/catalogue'

/** The columns as they are shown: both bands together stand first. */
export const tableColumns = ['both', ...bands] as const

/** The words of tables. What the instrument has lost since an edition was made is called by its id. */
export function useTableWords() {
  const t = useTranslations()
  type Key = Parameters<typeof t>[0]
  const columnLabels: Readonly<Record<Column, string>> = {
    both: t('participants.together'),
    under35: t('options.ageBand.under35'),
    from35: t('options.ageBand.from35'),
  }
  return {
    columnLabel: (column: Column): string => columnLabels[column],
    question: (item: string): string => (isItemId(item) ? t(`items.${item}.question`) : item),
    option: (item: string, option: string): string => {
      const key = isItemId(item) ? `options.${itemById(item).optionSet}.${option}` : null
      return key !== null && t.has(key as Key) ? t(key as Key) : option
    },
    /** Among whom it is counted; null: everyone to whom the question was put. */
    population: ({ population }: PublishedTable): string | null =>
      population !== null && isPopulationCode(population) ? t(`populationLabels.${population}`) : population,
  }
}
