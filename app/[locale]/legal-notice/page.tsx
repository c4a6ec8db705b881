import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LegalNotice } from '@/components/information/legal-notice'
import { PageShell } from '@/components/layout/page-shell'
import { loadOperator } from '../load-operator'

/** Made once for each state of what it shows, by the server: no build has the database. */
export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('legalNotice')
  return { title: t('title') }
}

export default async function LegalNoticePage() {
  return (
    <PageShell route="legalNotice">
      <LegalNotice operator={await loadOperator()} />
    </PageShell>
  )
}
