import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FiguresUnavailable } from '@/components/figures/figures-unavailable'
import { PageShell } from '@/components/layout/page-shell'
import { EditionView } from '@/components/participants/edition-view'
import { NoEdition } from '@/components/participants/no-edition'
import { DatabaseError } from '@/lib/errors'
import { setResponseStatus } from '@/lib/http/response-status'
import { loadEdition, type LoadedEdition } from '../load-edition'

/** Read for each request: an edition appears between two. */
export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('participants')
  return { title: t('title'), description: t('description') }
}

async function Latest({ edition, ...rest }: LoadedEdition) {
  const t = await getTranslations('participants')
  return (
    <div className="results">
      <h1>{t('title')}</h1>
      {edition === null ? <NoEdition next={rest.next} /> : <EditionView edition={edition} {...rest} />}
    </div>
  )
}

/** The latest edition: what is published of this site's participants. */
export default async function ParticipantsPage() {
  const loaded = await loadEdition(null)
  const isFailure = loaded instanceof DatabaseError
  if (isFailure) setResponseStatus(503)
  return (
    <PageShell route="participants">
      {isFailure ? (
        <FiguresUnavailable failure={loaded.failure} route="participants" />
      ) : (
        <Latest {...loaded} />
      )}
    </PageShell>
  )
}
