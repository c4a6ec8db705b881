import { useLocale, useTranslations } from 'next-intl'
import { pathTo } from '@/lib/i18n/routes'

interface Props {
  /** Whether the form, loaded before, was just sent without scripts: it is no longer there to say so. */
  readonly isRefused: boolean
}

/** What stands in place of the offer while contributions are closed. */
export function ClosedNote({ isRefused }: Props) {
  const t = useTranslations('contribution')
  const locale = useLocale()
  return (
    <section className="contribution" id="contribution" aria-labelledby="contribution-title">
      <h2 id="contribution-title">{t('closedTitle')}</h2>
      {isRefused && (
        <p className="problem" role="alert" tabIndex={-1} autoFocus>
          {t('refusals.closed')}
        </p>
      )}
      <p>{t.rich('closed', { link: (words) => <a href={pathTo('withdraw', locale)}>{words}</a> })}</p>
    </section>
  )
}
