import { useLocale } from 'next-intl'
import { useTranslations } from '@/lib/i18n/translations'
import { adminPath } from '@/lib/i18n/admin-pages'
import { AdminNotice } from '../admin-notice'

/** Where an address names a release that is not there. */
export function UnknownRelease() {
  const t = useTranslations('admin.release')
  return (
    <AdminNotice title={t('unknown.title')}>
      <span>{t('unknown.text')}</span> <a href={adminPath('releases', useLocale())}>{t('back')}</a>
    </AdminNotice>
  )
}
