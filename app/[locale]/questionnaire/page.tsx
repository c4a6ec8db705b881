import type { Metadata } from 'next'
import { PageShell } from '@/components/layout/page-shell'
import { questionnaireTitle } from '@/components/questionnaire/page-title'
import { QuestionnairePage } from '@/components/questionnaire/questionnaire-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: await questionnaireTitle(false) }
}

export default function Page() {
  return (
    <PageShell route="questionnaire">
      <QuestionnairePage compared={{}} refused={null} />
    </PageShell>
  )
}
