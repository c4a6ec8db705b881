import { useFormatter, useTranslations } from 'next-intl'
import type { WeekBlock } from '@/lib/participation/dashboard-view'
import { mondayOf, sundayOf, weekCountOf } from '@/lib/participation/week-days'

/** The words for a block: "weeks of October 5 to October 18, 2026", from its first Monday to its last Sunday. */
export function useWeekWords(): (block: WeekBlock) => string {
  const t = useTranslations('admin.dashboard')
  const format = useFormatter()
  return (block) => {
    const [first, last] = [mondayOf(block.firstWeek), sundayOf(block.lastWeek)]
    const isInOneYear = first.getUTCFullYear() === last.getUTCFullYear()
    return t('weeks', {
      count: weekCountOf(block),
      first: format.dateTime(first, isInOneYear ? { day: 'numeric', month: 'long' } : { dateStyle: 'long' }),
      last: format.dateTime(last, { dateStyle: 'long' }),
    })
  }
}
