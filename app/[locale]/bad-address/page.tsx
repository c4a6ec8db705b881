import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ErrorNotice } from '@/components/layout/error-notice'
import { PageShell } from '@/components/layout/page-shell'
import { useTranslations } from '@/lib/i18n/translations'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('errors')
  return { title: t('badAddressTitle'), robots: { index: false } }
}

/** What the server answers where it cannot tell which page is asked for. */
export default function BadAddressPage() {
  const t = useTranslations('errors')
  return (
    <PageShell route="home">
      <ErrorNotice title={t('badAddressTitle')} route="home" link={t('home')}>
        {t('badAddress')}
      </ErrorNotice>
    </PageShell>
  )
}
