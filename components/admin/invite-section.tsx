import { roles, type Role } from '@/lib/auth/roles'
import { useTranslations } from '@/lib/i18n/translations'
import { useRoleField } from './account-card'
import { ActionForm } from './action-form'
import type { FormAction } from './form-outcome'
import { useFormWords } from './use-form-words'
import { useLinkWords } from './use-link-words'

/** Where the links that a page makes begin, where the operator has not said it. */
export interface UnknownAddress {
  readonly origin: string
  /** Whether it leads to this machine only. */
  readonly isLocal: boolean
}

interface Props {
  readonly action: FormAction
  /** The role that is chosen before anything else is. */
  readonly role: Role
  /** null where the operator has named the site's public address. */
  readonly unknownAddress: UnknownAddress | null
}

/** Invites people, one after the other. */
export function InviteSection({ action, role: initial, unknownAddress }: Props) {
  const t = useTranslations('admin')
  const words = useFormWords()
  const linkWords = useLinkWords()
  const roleField = useRoleField()
  return (
    <section aria-labelledby="invite-title">
      <h2 id="invite-title">{t('accounts.inviteTitle')}</h2>
      <p>{t('accounts.inviteLead')}</p>
      {unknownAddress !== null && (
        <p className="notice">
          {t(unknownAddress.isLocal ? 'accounts.localAddress' : 'accounts.ownAddress', {
            origin: unknownAddress.origin,
            variable: 'MIROIR_URL',
          })}
        </p>
      )}
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
        action={action}
        fields={[
          { name: 'email', type: 'email', label: t('email'), hint: t('emailHint') },
          roleField(initial),
        ]}
        words={{ ...words(t('accounts.invite')), link: linkWords }}
        isForMany
      />
    </section>
  )
}
