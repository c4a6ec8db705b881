import type { Metadata } from 'next'
import { PageShell } from '@/components/layout/page-shell'
import { questionnaireTitle } from '@/components/questionnaire/page-title'
import { QuestionnairePage } from '@/components/questionnaire/questionnaire-page'
import { refusedStatus, responseStatus } from '@/lib/http/response-status'
import { draftOf } from '@/lib/instrument/draft'
import { readSession } from '@/lib/session/comparison-session'
import { requestComparison } from '../request-comparison'

export async function generateMetadata(): Promise<Metadata> {
  return { title: await questionnaireTitle(responseStatus() === refusedStatus), robots: { index: false } }
}

/** The questionnaire with the answers of the comparison filled in, for whoever wants to change them. */
export default async function Page({ params }: PageProps<'/[locale]/change'>) {
  const { locale } = await params
  const session = await readSession()
  return (
    <PageShell route="change">
      <QuestionnairePage
        action={requestComparison.bind(null, locale)}
        initial={session.kind === 'session' ? draftOf(session.answers) : {}}
      />
    </PageShell>
  )
}
