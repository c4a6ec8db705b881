import { useTranslations } from '@/lib/i18n/translations'
import { TextField } from '@/components/ui/text-field'
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
        <TextField id="filter-action" label={t('filter.action')}>
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
        </TextField>
        <TextField id="filter-who" label={t('filter.who')}>
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
        </TextField>
        <TextField id="filter-outcome" label={t('filter.outcome')}>
          <select id="filter-outcome" name="outcome" defaultValue={asked.outcome}>
            <option value="">{t('filter.any')}</option>
            {auditOutcomes.map((outcome) => (
              <option key={outcome} value={outcome}>
                {t(`outcomes.${outcome}`)}
              </option>
            ))}
          </select>
        </TextField>
        {(['from', 'to'] as const).map((name) => (
          <TextField key={name} id={`filter-${name}`} label={t(`filter.${name}`)}>
            <input
              id={`filter-${name}`}
              name={name}
              type="date"
              defaultValue={asked[name]}
              aria-describedby="filter-day-hint"
            />
          </TextField>
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
