import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Corrections } from '@/components/figures/corrections'
import { FiguresUnavailable } from '@/components/figures/figures-unavailable'
import { PageShell } from '@/components/layout/page-shell'
import { DatabaseError } from '@/lib/errors'
import { setResponseStatus } from '@/lib/http/response-status'
import { loadCorrections } from './load-corrections'

/** Made once for each state of the figures, by the server: no build has the database. */
export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('corrections')
  return { title: t('title'), description: t('lead') }
}

export default async function CorrectionsPage() {
  const loaded = await loadCorrections()
  const isFailure = loaded instanceof DatabaseError
  if (isFailure) setResponseStatus(503)
  return (
    <PageShell route="corrections">
      {isFailure ? (
        <FiguresUnavailable failure={loaded.failure} route="corrections" />
      ) : (
        <Corrections waves={loaded} />
      )}
    </PageShell>
  )
}
