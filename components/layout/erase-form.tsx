import { useLocale } from 'next-intl'
import { useTranslations } from '@/lib/i18n/translations'

/**
 * Erases everything, once it was asked for twice: the cookie by this request, the tab by the page that it leads to. Plain HTML, so
 * that it always works.
 */
export function EraseForm() {
  const t = useTranslations('results')
  const locale = useLocale()
  return (
    <details className="erase">
      <summary className="button-quiet">{t('erase')}</summary>
      <form method="post" action={`/api/comparison/erase?locale=${locale}`}>
        <p id="erase-note">{t('eraseNote')}</p>
        <button type="submit" className="button" aria-describedby="erase-note">
          {t('eraseConfirm')}
        </button>
      </form>
    </details>
  )
}
