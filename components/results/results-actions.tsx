import { useLocale } from 'next-intl'
import { EraseForm } from '@/components/layout/erase-form'
import { useTranslations } from '@/lib/i18n/translations'
import { pathTo } from '@/lib/i18n/routes'
import { PrintButton } from './print-button'

/** What can be done with the answers and this page. */
export function ResultsActions() {
  const t = useTranslations('results')
  const locale = useLocale()
  return (
    <div className="results-actions" role="group" aria-label={t('actions')}>
      <a className="button-quiet" href={`${pathTo('change', locale)}#check`}>
        {t('change')}
      </a>{' '}
      <PrintButton label={t('print')} />{' '}
      <a className="button-quiet" href="/api/comparison/data" download>
        {t('download')}
      </a>{' '}
      <EraseForm />
    </div>
  )
}
