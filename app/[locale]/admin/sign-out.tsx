import { useTranslations } from 'next-intl'
import { signOutAction } from './way-in-actions'

/** The button that signs out: a plain form, so that it always works. */
export function SignOut({ locale }: { readonly locale: string }) {
  const t = useTranslations('admin')
  return (
    <form action={signOutAction.bind(null, locale)} className="exit">
      <button type="submit" className="button-quiet">
        {t('signOut')}
      </button>
    </form>
  )
}
