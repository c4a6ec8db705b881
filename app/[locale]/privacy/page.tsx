import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Privacy } from '@/components/information/privacy'
import { PageShell } from '@/components/layout/page-shell'
import { readSettings } from '@/lib/env'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('privacy')
  return { title: t('title') }
}

export default function PrivacyPage() {
  const { receiptDays, responseMonths } = readSettings().contribution
  return (
    <PageShell route="privacy">
      <Privacy receiptDays={receiptDays} responseMonths={responseMonths} />
    </PageShell>
  )
}
