import { useTranslations } from '@/lib/i18n/translations'
import { useDateWords } from '@/lib/i18n/use-date-words'
import type { WeekBlock } from '@/lib/participation/dashboard-view'
import { mondayOf, sundayOf, weekCountOf } from '@/lib/counts/week-days'

/** The words for a block: "weeks of 5 October to 18 October 2026", from its first Monday to its last Sunday. */
export function useWeekWords(): (block: WeekBlock) => string {
  const t = useTranslations('admin.dashboard')
  const dateWords = useDateWords()
  return (block) => {
    const [first, last] = [mondayOf(block.firstWeek), sundayOf(block.lastWeek)]
    const isInOneYear = first.getUTCFullYear() === last.getUTCFullYear()
    return t('weeks', {
      count: weekCountOf(block),
      first: dateWords(first, isInOneYear ? { day: 'numeric', month: 'long' } : { dateStyle: 'long' }),
      last: dateWords(last, { dateStyle: 'long' }),
    })
  }
}
