import type { Metadata } from 'next'
import { PageShell } from '@/components/layout/page-shell'
import { questionnaireTitle } from '@/components/questionnaire/page-title'
import { QuestionnairePage } from '@/components/questionnaire/questionnaire-page'
import { refusedStatus, responseStatus } from '@/lib/http/response-status'
import { requestComparison } from '../request-comparison'

export async function generateMetadata(): Promise<Metadata> {
  return { title: await questionnaireTitle(responseStatus() === refusedStatus) }
}

export default async function Page({ params }: PageProps<'/[locale]/questionnaire'>) {
  const { locale } = await params
  return (
    <PageShell route="questionnaire">
      <QuestionnairePage action={requestComparison.bind(null, locale)} initial={{}} />
    </PageShell>
  )
}
