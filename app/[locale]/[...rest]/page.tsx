import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ErrorNotice } from '@/components/layout/error-notice'
import { PageShell } from '@/components/layout/page-shell'
import { useTranslations } from '@/lib/i18n/translations'
import { setResponseStatus } from '@/lib/http/response-status'

export const dynamicParams = true

// Read for each request, as the status is chosen for each.
export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('errors')
  return { title: t('notFoundTitle'), robots: { index: false } }
}

/**
 * Any other address of a language. The framework's own not-found page is empty where no script runs, and so this one is
 * a page like any other, with the status of one that is not there.
 */
export default function UnknownPage() {
  const t = useTranslations('errors')
  setResponseStatus(404)
  return (
    <PageShell route="home">
      <ErrorNotice title={t('notFoundTitle')} route="home" link={t('home')}>
        {t('notFound')}
      </ErrorNotice>
    </PageShell>
  )
}
