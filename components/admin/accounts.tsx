import { roles, type Role } from '@/lib/auth/roles'
import { useTranslations } from '@/lib/i18n/translations'
import { useDateWords } from '@/lib/i18n/use-date-words'
import { ActionForm } from './action-form'
import type { FormAction } from './form-outcome'
import { FreshNotice } from './fresh-notice'
import { useFormWords } from './use-form-words'

interface Account {
  readonly id: string
  readonly email: string
  readonly role: Role
  readonly hasSecondFactor: boolean
  readonly createdAt: Date
}

interface Invitation {
  readonly id: string
  readonly email: string
  readonly role: Role
  readonly purpose: 'account' | 'recovery'
  readonly expiresAt: Date
}

interface Props {
  readonly ownId: string
  /** Who operates the site; null as long as it is not said. */
  readonly operatorName: string | null
  readonly admins: readonly Account[]
  readonly invitations: readonly Invitation[]
  /** Whether the second factor was checked a short while ago. */
  readonly isFresh: boolean
  readonly actions: {
    readonly invite: FormAction
    readonly recover: (id: string) => FormAction
    readonly withdraw: (id: string) => FormAction
    readonly changeRole: (id: string) => FormAction
    readonly remove: (id: string) => FormAction
  }
}

/** Who may enter, with which role; and links for those who are to. */
export function Accounts({ ownId, operatorName, admins, invitations, isFresh, actions }: Props) {
  const t = useTranslations('admin')
  const dateWords = useDateWords()
  const words = useFormWords()
  const day = (date: Date) => dateWords(date, { dateStyle: 'long' })
  const moment = (date: Date) => dateWords(date, { dateStyle: 'long', timeStyle: 'short' })
  const roleField = (initial: Role) => ({
    name: 'role',
    type: 'select' as const,
    label: t('accounts.role'),
    initial,
    options: roles.map((id) => ({ id, label: t(`roles.${id}`) })),
  })
  return (
    <>
      <h1>{t('titles.accounts')}</h1>
      {!isFresh && <FreshNotice back="accounts" />}
      <ul className="cards">
        {admins.map(({ id, email, role, hasSecondFactor, createdAt }) => (
          <li key={id} className="card">
            <h2>{email}</h2>
            <p>
              {[
                t(`roles.${role}`),
                t(hasSecondFactor ? 'accounts.hasFactor' : 'accounts.hasNoFactor'),
                t('accounts.since', { day: day(createdAt) }),
                ...(id === ownId ? [t('accounts.you')] : []),
              ].join(' · ')}
            </p>
            <details>
              <summary>{t('accounts.change')}</summary>
              <ActionForm
                id={`role-${id}`}
                action={actions.changeRole(id)}
                fields={[roleField(role)]}
                words={words(t('accounts.changeRole'), t('accounts.roleChanged'))}
                isQuiet
              />
              <ActionForm
                id={`recover-${id}`}
                action={actions.recover(id)}
                fields={[]}
                words={words(t('accounts.recover'), t('accounts.linkMade'))}
                isQuiet
              />
              <details>
                <summary>{t('accounts.removing')}</summary>
                <p>{t('accounts.removal', { email })}</p>
                <ActionForm
                  id={`remove-${id}`}
                  action={actions.remove(id)}
                  fields={[]}
                  words={words(t('accounts.remove'))}
                  isQuiet
                />
              </details>
            </details>
          </li>
        ))}
      </ul>
      <section aria-labelledby="invite-title">
        <h2 id="invite-title">{t('accounts.inviteTitle')}</h2>
        <p>{t('accounts.inviteLead')}</p>
        <dl className="role-list">
          {roles.map((role) => (
            <div key={role}>
              <dt>{t(`roles.${role}`)}</dt>
              <dd>{t(`roleNotes.${role}`)}</dd>
            </div>
          ))}
        </dl>
        <ActionForm
          id="invite"
          action={actions.invite}
          fields={[
            { name: 'email', type: 'email', label: t('email'), hint: t('emailHint') },
            roleField('viewer'),
          ]}
          words={words(t('accounts.invite'), t('accounts.linkMade'))}
        >
          <p>
            {operatorName === null
              ? t('accounts.onBehalfUnnamed')
              : t('accounts.onBehalf', { operator: operatorName })}
          </p>
        </ActionForm>
      </section>
      {invitations.length > 0 && (
        <section aria-labelledby="open-title">
          <h2 id="open-title">{t('accounts.openTitle')}</h2>
          <ul className="cards">
            {invitations.map(({ id, email, role, purpose, expiresAt }) => (
              <li key={id} className="card">
                <h3>{email}</h3>
                <p>
                  {[
                    t(`roles.${role}`),
                    t(`accounts.purposes.${purpose}`),
                    t('accounts.expires', { moment: moment(expiresAt) }),
                  ].join(' · ')}
                </p>
                <ActionForm
                  id={`withdraw-${id}`}
                  action={actions.withdraw(id)}
                  fields={[]}
                  words={words(t('accounts.withdraw'))}
                  isQuiet
                />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
