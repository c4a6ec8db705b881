import { useFormatter, useTranslations } from 'next-intl'
import type { WeekBlock } from '@/lib/participation/dashboard-view'
import { mondayOf, sundayOf, weekCountOf } from '@/lib/participation/week-days'

/** The words for a block: "weeks of October 5, 2026 to October 18, 2026", from its first Monday to its last Sunday. */
export function useWeekWords(): (block: WeekBlock) => string {
  const t = useTranslations('admin.dashboard')
  const format = useFormatter()
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'long' })
  return (block) =>
    t('weeks', {
      count: weekCountOf(block),
      first: day(mondayOf(block.firstWeek)),
      last: day(sundayOf(block.lastWeek)),
    })
}
