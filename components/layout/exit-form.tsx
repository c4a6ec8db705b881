import { useLocale } from 'next-intl'
import { useTranslations } from '@/lib/i18n/translations'

/** Leaves at once and leaves nothing behind: a plain form, so that it always works. */
export function ExitForm() {
  const t = useTranslations('layout')
  const locale = useLocale()
  return (
    <form className="exit" method="post" action={`/api/comparison/exit?locale=${locale}`}>
      <button type="submit" className="button-quiet">
        {t('exit')}
      </button>
    </form>
  )
}
