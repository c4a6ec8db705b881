import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageShell } from '@/components/layout/page-shell'
import { localeFrom } from '@/lib/i18n/locales'
import { loadWave } from '../../load-figures'
import { UnknownWave } from '../../unknown-wave'
import { FiguresOfWave } from '../figures-of-wave'

/** Made once for each state of the figures, by the server: no build has the database. */
export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('figuresPage')
  return { title: t('title'), description: t('lead') }
}

/** All figures of one wave, which stays at its address. */
export default async function WaveFiguresPage({ params }: PageProps<'/[locale]/figures/[wave]'>) {
  const { locale, wave: id } = await params
  const loaded = await loadWave(id)
  return (
    <PageShell route="figures" below={loaded === null ? '' : `/${id}`}>
      {loaded === null ? (
        <UnknownWave route="figures" />
      ) : (
        <FiguresOfWave locale={localeFrom(locale)} waveId={id} loaded={loaded} />
      )}
    </PageShell>
  )
}
