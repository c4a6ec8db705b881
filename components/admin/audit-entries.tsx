import { useTranslations } from '@/lib/i18n/translations'
import { isKnownAction, knownActions } from '@/lib/audit/actions'
import { actorOf, auditOutcomes, readDetails, systemActor, type ChainedEntry } from '@/lib/audit/entry'
import { settingNames } from '@/lib/settings/owner-settings'
import { AuditMoment } from './audit-moment'
import { useAuditDetails } from './use-audit-details'

interface Props {
  /** Newest first. */
  readonly entries: readonly ChainedEntry[]
  /** E-mail addresses of accounts, and of links that were not used, by their ids. */
  readonly emails: ReadonlyMap<string, string>
  /** Address of the page with the entries of an actor. */
  readonly addressOf: (actor: string) => string
}

/** Entries of the log in words. An entry that somebody changed may hold anything: it is shown as it stands. */
export function AuditEntries({ entries, emails, addressOf }: Props) {
  const t = useTranslations('admin.audit')
  const settings = useTranslations('admin.settings')
  const detailsOf = useAuditDetails()

  const nameOf = (subject: string) => {
    const setting = settingNames.find((name) => name === subject)
    return setting === undefined ? (emails.get(subject) ?? subject) : settings(`${setting}.label`)
  }

  const who = (actor: string | null) => {
    if (actor === null) return t('unknown')
    if (actor === systemActor) return t('system')
    const email = actor.includes('@') ? actor : emails.get(actor)
    return email ?? null
  }
  return (
    <ol className="audit-entries">
      {entries.map(({ sequence, at, action, subject, outcome, details: stored, ...entry }) => {
        const actor = actorOf({ ...entry, action })
        const known = isKnownAction(action) ? action : null
        const result = auditOutcomes.find((each) => each === outcome) ?? null
        const details = readDetails(stored)
        const kind = known === null ? 'nothing' : knownActions[known].subject
        const named = subject === null ? null : nameOf(subject)
        const told = [
          ...(named === null || subject === actor
            ? []
            : [kind === 'nothing' ? named : t(`subjects.${kind}`, { subject: named })]),
          ...(details === null ? [stored] : detailsOf(details)),
        ]
        const by = who(actor)
        return (
          <li key={sequence} className="audit-entry">
            <p className="audit-when">
              <AuditMoment at={at} /> <span className="hint">{t('number', { number: sequence })}</span>
            </p>
            <p className="audit-what">
              <strong>{known === null ? action : t(`actions.${known}`)}</strong>{' '}
              <span className="audit-outcome" data-outcome={result}>
                {result === null ? outcome : t(`outcomes.${result}`)}
              </span>
            </p>
            <p>
              <span>{t('by', { who: by ?? t('removed') })}</span>
              {by === null && actor !== null && (
                <span>
                  {' '}
                  <a href={addressOf(actor)}>{actor}</a>
                </span>
              )}
            </p>
            {told.length > 0 && <p>{told.join(' · ')}</p>}
          </li>
        )
      })}
    </ol>
  )
}
