import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SiteMap } from '@/components/information/site-map'
import { PageShell } from '@/components/layout/page-shell'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('siteMap')
  return { title: t('title') }
}

export default function SiteMapPage() {
  return (
    <PageShell route="siteMap">
      <SiteMap />
    </PageShell>
  )
}
