import { isPopulationCode } from '@/lib/comparison/populations'
import { bands, type Band, type PublishedTable } from '@/lib/disclosure/aggregates/edition-tables'
import { useTranslations } from '@/lib/i18n/translations'
import { isItemId, itemById } from '@/lib/instrument/catalogue'

/** The words of tables. What the instrument has lost since an edition was made is called by its id. */
export function useTableWords() {
  const t = useTranslations()
  type Key = Parameters<typeof t>[0]
  const bandLabels = Object.fromEntries(
    bands.map((band) => [band, t(`options.ageBand.${band}`)]),
  ) as Readonly<Record<Band, string>>
  return {
    bandLabels,
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
