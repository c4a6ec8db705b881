import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Method } from '@/components/information/method'
import { PageShell } from '@/components/layout/page-shell'
import publishedWave from '@/prisma/data/2025-12/wave.json'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('method')
  return { title: t('title') }
}

export default function MethodPage() {
  return (
    <PageShell route="method">
      <Method wave={publishedWave} sources={publishedWave.sources} />
    </PageShell>
  )
}
