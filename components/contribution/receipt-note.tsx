import { useLocale, useTranslations } from 'next-intl'
import { pathTo } from '@/lib/i18n/routes'
import { groupReceipt } from '@/lib/participation/receipt'
import { CopyButton } from './copy-button'
import { receiptTitleId } from './form-fields'

interface Props {
  readonly receipt: string
  readonly isOutdated: boolean
  readonly receiptDays: number
}

/** The code with which a contribution can be withdrawn. Printed with the page. */
export function ReceiptNote({ receipt, isOutdated, receiptDays }: Props) {
  const t = useTranslations('receipt')
  const locale = useLocale()
  const grouped = groupReceipt(receipt)
  return (
    <section className="contribution receipt" id="contribution" aria-labelledby={receiptTitleId}>
      <h2 id={receiptTitleId} tabIndex={-1}>
        {t('title')}
      </h2>
      <p>{t('lead')}</p>
      <p className="receipt-code">
        <span className="visually-hidden">{t('spelled', { code: Array.from(grouped).join(' ') })}</span>
        <code aria-hidden="true">{grouped}</code>
        <CopyButton text={grouped} label={t('copy')} copied={t('copied')} />
      </p>
      <p>{t('howLong', { days: receiptDays })}</p>
      {isOutdated && <p className="notice">{t('outdated')}</p>}
      <p>
        <a href={pathTo('withdraw', locale)}>{t('withdraw')}</a>
      </p>
    </section>
  )
}
