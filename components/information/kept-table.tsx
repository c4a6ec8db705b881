import { useTranslations } from '@/lib/i18n/translations'

const kept = ['draft', 'compared', 'server', 'contribution', 'receipt', 'limit', 'language', 'log'] as const
const facts = ['where', 'who', 'howLong'] as const

export interface Periods {
  readonly receiptDays: number
  readonly responseMonths: number
}

/**
 * What is kept, where, who can read it and for how long. Two columns, and a group of rows for each thing: so it fits a
 * narrow screen as the table that it is, without styles that would hide the table from screen readers.
 */
export function KeptTable({ receiptDays, responseMonths }: Periods) {
  const t = useTranslations('privacy.kept')
  return (
    <table className="kept">
      <caption>{t('caption')}</caption>
      {kept.map((thing) => (
        <tbody key={thing}>
          <tr>
            <th scope="rowgroup" colSpan={2}>
              {t(`${thing}.what`)}
            </th>
          </tr>
          {facts.map((fact) => (
            <tr key={fact}>
              <th scope="row">{t(fact)}</th>
              <td>{t(`${thing}.${fact}`, { days: receiptDays, months: responseMonths })}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}
