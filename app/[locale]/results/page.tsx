import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { ContributionOffer } from '@/components/contribution/contribution-offer'
import { PageShell } from '@/components/layout/page-shell'
import { FiguresUnavailable } from '@/components/figures/figures-unavailable'
import { NoAnswers } from '@/components/results/no-answers'
import { NothingAnswered } from '@/components/results/nothing-answered'
import { Results } from '@/components/results/results'
import { DatabaseError } from '@/lib/errors'
import { setResponseStatus } from '@/lib/http/response-status'
import { pathTo } from '@/lib/i18n/routes'
import { justCompared, readSession } from '@/lib/session/comparison-session'
import type { ComparisonSession, UnsealedSession } from '@/lib/session/sealed-session'
import { contributionOf } from '../contribution-of'
import { loadFigures } from '../load-figures'
import { opennessInForce } from '../openness-in-force'
import { loadParticipants } from './load-participants'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('results')
  return { title: t('title'), robots: { index: false } }
}

async function Comparison({ session }: { readonly session: ComparisonSession }) {
  const loaded = await loadFigures()
  const contribution = Object.keys(session.answers).length > 0 && (
    <ContributionOffer state={await contributionOf(session)} openness={await opennessInForce()} />
  )
  if (loaded instanceof DatabaseError) {
    setResponseStatus(503)
    return (
      <>
        <FiguresUnavailable failure={loaded.failure} route="results" />
        {contribution}
      </>
    )
  }
  if (!contribution) return <NothingAnswered {...loaded} />
  return (
    <Results answers={session.answers} {...loaded} participants={await loadParticipants()}>
      {contribution}
    </Results>
  )
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
        <Comparison session={session} />
      ) : (
        <NoAnswers reason={reasonOf(session, isJustCompared)} />
      )}
    </PageShell>
  )
}
