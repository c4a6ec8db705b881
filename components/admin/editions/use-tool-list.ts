import type { Tool } from '@/lib/instrument/tools'
import { useFormatter, useTranslations } from '@/lib/i18n/translations'

/** Names tools in a list: "teleconsultation and connected devices"; says that there are none. */
export function useToolList(): (tools: readonly Tool[]) => string {
  const label = useTranslations('toolLabels')
  const t = useTranslations('admin.editions.list')
  const format = useFormatter()
  return (tools) => (tools.length === 0 ? t('none') : format.list(tools.map((tool) => label(tool))))
}
