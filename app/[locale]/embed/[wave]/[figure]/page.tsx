import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EmbeddedFigure } from '@/components/figures/embedded-figure'
import { FiguresUnavailable } from '@/components/figures/figures-unavailable'
import { ErrorNotice } from '@/components/layout/error-notice'
import { DatabaseError } from '@/lib/errors'
import { setResponseStatus } from '@/lib/http/response-status'
import { loadFigure } from '../../../load-figure'

/** Made once for each state of the figures, by the server: see server/kept-pages.ts. */
export const dynamic = 'force-dynamic'

type Props = PageProps<'/[locale]/embed/[wave]/[figure]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const loaded = await loadFigure(params)
  const t = await getTranslations()
  const isFound = loaded !== null && !(loaded instanceof DatabaseError)
  return {
    title: isFound ? loaded.language.sentence(loaded.figure) : t('figureData.page.unknownTitle'),
    // The page of the figure is the one to find.
    robots: { index: false },
  }
}

/** One figure for pages of other sites. */
export default async function EmbedPage({ params }: Props) {
  const loaded = await loadFigure(params)
  const t = await getTranslations('figureData.page')
  if (loaded instanceof DatabaseError) {
    setResponseStatus(503)
    return <FiguresUnavailable failure={loaded.failure} route="figures" />
  }
  if (loaded === null) {
    setResponseStatus(404)
    return (
      <main className="embed">
        <ErrorNotice title={t('unknownTitle')} route="figures" link={t('all')}>
          <p>{t('unknown')}</p>
        </ErrorNotice>
      </main>
    )
  }
  return <EmbeddedFigure {...loaded} />
}
