import { useLocale } from 'next-intl'
import { useTranslations } from '@/lib/i18n/translations'
import { pathTo } from '@/lib/i18n/routes'
import type { PublishedShares } from '@/lib/participation/published-shares'

export interface ShownParticipants {
  readonly shares: PublishedShares
  /** Some of them are made up. */
  readonly hasDemo: boolean
}

/** Who the participants are, and what their figures cannot say. Stands above all of them. */
export function ParticipantsNote({ shares: { responseCount }, hasDemo }: ShownParticipants) {
  const t = useTranslations('participants')
  const locale = useLocale()
  if (responseCount === null) return null
  return (
    <div className="participants-note">
      {hasDemo && <p className="notice">{t('demo')}</p>}
      <p>
        {t.rich('who', {
          count: responseCount,
          link: (words) => <a href={`${pathTo('method', locale)}#participants`}>{words}</a>,
        })}
      </p>
    </div>
  )
}
