import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageShell } from '@/components/layout/page-shell'
import { localeFrom } from '@/lib/i18n/locales'
import { loadFigures } from '../load-figures'
import { FiguresOfWave } from './figures-of-wave'

/** Made once for each state of the figures, by the server: no build has the database. */
export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('figuresPage')
  return { title: t('title'), description: t('lead') }
}

export default async function FiguresPage({ params }: PageProps<'/[locale]/figures'>) {
  const { locale } = await params
  return (
    <PageShell route="figures">
      <FiguresOfWave locale={localeFrom(locale)} waveId={null} loaded={await loadFigures()} />
    </PageShell>
  )
}
