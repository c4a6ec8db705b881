import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageShell } from '@/components/layout/page-shell'
import { NoAnswers } from '@/components/results/no-answers'
import { readSession } from '@/lib/session/comparison-session'
import { loadWave } from '../../load-figures'
import { UnknownWave } from '../../unknown-wave'
import { Comparison } from '../comparison'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('results')
  return { title: t('title'), robots: { index: false } }
}

/** The same answers beside the figures of another wave. */
export default async function WaveResultsPage({ params }: PageProps<'/[locale]/results/[wave]'>) {
  const { wave: id } = await params
  const session = await readSession()
  const loaded = session.kind === 'session' ? await loadWave(id) : null
  const isUnknown = session.kind === 'session' && loaded === null
  return (
    <PageShell route="results" below={isUnknown ? '' : `/${id}`}>
      {session.kind !== 'session' ? (
        <NoAnswers reason={session.kind === 'unreadable' ? 'expired' : 'none'} />
      ) : loaded === null ? (
        <UnknownWave route="results" />
      ) : (
        <Comparison session={session} loaded={loaded} />
      )}
    </PageShell>
  )
}
