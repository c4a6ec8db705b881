import { dayOf } from '@/lib/clock/known-time'
import { roles, type Role } from '@/lib/auth/roles'
import { useTranslations } from '@/lib/i18n/translations'
import { useDayWords } from '@/lib/i18n/use-date-words'
import { ActionForm } from './action-form'
import type { FormField } from './form-field'
import type { FormAction } from './form-outcome'
import { useFormWords } from './use-form-words'
import { useLinkWords } from './use-link-words'

export interface Account {
  readonly id: string
  readonly email: string
  readonly role: Role
  readonly hasSecondFactor: boolean
  readonly createdAt: Date
}

export interface AccountActions {
  readonly recover: (id: string) => FormAction
  readonly changeRole: (id: string) => FormAction
  readonly remove: (id: string) => FormAction
}

interface Props {
  readonly account: Account
  readonly isOwn: boolean
  readonly actions: AccountActions
}

/** The field that chooses a role. */
export function useRoleField(): (initial: Role) => FormField {
  const t = useTranslations('admin')
  return (initial) => ({
    name: 'role',
    type: 'select',
    label: t('accounts.role'),
    initial,
    options: roles.map((id) => ({ id, label: t(`roles.${id}`) })),
  })
}

/** Someone who may enter, and what can be changed about it. */
export function AccountCard({
  account: { id, email, role, hasSecondFactor, createdAt },
  isOwn,
  actions,
}: Props) {
  const t = useTranslations('admin')
  const dayWords = useDayWords()
  const words = useFormWords()
  const linkWords = useLinkWords()
  const roleField = useRoleField()
  return (
    <li className="card">
      <h2>{email}</h2>
      <p>
        {[
          t(`roles.${role}`),
          t(hasSecondFactor ? 'accounts.hasFactor' : 'accounts.hasNoFactor'),
          // Of UTC, as times are told.
          t('accounts.since', { day: dayWords(dayOf(createdAt)) }),
          ...(isOwn ? [t('accounts.you')] : []),
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
          words={{ ...words(t('accounts.recover')), link: linkWords }}
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
  )
}
