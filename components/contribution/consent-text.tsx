import { useTranslations } from '@/lib/i18n/translations'

interface Props {
  readonly receiptDays: number
  readonly responseMonths: number
}

const points = ['kept', 'notKept', 'howLong', 'who', 'limit', 'withdraw'] as const

/**
 * What a contributor agrees to. A change of these words, or of those beside the box, is a new version of the consent
 * (lib/contribution/consent.ts); a test notices.
 */
export function ConsentText(periods: Props) {
  const t = useTranslations('consent')
  return (
    <dl className="consent">
      {points.map((point) => (
        <div key={point}>
          <dt>{t(`${point}.title`)}</dt>
          <dd>{t(`${point}.text`, { days: periods.receiptDays, months: periods.responseMonths })}</dd>
        </div>
      ))}
    </dl>
  )
}
