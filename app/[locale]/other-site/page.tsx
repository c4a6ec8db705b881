import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ErrorNotice } from '@/components/layout/error-notice'
import { PageShell } from '@/components/layout/page-shell'
import { useTranslations } from '@/lib/i18n/translations'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('errors')
  return { title: t('otherSiteTitle'), robots: { index: false } }
}

/** What the server answers a request with that may come from another site. */
export default function OtherSitePage() {
  const t = useTranslations('errors')
  return (
    <PageShell route="questionnaire">
      <ErrorNotice title={t('otherSiteTitle')} route="questionnaire" link={t('toQuestionnaire')}>
        {t('otherSite')}
      </ErrorNotice>
    </PageShell>
  )
}
