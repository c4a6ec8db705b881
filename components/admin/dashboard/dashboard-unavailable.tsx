import { useLocale } from 'next-intl'
import type { DatabaseFailure } from '@/lib/errors'
import { useTranslations } from '@/lib/i18n/translations'
import { adminPath } from '@/lib/i18n/admin-pages'

interface Props {
  readonly failure: DatabaseFailure
}

/** The dashboard while its numbers cannot be read. */
export function DashboardUnavailable({ failure }: Props) {
  const t = useTranslations()
  return (
    <section className="error-notice">
      <h1>{t('admin.dashboard.unavailableTitle')}</h1>
      <p>{t(`errors.${failure}`)}</p>
      <p className="actions">
        <a className="button" href={adminPath('dashboard', useLocale())}>
          {t('errors.retry')}
        </a>
      </p>
    </section>
  )
}
