import type { Metadata } from 'next'
import { PageShell } from '@/components/layout/page-shell'
import { questionnaireTitle } from '@/components/questionnaire/page-title'
import { QuestionnairePage } from '@/components/questionnaire/questionnaire-page'
import { draftOf } from '@/lib/instrument/draft'
import { readSession } from '@/lib/session/comparison-session'
import { comparisonRefusal } from '../../form-refusals'

export async function generateMetadata(): Promise<Metadata> {
  return { title: await questionnaireTitle(comparisonRefusal.read() !== null), robots: { index: false } }
}

/** The questionnaire with the answers of the comparison filled in, to be changed; or with those that were refused. */
export default async function Page() {
  const session = await readSession()
  return (
    <PageShell route="change">
      <QuestionnairePage
        compared={session.kind === 'session' ? draftOf(session.answers) : {}}
        refused={comparisonRefusal.read()}
      />
    </PageShell>
  )
}
