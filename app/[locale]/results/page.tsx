import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { PageShell } from '@/components/layout/page-shell'
import { NoAnswers } from '@/components/results/no-answers'
import { pathTo } from '@/lib/i18n/routes'
import { justCompared, readSession } from '@/lib/session/comparison-session'
import type { UnsealedSession } from '@/lib/session/sealed-session'
import { loadFigures } from '../load-figures'
import { Comparison } from './comparison'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('results')
  return { title: t('title'), robots: { index: false } }
}

/** Why there is nothing to compare. */
function reasonOf(session: Exclude<UnsealedSession, { kind: 'session' }>, isJustCompared: boolean) {
  if (session.kind === 'unreadable') return 'expired'
  return isJustCompared ? 'refused' : 'none'
}

export default async function ResultsPage({ searchParams }: PageProps<'/[locale]/results'>) {
  const isJustCompared = justCompared in (await searchParams)
  const session = await readSession()
  if (isJustCompared && session.kind === 'session') redirect(pathTo('results', await getLocale()))
  return (
    <PageShell route="results">
      {session.kind === 'session' ? (
        <Comparison session={session} loaded={await loadFigures()} />
      ) : (
        <NoAnswers reason={reasonOf(session, isJustCompared)} />
      )}
    </PageShell>
  )
}
