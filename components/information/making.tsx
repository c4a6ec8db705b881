import { auditedOn } from '@/components/layout/accessibility-audit.data'
import { useTranslations } from '@/lib/i18n/translations'
import { useDayWords } from '@/lib/i18n/use-date-words'

/** The day on which the accessibility statement was first drawn up. */
const drawnUpOn = '2026-11-23'

const means = ['technologies', 'browsers', 'environment', 'tools', 'pages'] as const

/** When the accessibility statement was drawn up, and with what. */
export function Making() {
  const t = useTranslations('accessibility.making')
  const dayWords = useDayWords()
  return (
    <>
      <p>{t('date', { date: dayWords(drawnUpOn), updated: dayWords(auditedOn) })}</p>
      <dl>
        {means.map((id) => (
          <div key={id}>
            <dt>{t(`${id}.term`)}</dt>
            <dd>{t(`${id}.meaning`)}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
