import { useTranslations } from '@/lib/i18n/translations'
import { useStoredMomentWords } from '@/lib/i18n/use-date-words'
import { SeparateTexts } from '@/components/ui/separate-texts'
import { readDetails, type ChainedEntry } from '@/lib/audit/entry'

interface Props {
  /** The newest entry that says what a verification found; null where there is none. */
  readonly verified: ChainedEntry | null
  readonly isEndWhole: boolean
  readonly now: Date
}

/** After this time, in milliseconds, the daily verification should have been done again. */
const overdueAfter = 2 * 24 * 60 * 60 * 1000

const commands = { verify: 'npm run audit:verify', head: '-- --head=120:5f0c…' } as const

/** Whether the log is whole, as far as the program that shows it knows, and how to know better. */
export function AuditState({ verified, isEndWhole, now }: Props) {
  const t = useTranslations('admin.audit.state')
  const momentWords = useStoredMomentWords()
  const details = verified && readDetails(verified.details)
  const moment = verified && momentWords(verified.at, 'second')
  const numberOf = (name: 'entryCount' | 'invalidCount' | 'firstInvalid') => Number(details?.[name] ?? 0)
  const isWhole = verified?.outcome === 'succeeded'
  return (
    <section aria-labelledby="state-title" className="audit-state">
      <h2 id="state-title">{t('title')}</h2>
      {!isEndWhole && <p className="problem">{t('endBroken')}</p>}
      {moment === null ? (
        <p>{t('never')}</p>
      ) : isWhole ? (
        <p>{t('whole', { moment, count: numberOf('entryCount') })}</p>
      ) : (
        <p className="problem">
          {t('notWhole', { moment, count: numberOf('invalidCount'), first: numberOf('firstInvalid') })}
        </p>
      )}
      {verified !== null && now.getTime() - Date.parse(verified.at) > overdueAfter && <p>{t('overdue')}</p>}
      <p className="hint">
        <SeparateTexts>
          {t.rich('howTo', { ...commands, code: (command) => <code>{command}</code> })}
        </SeparateTexts>
      </p>
    </section>
  )
}
