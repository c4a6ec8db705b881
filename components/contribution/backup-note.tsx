import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { mostBackupDays } from '@/lib/contribution/retention'
import { pathTo } from '@/lib/i18n/routes'
import { useTranslations } from '@/lib/i18n/translations'

/** What backups of the site mean for a response that is withdrawn. */
export function BackupNote() {
  const t = useTranslations('withdrawal')
  const locale = useLocale()
  const link = (words: ReactNode) => <a href={pathTo('privacy', locale)}>{words}</a>
  return <p>{t.rich('backups', { days: mostBackupDays, privacy: link })}</p>
}
