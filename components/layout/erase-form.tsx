import { useLocale, useTranslations } from 'next-intl'

/** Erases everything: the cookie by this request, the tab by the page that it leads to. A plain form, so that it always works. */
export function EraseForm() {
  const t = useTranslations('results')
  const locale = useLocale()
  return (
    <form className="erase" method="post" action={`/api/comparison/erase?locale=${locale}`}>
      <button type="submit" className="button-quiet" aria-describedby="erase-note">
        {t('erase')}
      </button>
      <p id="erase-note" className="hint">
        {t('eraseNote')}
      </p>
    </form>
  )
}
