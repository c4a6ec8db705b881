import { useFormatter, useMessages, useTranslations } from 'next-intl'
import { ActionForm, type ActionFormWords } from './action-form'
import type { FormAction } from './form-outcome'
import { FreshNotice } from './fresh-notice'

interface Session {
  readonly id: string
  readonly isCurrent: boolean
  readonly startedAt: Date
  readonly lastUsedAt: Date
}

interface Props {
  readonly email: string
  readonly role: 'viewer' | 'exporter' | 'owner'
  readonly sessions: readonly Session[]
  readonly isFresh: boolean
  readonly actions: {
    readonly revoke: (id: string) => FormAction
    readonly renewCodes: FormAction
    readonly changeFactor: FormAction
  }
}

/** One's own account: where it is signed in, and its second factor. */
export function OwnAccount({ email, role, sessions, isFresh, actions }: Props) {
  const t = useTranslations('admin')
  const { refusals } = useMessages().admin
  const format = useFormatter()
  const words = (submit: string, done?: string): ActionFormWords => ({
    submit,
    sending: t('sending'),
    refusals,
    ...(done !== undefined && { done }),
  })
  const moment = (date: Date) => format.dateTime(date, { dateStyle: 'long', timeStyle: 'short' })
  return (
    <>
      <h1>{t('titles.account')}</h1>
      <p>
        {email} · {t(`roles.${role}`)}
      </p>
      <section aria-labelledby="sessions-title">
        <h2 id="sessions-title">{t('account.sessionsTitle')}</h2>
        <p>{t('account.sessionsLead')}</p>
        <ul className="cards">
          {sessions.map(({ id, isCurrent, startedAt, lastUsedAt }) => (
            <li key={id} className="card">
              <p>
                {t('account.started', { moment: moment(startedAt) })}{' '}
                {t('account.lastUsed', { moment: moment(lastUsedAt) })}{' '}
                {isCurrent && <strong>{t('account.thisOne')}</strong>}
              </p>
              {!isCurrent && (
                <ActionForm
                  id={`revoke-${id}`}
                  action={actions.revoke(id)}
                  fields={[]}
                  words={words(t('account.revoke'))}
                  isQuiet
                />
              )}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="factor-title">
        <h2 id="factor-title">{t('account.factorTitle')}</h2>
        {!isFresh && <FreshNotice page="account" />}
        <p>{t('account.factorLead')}</p>
        <ActionForm
          id="renew"
          action={actions.renewCodes}
          fields={[]}
          words={words(t('account.renewCodes'), t('setUp.recoveryCodes'))}
          isQuiet
        />
        <ActionForm
          id="change-factor"
          action={actions.changeFactor}
          fields={[]}
          words={words(t('account.changeFactor'))}
          isQuiet
        />
      </section>
    </>
  )
}
