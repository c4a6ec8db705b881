import { ErrorNotice } from '@/components/layout/error-notice'
import type { DatabaseFailure } from '@/lib/errors'
import { useTranslations } from '@/lib/i18n/translations'
import type { RouteId } from '@/lib/i18n/routes'

interface Props {
  readonly failure: DatabaseFailure
  /** The page that needs the figures. */
  readonly route: RouteId
}

/** A page while the national figures cannot be read. */
export function FiguresUnavailable({ failure, route }: Props) {
  const t = useTranslations('errors')
  return (
    <ErrorNotice title={t('databaseTitle')} route={route} link={t('retry')}>
      <p>{t(failure)}</p>
      {route === 'results' && <p>{t('databaseKept')}</p>}
    </ErrorNotice>
  )
}
