import type { Metadata } from 'next'
import { useLocale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { ArrivalHeading } from '@/components/layout/arrival-heading'
import { ErasingScript } from '@/components/layout/erasing-script'
import { ForgetPages } from '@/components/layout/forget-pages'
import { PageShell } from '@/components/layout/page-shell'
import { tellTabsScript } from '@/components/layout/tab-channel'
import { eraseTabScript } from '@/components/layout/tab-memory'
import { useTranslations } from '@/lib/i18n/translations'
import { pathTo } from '@/lib/i18n/routes'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('erased')
  return { title: t('title'), robots: { index: false } }
}

export default function ErasedPage() {
  const t = useTranslations('erased')
  const locale = useLocale()
  return (
    <PageShell route="erased">
      <ArrivalHeading>{t('title')}</ArrivalHeading>
      <p>{t('body')}</p>
      <ErasingScript script={`${eraseTabScript};${tellTabsScript('erased')}`} />
      <ForgetPages />
      <p>
        {t.rich('contribution', { withdraw: (words) => <a href={pathTo('withdraw', locale)}>{words}</a> })}
      </p>
      <p className="without-scripts">{t('noScript')}</p>
      <p className="actions">
        <a className="button" href={pathTo('questionnaire', locale)}>
          {t('restart')}
        </a>
        <a href={pathTo('home', locale)}>{t('home')}</a>
      </p>
    </PageShell>
  )
}
