import { useFormatter, useTranslations } from '@/lib/i18n/translations'
import type { ShownCount } from '@/lib/participation/dashboard-view'

/** A number of people in the language of the page, or the words in its place. */
export function useCountWords(): (count: ShownCount) => string {
  const t = useTranslations('admin.dashboard.counts')
  const format = useFormatter()
  return (count) => (typeof count === 'number' ? format.number(count) : t(count))
}
