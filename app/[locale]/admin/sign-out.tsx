import { useTranslations } from '@/lib/i18n/translations'
import { signOutPath } from '@/lib/i18n/admin-pages'
import type { Locale } from '@/lib/i18n/locales'

/** The button that signs out: a plain form, so that it always works. */
export function SignOut({ locale }: { readonly locale: Locale }) {
  const t = useTranslations('admin')
  return (
    <form action={signOutPath(locale)} method="post" className="exit">
      <button type="submit" className="button-quiet">
        {t('signOut')}
      </button>
    </form>
  )
}
