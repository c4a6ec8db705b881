import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Privacy } from '@/components/information/privacy'
import { PageShell } from '@/components/layout/page-shell'
import { readSettings } from '@/lib/env'
import { loadOperator } from '../load-operator'

/** Made once for each state of what it shows, by the server: no build has the database. */
export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('privacy')
  return { title: t('title') }
}

export default async function PrivacyPage() {
  const { receiptDays, responseMonths } = readSettings().contribution
  return (
    <PageShell route="privacy">
      <Privacy receiptDays={receiptDays} responseMonths={responseMonths} operator={await loadOperator()} />
    </PageShell>
  )
}
