import { markup } from '@/components/ui/markup'
import { useTranslations } from '@/lib/i18n/translations'

/** Says that too much is asked for at a time. Its link asks once more for the same address, whatever it is. */
export function BusyNotice() {
  const t = useTranslations('errors')
  const again = markup`<a class="button" href="">${t('retry')}</a>`
  return (
    <section className="error-notice">
      <h1>{t('busyTitle')}</h1>
      <p>{t('busy')}</p>
      {/* Where a form was sent, the server has put it here, with what was in it: React leaves it as it is. */}
      <div className="actions" dangerouslySetInnerHTML={{ __html: again.html }} />
    </section>
  )
}
