import { useLocale } from 'next-intl'
import { useTranslations } from '@/lib/i18n/translations'
import { adminPath } from '@/lib/i18n/admin-pages'

interface Props {
  /** The page to come back to, as `pathBack` reads it. */
  readonly back: string
  /** What the second factor is needed for. */
  readonly need?: 'needed' | 'neededForEditions'
}

/** Where the second factor was checked too long ago for what is sensitive: the way to check it again, and back. */
export function FreshNotice({ back, need = 'needed' }: Props) {
  const t = useTranslations('admin.confirm')
  const locale = useLocale()
  return (
    <p className="notice">
      <span>{t(need)}</span> <a href={`${adminPath('confirm', locale)}?back=${back}`}>{t('go')}</a>
    </p>
  )
}
