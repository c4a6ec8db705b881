import { useTranslations } from '@/lib/i18n/translations'
import { itemById, type ItemId } from '@/lib/instrument/catalogue'
import { tools } from '@/lib/instrument/tools'

/** What a question is about, within its theme: the tool, or else its label. */
export function useItemName(): (id: ItemId) => string {
  const t = useTranslations()
  return (id) => {
    const { step } = itemById(id)
    const tool = tools.find((each) => each === step)
    return tool === undefined ? t(`items.${id}.label`) : t(`toolLabels.${tool}`)
  }
}
