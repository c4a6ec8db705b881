import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BusyNotice } from '@/components/layout/busy-notice'
import { PageShell } from '@/components/layout/page-shell'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('errors')
  return { title: t('busyTitle'), robots: { index: false } }
}

/** What the server answers where more is asked for than it can do at a time. server/busy.ts puts what was sent into its form. */
export default function BusyPage() {
  return (
    <PageShell route="questionnaire">
      <BusyNotice />
    </PageShell>
  )
}
