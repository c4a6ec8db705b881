import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DatasetScript } from '@/components/figures/dataset-script'
import { FiguresUnavailable } from '@/components/figures/figures-unavailable'
import { NationalFigures } from '@/components/figures/national-figures'
import { PageShell } from '@/components/layout/page-shell'
import { readSettings } from '@/lib/env'
import { DatabaseError } from '@/lib/errors'
import { setResponseStatus } from '@/lib/http/response-status'
import { localeFrom } from '@/lib/i18n/locales'
import { loadDataset } from '../load-dataset'
import { loadFigures } from '../load-figures'

/** Made once for each state of the figures, by the server: no build has the database. */
export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('figuresPage')
  return { title: t('title'), description: t('lead') }
}

export default async function FiguresPage({ params }: PageProps<'/[locale]/figures'>) {
  const loaded = await loadFigures()
  const isFailure = loaded instanceof DatabaseError
  if (isFailure) setResponseStatus(503)
  const dataset = isFailure ? null : await loadDataset(localeFrom((await params).locale), null)
  return (
    <PageShell route="figures">
      {isFailure ? (
        <FiguresUnavailable failure={loaded.failure} route="figures" />
      ) : (
        <>
          <NationalFigures {...loaded} origin={readSettings().publicUrl ?? null} />
          {dataset && <DatasetScript files={dataset} />}
        </>
      )}
    </PageShell>
  )
}
