import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ApiPage } from '@/components/api/api-page'
import type { ShownDocument } from '@/components/api/shown-document'
import { PageShell } from '@/components/layout/page-shell'
import { openApiDocument } from '@/lib/api/document'
import { apiLimits } from '@/lib/http/api-limit'
import { loadMessages } from '@/lib/i18n/messages'
import { programVersion } from '@/lib/version'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('apiPage')
  return { title: t('title'), description: t('lead') }
}

/** Made at build: it shows nothing of any database. */
export default async function InterfacePage() {
  const { interface: words } = (await loadMessages(await getLocale())).apiPage
  const document = openApiDocument(words, programVersion)
  return (
    <PageShell route="api">
      <ApiPage document={document as ShownDocument} limits={apiLimits} />
    </PageShell>
  )
}
