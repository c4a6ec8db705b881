import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AccessibilityStatement } from '@/components/information/accessibility-statement'
import { PageShell } from '@/components/layout/page-shell'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accessibility')
  return { title: t('title') }
}

export default function AccessibilityPage() {
  return (
    <PageShell route="accessibility">
      <AccessibilityStatement />
    </PageShell>
  )
}
