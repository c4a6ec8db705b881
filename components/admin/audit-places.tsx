import { useTranslations } from '@/lib/i18n/translations'
import { auditSearch, type AuditQuery } from '@/lib/audit/query'

interface Props {
  readonly query: AuditQuery
  readonly address: string
  readonly older: number | null
  readonly newer: number | null
}

/** The ways to newer and older entries of the same choice. By their numbers: they stay right while entries are added. */
export function AuditPlaces({ query, address, older, newer }: Props) {
  const t = useTranslations('admin.audit')
  const isNewest = Object.keys(query.place).length === 0
  if (isNewest && older === null) return null
  return (
    <nav aria-label={t('places')}>
      <ul className="actions audit-places">
        {!isNewest && (
          <li>
            <a href={address + auditSearch(query)}>{t('newest')}</a>
          </li>
        )}
        {newer !== null && (
          <li>
            <a href={address + auditSearch(query, { after: newer })}>{t('newer')}</a>
          </li>
        )}
        {older !== null && (
          <li>
            <a href={address + auditSearch(query, { before: older })}>{t('older')}</a>
          </li>
        )}
      </ul>
    </nav>
  )
}
