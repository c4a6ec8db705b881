import { useLocale } from 'next-intl'
import { useTranslations } from '@/lib/i18n/translations'
import { pathTo } from '@/lib/i18n/routes'

interface Props {
  /** Whether the form, loaded before, was just sent: it is no longer there to say so. */
  readonly isRefused: boolean
}

/** What the page for contributing says while contributions are closed. */
export function ClosedNote({ isRefused }: Props) {
  const t = useTranslations('contribution')
  const locale = useLocale()
  return (
    <div className="article">
      <h1 tabIndex={-1} autoFocus={isRefused} aria-describedby={isRefused ? 'closed-problem' : undefined}>
        {t('closedTitle')}
      </h1>
      {isRefused && (
        <p className="problem" id="closed-problem">
          {t('refusals.closed')}
        </p>
      )}
      <p>{t.rich('closed', { link: (words) => <a href={pathTo('withdraw', locale)}>{words}</a> })}</p>
      <p>
        <a href={pathTo('results', locale)}>{t('toResults')}</a>
      </p>
    </div>
  )
}
