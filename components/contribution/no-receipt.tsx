import { useLocale } from 'next-intl'
import { useTranslations } from '@/lib/i18n/translations'
import { pathTo } from '@/lib/i18n/routes'

/** The page of the receipt where there is none: nothing contributed, withdrawn since, or the comparison has ended. */
export function NoReceipt() {
  const t = useTranslations('receipt')
  const locale = useLocale()
  return (
    <div className="article">
      <h1>{t('noneTitle')}</h1>
      <p>{t('none')}</p>
      <p className="actions">
        <a className="button" href={pathTo('withdraw', locale)}>
          {t('withdraw')}
        </a>
        <a href={pathTo('results', locale)}>{t('toResults')}</a>
      </p>
    </div>
  )
}
