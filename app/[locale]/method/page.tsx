import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Method } from '@/components/information/method'
import { PageShell } from '@/components/layout/page-shell'
import { currentWave } from '@/lib/comparison/waves'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('method')
  return { title: t('title') }
}

export default function MethodPage() {
  return (
    <PageShell route="method">
      <Method wave={currentWave} sources={currentWave.sources} />
    </PageShell>
  )
}
