import { mostBackupDays } from '@/lib/contribution/retention'
import { cookieNames, teamCookies } from '@/lib/cookies'
import { useTranslations } from '@/lib/i18n/translations'
import type { Operator } from '@/lib/operator/operator'

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

interface Props extends Periods {
  /** null: it cannot be read. */
  readonly operator: Pick<Operator, 'copyDays'> | null
}

/**
 * What is kept, where, who can read it and for how long. Not one table: its groups of rows would need headers that are of a
 * part of a column, which screen readers tell badly.
 */
export function KeptList({ receiptDays, responseMonths, operator }: Props) {
  const t = useTranslations('privacy.kept')
  const copyDays = operator?.copyDays ?? null
  const isSaid = operator === null ? 'unreadable' : copyDays === null ? 'no' : 'yes'
  const periods = { days: receiptDays, months: responseMonths, backupDays: mostBackupDays }
  const copies = { isSaid, copyDays: copyDays ?? 0 }
  return kept.map((thing) => (
    <div key={thing} className="kept">
      <h3>{t(`${thing}.what`)}</h3>
      <dl>
        {facts.map((fact) => (
          <div key={fact}>
            <dt>{t(fact)}</dt>
            <dd>
              {t(`${thing}.${fact}`, { ...periods, ...copies })}
              {thing === 'team' && fact === 'howLong' && <TeamCookies />}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  ))
}

function TeamCookies() {
  const t = useTranslations('privacy.kept.team.cookies')
  return (
    <ul>
      {teamCookies.map((cookie) => (
        <li key={cookie}>{t(cookie, { name: cookieNames[cookie] })}</li>
      ))}
    </ul>
  )
}
