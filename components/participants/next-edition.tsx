import { useTranslations } from '@/lib/i18n/translations'
import { useDayWords } from '@/lib/i18n/use-date-words'
import type { ShownNext } from './shown-edition'

/** When the next edition may come, and what it waits for. */
export function NextEdition({ earliestOn, needed, hasEnoughWaiting, opensOn, lastDay, isOver }: ShownNext) {
  const t = useTranslations('participants.next')
  const dayWords = useDayWords()
  const isFirst = earliestOn === null
  return (
    <p className="hint next-edition">
      {isFirst ? t('first', { needed }) : t('later', { earliest: dayWords(earliestOn), needed })}{' '}
      {t(hasEnoughWaiting ? 'enough' : 'fewer', { needed })}
      {opensOn !== null && ` ${t('from', { day: dayWords(opensOn) })}`}
      {lastDay !== null && ` ${t(isOver ? 'ended' : 'lastDay', { day: dayWords(lastDay) })}`}
    </p>
  )
}
