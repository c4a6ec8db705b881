import type { Role } from '@/lib/auth/roles'
import { useTranslations } from '@/lib/i18n/translations'
import { useMomentWords } from '@/lib/i18n/use-date-words'
import { ActionForm } from './action-form'
import { accountField } from './form-field'
import type { FormAction } from './form-outcome'
import { FreshNotice } from './fresh-notice'
import { useFormWords } from './use-form-words'

interface Session {
  readonly id: string
  readonly isCurrent: boolean
  readonly startedAt: Date
  readonly lastUsedAt: Date
}

interface Props {
  readonly email: string
  readonly role: Role
  readonly sessions: readonly Session[]
  /** How many recovery codes were not used, of how many. */
  readonly recoveryCodesLeft: number
  readonly recoveryCodeCount: number
  readonly isFresh: boolean
  readonly leastPasswordLength: number
  readonly actions: {
    readonly revoke: (id: string) => FormAction
    readonly changePassword: FormAction
    readonly renewCodes: FormAction
    readonly changeFactor: FormAction
  }
}

/** So many recovery codes are few: new ones should be made. */
const few = 3

/** One's own account: where it is signed in, and its second factor. */
export function OwnAccount({
  email,
  role,
  sessions,
  recoveryCodesLeft,
  recoveryCodeCount,
  isFresh,
  leastPasswordLength,
  actions,
}: Props) {
  const t = useTranslations('admin')
  const words = useFormWords()
  const moment = useMomentWords()
  return (
    <>
      <h1>{t('titles.account')}</h1>
      <p>{`${email} · ${t(`roles.${role}`)}`}</p>
      <section aria-labelledby="sessions-title">
        <h2 id="sessions-title">{t('account.sessionsTitle')}</h2>
        <p>{t('account.sessionsLead')}</p>
        <ul className="cards">
          {sessions.map(({ id, isCurrent, startedAt, lastUsedAt }) => (
            <li key={id} className="card">
              <p>
                <span>
                  {`${t('account.started', { moment: moment(startedAt) })} ${t('account.lastUsed', { moment: moment(lastUsedAt) })} `}
                </span>
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
      {!isFresh && <FreshNotice back="account" />}
      <section aria-labelledby="password-title">
        <h2 id="password-title">{t('account.passwordTitle')}</h2>
        <p>{t('account.passwordLead')}</p>
        <ActionForm
          id="change-password"
          action={actions.changePassword}
          fields={[
            accountField(t('email'), email),
            {
              name: 'password',
              type: 'password',
              label: t('account.presentPassword'),
              autoComplete: 'current-password',
            },
            {
              name: 'newPassword',
              type: 'password',
              label: t('account.newPassword'),
              hint: t('invitation.passwordHint', { least: leastPasswordLength }),
              autoComplete: 'new-password',
            },
          ]}
          words={words(t('account.changePassword'), t('account.passwordChanged'))}
          isQuiet
        />
      </section>
      <section aria-labelledby="factor-title">
        <h2 id="factor-title">{t('account.factorTitle')}</h2>
        <p>{t('account.codesLeft', { left: recoveryCodesLeft, count: recoveryCodeCount })}</p>
        {recoveryCodesLeft <= few && <p className="notice">{t('account.codesFew')}</p>}
        <p>{t('account.factorLead')}</p>
        <ActionForm
          id="renew"
          action={actions.renewCodes}
          fields={[]}
          words={words(t('account.renewCodes'))}
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
