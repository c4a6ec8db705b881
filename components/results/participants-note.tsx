import { useLocale } from 'next-intl'
import type { PublishedTable } from '@/lib/disclosure/aggregates/edition-tables'
import { useTranslations } from '@/lib/i18n/translations'
import { pathTo } from '@/lib/i18n/routes'
import { useDayWords } from '@/lib/i18n/use-date-words'

/** What the results take of the latest edition. */
export interface ShownParticipants {
  readonly isDemo: boolean
  /** How many people the tables count: a multiple of five. */
  readonly count: number
  /** The last day of the responses in it, `YYYY-MM-DD`. */
  readonly until: string
  readonly tables: readonly PublishedTable[]
}

/** Who the participants are, and what their figures cannot say. Stands above all of them. */
export function ParticipantsNote({ isDemo, count, until }: ShownParticipants) {
  const t = useTranslations('participants')
  const locale = useLocale()
  const day = useDayWords()(until)
  return (
    <div className="participants-note">
      {isDemo && <p className="notice">{t('demo')}</p>}
      <p>
        {t.rich('note', {
          count,
          until: day,
          link: (words) => <a href={pathTo('participants', locale)}>{words}</a>,
        })}
      </p>
    </div>
  )
}
