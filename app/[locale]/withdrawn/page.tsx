import type { Metadata } from 'next'
import { useLocale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { BackupNote } from '@/components/contribution/backup-note'
import { ErasingScript } from '@/components/layout/erasing-script'
import { ForgetPages } from '@/components/layout/forget-pages'
import { tellTabsScript } from '@/components/layout/tab-channel'
import { PageShell } from '@/components/layout/page-shell'
import { useTranslations } from '@/lib/i18n/translations'
import { pathTo } from '@/lib/i18n/routes'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('withdrawn')
  return { title: t('title'), robots: { index: false } }
}

export default function WithdrawnPage() {
  const t = useTranslations('withdrawn')
  const locale = useLocale()
  return (
    <PageShell route="withdrawn">
      <div className="article">
        <ErasingScript script={tellTabsScript('withdrawn')} />
        <ForgetPages />
        <h1>{t('title')}</h1>
        <p>{t('body')}</p>
        <p>{t('aggregates')}</p>
        <BackupNote />
        <p className="actions">
          <a className="button" href={pathTo('results', locale)}>
            {t('results')}
          </a>
          <a href={pathTo('home', locale)}>{t('home')}</a>
        </p>
      </div>
    </PageShell>
  )
}
