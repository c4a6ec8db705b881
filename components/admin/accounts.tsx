import { useLocale } from 'next-intl'
import type { Role } from '@/lib/auth/roles'
import { adminPath } from '@/lib/i18n/admin-pages'
import { useTranslations } from '@/lib/i18n/translations'
import { AccountCard, type Account, type AccountActions } from './account-card'
import type { FormAction } from './form-outcome'
import { FreshNotice } from './fresh-notice'
import { InviteSection, type UnknownAddress } from './invite-section'
import { OpenLinks, type OpenLink } from './open-links'

interface Props {
  readonly ownId: string
  readonly admins: readonly Account[]
  readonly links: readonly OpenLink[]
  /** Whether the second factor was checked a short while ago. */
  readonly isFresh: boolean
  /** The role that an invitation has before another is chosen. */
  readonly role: Role
  readonly unknownAddress: UnknownAddress | null
  readonly actions: AccountActions & {
    readonly invite: FormAction
    readonly withdraw: (id: string) => FormAction
  }
}

/** Who may enter, with which role; and links for those who are to. */
export function Accounts({ ownId, admins, links, isFresh, role, unknownAddress, actions }: Props) {
  const t = useTranslations('admin')
  return (
    <>
      <h1>{t('titles.accounts')}</h1>
      {!isFresh && <FreshNotice back="accounts" />}
      {admins.filter((each) => each.role === 'owner').length === 1 && <OnlyOwner links={links} />}
      <ul className="cards">
        {admins.map((account) => (
          <AccountCard key={account.id} account={account} isOwn={account.id === ownId} actions={actions} />
        ))}
      </ul>
      <InviteSection action={actions.invite} role={role} unknownAddress={unknownAddress} />
      {links.length > 0 && <OpenLinks links={links} withdraw={actions.withdraw} />}
    </>
  )
}

/** Suggests a second owner: if the only one loses all that lets them in, nobody here can help. */
function OnlyOwner({ links }: Pick<Props, 'links'>) {
  const t = useTranslations('admin.accounts')
  const locale = useLocale()
  const isInvited = links.some((each) => each.role === 'owner' && each.purpose === 'account')
  if (isInvited) return <p className="notice">{t('secondInvited')}</p>
  return (
    <p className="notice">
      <span>{t('onlyOwner')}</span>{' '}
      <a href={`${adminPath('accounts', locale)}?invite=owner#invite-title`}>{t('inviteOwner')}</a>
    </p>
  )
}
