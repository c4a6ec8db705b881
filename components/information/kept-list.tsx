import { mostBackupDays } from '@/lib/contribution/retention'
import { useTranslations } from '@/lib/i18n/translations'
import { operator } from './operator.data'

const kept = [
  'draft',
  'compared',
  'server',
  'contribution',
  'edition',
  'receipt',
  'copies',
  'withdrawal',
  'limit',
  'language',
  'log',
  'team',
] as const
const facts = ['where', 'who', 'howLong'] as const

export interface Periods {
  readonly receiptDays: number
  readonly responseMonths: number
}

/**
 * What is kept, where, who can read it and for how long. Not one table: its groups of rows would need headers that are of a
 * part of a column, which screen readers tell badly.
 */
export function KeptList({ receiptDays, responseMonths }: Periods) {
  const t = useTranslations('privacy.kept')
  const { copyDays } = operator
  const periods = { days: receiptDays, months: responseMonths, backupDays: mostBackupDays }
  const copies = { isSaid: copyDays === null ? 'no' : 'yes', copyDays: copyDays ?? 0 }
  return kept.map((thing) => (
    <div key={thing} className="kept">
      <h3>{t(`${thing}.what`)}</h3>
      <dl>
        {facts.map((fact) => (
          <div key={fact}>
            <dt>{t(fact)}</dt>
            <dd>{t(`${thing}.${fact}`, { ...periods, ...copies })}</dd>
          </div>
        ))}
      </dl>
    </div>
  ))
}
