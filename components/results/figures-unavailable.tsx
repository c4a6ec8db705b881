import { useTranslations } from 'next-intl'
import { ErrorNotice } from '@/components/layout/error-notice'
import type { DatabaseFailure } from '@/lib/errors'

/** The results page while the national figures cannot be read. */
export function FiguresUnavailable({ failure }: { readonly failure: DatabaseFailure }) {
  const t = useTranslations('errors')
  return (
    <ErrorNotice title={t('databaseTitle')} route="results" link={t('retry')}>
      <p>{t(failure)}</p>
      <p>{t('databaseKept')}</p>
    </ErrorNotice>
  )
}
