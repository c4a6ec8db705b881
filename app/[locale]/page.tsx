import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Home } from '@/components/layout/home'
import { PageShell } from '@/components/layout/page-shell'
import publishedWave from '@/prisma/data/2025-12/wave.json'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('home')
  return { title: t('title') }
}

export default function HomePage() {
  return (
    <PageShell route="home">
      <Home wave={publishedWave} sources={publishedWave.sources} />
    </PageShell>
  )
}
