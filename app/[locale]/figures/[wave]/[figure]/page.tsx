import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FigurePage } from '@/components/figures/figure-page'
import { FiguresUnavailable } from '@/components/figures/figures-unavailable'
import { ErrorNotice } from '@/components/layout/error-notice'
import { PageShell } from '@/components/layout/page-shell'
import { DatabaseError } from '@/lib/errors'
import { setResponseStatus } from '@/lib/http/response-status'
import { loadFigure } from '../../../load-figure'

/** Made once for each state of the figures, by the server: see server/kept-pages.ts. */
export const dynamic = 'force-dynamic'

type Props = PageProps<'/[locale]/figures/[wave]/[figure]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations()
  const loaded = await loadFigure(params)
  if (loaded instanceof DatabaseError) return { title: t('errors.databaseTitle') }
  if (loaded === null) return { title: t('figureData.page.unknownTitle'), robots: { index: false } }
  const { figure, language } = loaded
  return {
    title: language.sentence(figure),
    description: language.citationLong(figure, loaded.published.document, null),
  }
}

/** One figure, which stays at its address for good. */
export default async function OneFigurePage({ params }: Props) {
  const { wave, figure } = await params
  const loaded = await loadFigure(params)
  const t = await getTranslations('figureData.page')
  if (loaded instanceof DatabaseError) {
    setResponseStatus(503)
    return (
      <PageShell route="figures">
        <FiguresUnavailable failure={loaded.failure} route="figures" />
      </PageShell>
    )
  }
  if (loaded === null) {
    setResponseStatus(404)
    return (
      <PageShell route="figures">
        <ErrorNotice title={t('unknownTitle')} route="figures" link={t('all')}>
          <p>{t('unknown')}</p>
        </ErrorNotice>
      </PageShell>
    )
  }
  return (
    <PageShell route="figures" below={`/${wave}/${figure}`}>
      <FigurePage {...loaded} />
    </PageShell>
  )
}
