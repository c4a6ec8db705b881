import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FiguresUnavailable } from '@/components/figures/figures-unavailable'
import { ErrorNotice } from '@/components/layout/error-notice'
import { PageShell } from '@/components/layout/page-shell'
import { EditionView } from '@/components/participants/edition-view'
import { DatabaseError } from '@/lib/errors'
import { setResponseStatus } from '@/lib/http/response-status'
import { loadEdition, type LoadedEdition } from '../../load-edition'

/** Read for each request: which editions there are is known then. */
export const dynamic = 'force-dynamic'

export async function generateMetadata({
  params,
}: PageProps<'/[locale]/participants/[edition]'>): Promise<Metadata> {
  const t = await getTranslations()
  const loaded = await loadEdition((await params).edition)
  if (loaded instanceof DatabaseError) return { title: t('errors.databaseTitle') }
  const { edition } = loaded
  return edition === null
    ? { title: t('participants.unknownTitle'), robots: { index: false } }
    : { title: t('participants.editionTitle', { number: edition.number }) }
}

async function Edition({ edition, ...rest }: LoadedEdition) {
  const t = await getTranslations('participants')
  if (edition === null) {
    setResponseStatus(404)
    return (
      <ErrorNotice title={t('unknownTitle')} route="participants" link={t('toLatest')}>
        {t('unknown')}
      </ErrorNotice>
    )
  }
  return (
    <div className="results">
      <h1>{t('editionTitle', { number: edition.number })}</h1>
      <EditionView edition={edition} {...rest} />
    </div>
  )
}

/** One edition, which stays at its address for good. */
export default async function EditionPage({ params }: PageProps<'/[locale]/participants/[edition]'>) {
  const { edition: id } = await params
  const loaded = await loadEdition(id)
  const isFailure = loaded instanceof DatabaseError
  if (isFailure) setResponseStatus(503)
  return (
    <PageShell route="participants" below={isFailure || loaded.edition === null ? '' : `/${id}`}>
      {isFailure ? (
        <FiguresUnavailable failure={loaded.failure} route="participants" />
      ) : (
        <Edition {...loaded} />
      )}
    </PageShell>
  )
}
