import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageShell } from '@/components/layout/page-shell'
import { ReloadLink } from '@/components/layout/reload-link'
import { useTranslations } from '@/lib/i18n/translations'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('errors')
  return { title: t('pageTooOldTitle'), robots: { index: false } }
}

/**
 * What the server answers a form with that calls an action which is not there any more: the site was built anew since its page
 * was loaded. It stands at the address of that page, which its link therefore loads.
 */
export default function PageTooOldPage() {
  const t = useTranslations('errors')
  return (
    <PageShell route="home">
      <section className="error-notice">
        <h1>{t('pageTooOldTitle')}</h1>
        <p>{t('pageTooOld')}</p>
        <p className="actions">
          <ReloadLink>{t('reload')}</ReloadLink>
        </p>
      </section>
    </PageShell>
  )
}
