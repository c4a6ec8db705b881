import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { Home } from '@/components/information/home'
import { PageShell } from '@/components/layout/page-shell'
import { StartLink } from '@/components/questionnaire/start-link'
import { landmarks } from '@/lib/comparison/landmarks'
import { compare } from '@/lib/comparison/compare'
import { DatabaseError } from '@/lib/errors'
import { pathTo } from '@/lib/i18n/routes'
import { loadFigures } from './load-figures'

/** Made once for each state of the figures, by the server: no build has the database. */
export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('home')
  return { title: t('title') }
}

export default async function HomePage() {
  const t = await getTranslations('home')
  const loaded = await loadFigures()
  const [first] = loaded instanceof DatabaseError ? [] : landmarks({}, compare({}, loaded.figures))
  const taste =
    loaded instanceof DatabaseError || first === undefined ? null : { ...loaded, figure: first.figure }
  return (
    <PageShell route="home">
      <Home taste={taste}>
        <StartLink
          href={pathTo('questionnaire', await getLocale())}
          start={t('start')}
          resume={t('resume')}
        />
      </Home>
    </PageShell>
  )
}
