import { useLocale } from 'next-intl'
import { ArrivalHeading } from '@/components/layout/arrival-heading'
import { useTranslations } from '@/lib/i18n/translations'
import { pathTo } from '@/lib/i18n/routes'
import { groupReceipt } from '@/lib/contribution/receipt'
import { CopyButtons } from '@/components/ui/copy-buttons'

interface Props {
  readonly receipt: string
  readonly isOutdated: boolean
  readonly receiptDays: number
}

/** The page of the code with which a contribution can be withdrawn. */
export function Receipt({ receipt, isOutdated, receiptDays }: Props) {
  const t = useTranslations('receipt')
  const copying = useTranslations('copying')
  const locale = useLocale()
  const grouped = groupReceipt(receipt)
  return (
    <div className="article receipt">
      <ArrivalHeading>{t('title')}</ArrivalHeading>
      <p className="lead">{t('lead')}</p>
      <p className="receipt-code">
        <span className="visually-hidden">{t('spelled', { code: Array.from(grouped).join(' ') })}</span>
        <code id="receipt-code" aria-hidden="true" translate="no">
          {grouped}
        </code>
        <button type="button" className="button-quiet" data-copies="receipt-code" hidden>
          {t('copy')}
        </button>
      </p>
      <CopyButtons copied={t('copied')} refused={copying('refused')} />
      <p>{t('howLong', { days: receiptDays })}</p>
      {isOutdated && <p className="notice">{t('outdated')}</p>}
      <p className="actions">
        <a href={pathTo('withdraw', locale)}>{t('withdraw')}</a>
        <a href={pathTo('results', locale)}>{t('toResults')}</a>
      </p>
    </div>
  )
}
