import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FiguresUnavailable } from '@/components/figures/figures-unavailable'
import { Method } from '@/components/information/method'
import { PageShell } from '@/components/layout/page-shell'
import { DatabaseError } from '@/lib/errors'
import { setResponseStatus } from '@/lib/http/response-status'
import { loadFigures } from '../load-figures'

/** Made once for each state of the figures, by the server: no build has the database. */
export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('method')
  return { title: t('title') }
}

export default async function MethodPage() {
  const loaded = await loadFigures()
  const isFailure = loaded instanceof DatabaseError
  if (isFailure) setResponseStatus(503)
  return (
    <PageShell route="method">
      {isFailure ? <FiguresUnavailable failure={loaded.failure} route="method" /> : <Method {...loaded} />}
    </PageShell>
  )
}
