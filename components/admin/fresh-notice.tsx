import { useLocale, useTranslations } from 'next-intl'
import { adminPath, type AdminPage } from '@/lib/i18n/admin-pages'

/** Where the second factor was checked too long ago for what is sensitive: the way to check it again, and back. */
export function FreshNotice({ page }: { readonly page: AdminPage }) {
  const t = useTranslations('admin')
  const locale = useLocale()
  return (
    <p className="notice">
      {t('confirm.needed')} <a href={`${adminPath('confirm', locale)}?back=${page}`}>{t('confirm.go')}</a>
    </p>
  )
}
