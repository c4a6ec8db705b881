import type { Metadata } from 'next'
import { useLocale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { ErasingScript } from '@/components/layout/erasing-script'
import { ForgetPages } from '@/components/layout/forget-pages'
import { PageShell } from '@/components/layout/page-shell'
import { tellTabsScript } from '@/components/layout/tab-channel'
import { eraseTabScript } from '@/components/layout/tab-memory'
import { languages } from '@/lib/i18n/locales'
import { useTranslations } from '@/lib/i18n/translations'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('exit')
  return { title: t('title'), robots: { index: false } }
}

/** Erases what the tab remembers and leaves; Back does not return here. */
export default function ExitPage() {
  const t = useTranslations('exit')
  const address = languages[useLocale()].elsewhere
  return (
    <PageShell route="exit">
      <ErasingScript
        script={`${eraseTabScript};${tellTabsScript('erased')};location.replace(${JSON.stringify(address)})`}
      />
      <ForgetPages />
      <meta httpEquiv="refresh" content={`0;url=${address}`} />
      <h1>{t('title')}</h1>
      <p>{t('body')}</p>
      <p>
        <a href={address}>{t('link')}</a>
      </p>
    </PageShell>
  )
}
