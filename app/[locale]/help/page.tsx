import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { HelpPage } from '@/components/information/help-page'
import { PageShell } from '@/components/layout/page-shell'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('helpPage')
  return { title: t('title') }
}

export default function Page() {
  return (
    <PageShell route="help">
      <HelpPage />
    </PageShell>
  )
}
