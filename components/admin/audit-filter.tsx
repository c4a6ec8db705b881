import { useTranslations } from '@/lib/i18n/translations'
import { knownActionNames, knownActions } from '@/lib/audit/actions'
import { auditOutcomes, systemActor } from '@/lib/audit/entry'
import { unknownActor, type AuditQuery, type AuditQueryField } from '@/lib/audit/query'
import { auditThemes } from '@/lib/audit/rule'

interface Props {
  readonly query: AuditQuery
  /** Accounts by id. */
  readonly emails: ReadonlyMap<string, string>
  /** Address of the page without a filter. */
  readonly address: string
}

/** The choice of entries: a form that asks for the page again, so that the choice is in its address. */
export function AuditFilterForm({ query: { asked, ignored, isDayOrderWrong }, emails, address }: Props) {
  const t = useTranslations('admin.audit')
  const wordFor = (field: AuditQueryField) =>
    t(field === 'before' || field === 'after' ? 'filter.place' : `filter.${field}`)
  const isListed = (who: string) =>
    who === '' || who === systemActor || who === unknownActor || emails.has(who)
  const isChosen = Object.values(asked).some((text) => text !== '')
  return (
    <form className="audit-filter" action={address} method="get" aria-labelledby="filter-title">
      <h2 id="filter-title">{t('filter.title')}</h2>
      {ignored.length > 0 && (
        <p className="problem">
          {t('filter.ignored', { fields: [...new Set(ignored.map(wordFor))].join(', ') })}
        </p>
      )}
      {isDayOrderWrong && <p className="problem">{t('filter.dayOrder')}</p>}
      <div className="audit-fields">
        <div className="text-field">
          <label htmlFor="filter-action">{t('filter.action')}</label>
          <select id="filter-action" name="action" defaultValue={asked.action}>
            <option value="">{t('filter.any')}</option>
            {auditThemes.map((theme) => (
              <optgroup key={theme} label={t(`themes.${theme}`)}>
                {knownActionNames
                  .filter((action) => knownActions[action].theme === theme)
                  .map((action) => (
                    <option key={action} value={action}>
                      {t(`actions.${action}`)}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        </div>
        <div className="text-field">
          <label htmlFor="filter-who">{t('filter.who')}</label>
          <select id="filter-who" name="who" defaultValue={asked.who}>
            <option value="">{t('filter.anyone')}</option>
            {[...emails].map(([id, email]) => (
              <option key={id} value={id}>
                {email}
              </option>
            ))}
            {!isListed(asked.who) && (
              <option value={asked.who}>{t('listing.removed', { id: asked.who })}</option>
            )}
            <option value={systemActor}>{t('listing.system')}</option>
            <option value={unknownActor}>{t('listing.unknown')}</option>
          </select>
        </div>
        <div className="text-field">
          <label htmlFor="filter-outcome">{t('filter.outcome')}</label>
          <select id="filter-outcome" name="outcome" defaultValue={asked.outcome}>
            <option value="">{t('filter.any')}</option>
            {auditOutcomes.map((outcome) => (
              <option key={outcome} value={outcome}>
                {t(`outcomes.${outcome}`)}
              </option>
            ))}
          </select>
        </div>
        {(['from', 'to'] as const).map((name) => (
          <div key={name} className="text-field">
            <label htmlFor={`filter-${name}`}>{t(`filter.${name}`)}</label>
            <input
              id={`filter-${name}`}
              name={name}
              type="date"
              defaultValue={asked[name]}
              aria-describedby="filter-day-hint"
            />
          </div>
        ))}
      </div>
      <p className="hint" id="filter-day-hint">
        {t('filter.dayHint')}
      </p>
      <p className="actions">
        <button type="submit" className="button">
          {t('filter.submit')}
        </button>
        {isChosen && <a href={address}>{t('filter.clear')}</a>}
      </p>
    </form>
  )
}
