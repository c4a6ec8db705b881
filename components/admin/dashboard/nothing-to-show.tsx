import { useLocale } from 'next-intl'
import { SeparateTexts } from '@/components/ui/separate-texts'
import { useTranslations } from '@/lib/i18n/translations'
import { pathTo } from '@/lib/i18n/routes'
import type { DashboardState } from '@/lib/participation/dashboard-view'
import type { Thresholds } from '@/lib/participation/thresholds'
import { dashboardParts } from './dashboard-parts'

interface Props {
  readonly found: Exclude<DashboardState, { state: 'shown' }>
  readonly thresholds: Thresholds
}

/** Why there are no numbers yet, what makes them come, and what they will be. */
export function NothingToShow({ found, thresholds }: Props) {
  const t = useTranslations('admin.dashboard')
  const locale = useLocale()
  return (
    <section className="nothing-to-show" aria-labelledby="nothing-title">
      <h2 id="nothing-title">{t(`${found.state}.title`)}</h2>
      <p>
        <span>
          <SeparateTexts>
            {found.state === 'empty'
              ? t.rich('empty.lead', {
                  link: (words) => <a href={pathTo('questionnaire', locale)}>{words}</a>,
                })
              : t('few.lead', { needed: found.needed })}
          </SeparateTexts>
        </span>{' '}
        <span>{t('counted', { newResponses: thresholds.smallestCell })}</span>
      </p>
      <h3>{t('coming')}</h3>
      <ul>
        {dashboardParts.map((part) => (
          <li key={part}>{t(`${part}.title`)}</li>
        ))}
      </ul>
    </section>
  )
}
