import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Privacy } from '@/components/information/privacy'
import { PageShell } from '@/components/layout/page-shell'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('privacy')
  return { title: t('title') }
}

export default function PrivacyPage() {
  return (
    <PageShell route="privacy">
      <Privacy />
    </PageShell>
  )
}
