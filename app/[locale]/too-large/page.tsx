import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ErrorNotice } from '@/components/layout/error-notice'
import { PageShell } from '@/components/layout/page-shell'
import { useTranslations } from '@/lib/i18n/translations'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('errors')
  return { title: t('tooLargeTitle'), robots: { index: false } }
}

/** What the server answers a request with whose body is too large. */
export default function TooLargePage() {
  const t = useTranslations('errors')
  return (
    <PageShell route="questionnaire">
      <ErrorNotice title={t('tooLargeTitle')} route="questionnaire" link={t('toQuestionnaire')}>
        {t('tooLarge')}
      </ErrorNotice>
    </PageShell>
  )
}
