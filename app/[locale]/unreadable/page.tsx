import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ErrorNotice } from '@/components/layout/error-notice'
import { PageShell } from '@/components/layout/page-shell'
import { useTranslations } from '@/lib/i18n/translations'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('errors')
  return { title: t('unreadableTitle'), robots: { index: false } }
}

/** What the server answers a form with that is broken or incomplete. */
export default function UnreadablePage() {
  const t = useTranslations('errors')
  return (
    <PageShell route="questionnaire">
      <ErrorNotice title={t('unreadableTitle')} route="questionnaire" link={t('toQuestionnaire')}>
        {t('unreadableForm')}
      </ErrorNotice>
    </PageShell>
  )
}
