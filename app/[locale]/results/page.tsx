import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageShell } from '@/components/layout/page-shell'
import { FiguresUnavailable } from '@/components/results/figures-unavailable'
import { NoAnswers } from '@/components/results/no-answers'
import { Results } from '@/components/results/results'
import { currentWaveId } from '@/lib/comparison/waves'
import { readWaveFigures, type WaveFigures } from '@/lib/db/figures'
import { DatabaseError } from '@/lib/errors'
import { setResponseStatus } from '@/lib/http/response-status'
import type { Answers } from '@/lib/instrument/answers'
import { log } from '@/lib/log'
import { readAnswers } from '@/lib/session/comparison-session'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('results')
  return { title: t('title'), robots: { index: false } }
}

async function figuresOrFailure(): Promise<WaveFigures | DatabaseError> {
  try {
    return await readWaveFigures(currentWaveId)
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    log.error({ failure: error.failure, err: error }, 'the national figures cannot be read')
    setResponseStatus(503)
    return error
  }
}

async function Comparison({ answers }: { readonly answers: Answers }) {
  const loaded = await figuresOrFailure()
  if (loaded instanceof DatabaseError) return <FiguresUnavailable failure={loaded.failure} />
  return <Results answers={answers} {...loaded} />
}

export default async function ResultsPage() {
  const session = await readAnswers()
  return (
    <PageShell route="results">
      {session.kind === 'answers' ? (
        <Comparison answers={session.answers} />
      ) : (
        <NoAnswers isUnreadable={session.kind === 'unreadable'} />
      )}
    </PageShell>
  )
}
