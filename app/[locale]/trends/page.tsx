import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FiguresUnavailable } from '@/components/figures/figures-unavailable'
import { Trends } from '@/components/figures/trends'
import { PageShell } from '@/components/layout/page-shell'
import { DatabaseError } from '@/lib/errors'
import { setResponseStatus } from '@/lib/http/response-status'
import { loadTrends } from './load-trends'

/** Made once for each state of the figures, by the server: no build has the database. */
export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('trends')
  return { title: t('title'), description: t('lead') }
}

export default async function TrendsPage() {
  const loaded = await loadTrends()
  const isFailure = loaded instanceof DatabaseError
  if (isFailure) setResponseStatus(503)
  return (
    <PageShell route="trends">
      {isFailure ? <FiguresUnavailable failure={loaded.failure} route="trends" /> : <Trends {...loaded} />}
    </PageShell>
  )
}
