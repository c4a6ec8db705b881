import { Accounts } from '@/components/admin/accounts'
import type { UnknownAddress } from '@/components/admin/invite-section'
import { listAdmins } from '@/lib/auth/admins'
import { listInvitations } from '@/lib/auth/make-links'
import { isRole } from '@/lib/auth/roles'
import { isFresh } from '@/lib/auth/session-limits'
import { readSettings } from '@/lib/env'
import { currentOrigin } from '@/lib/http/exchange'
import { isLoopback } from '@/lib/http/is-loopback'
import {
  changeRoleAction,
  inviteAction,
  recoveryLinkAction,
  removeAdminAction,
  withdrawInvitationAction,
} from '../account-actions'
import { guarded } from '../guarded'
import { adminMetadata } from '../titles'

export const generateMetadata = async () => adminMetadata('accounts')

/** Where links begin, unless the operator has named the public address: it may lead elsewhere, or nowhere, for who gets them. */
function unknownAddress(): UnknownAddress | null {
  if (readSettings().publicUrl !== undefined) return null
  const origin = currentOrigin()
  return { origin, isLocal: isLoopback(new URL(origin).hostname) }
}

export default async function AccountsPage({ params, searchParams }: PageProps<'/[locale]/admin/accounts'>) {
  const { locale } = await params
  const { invite } = await searchParams
  const role = isRole(invite) ? invite : null
  const show: Parameters<typeof guarded>[2] = async ({ admin, session }, request) => {
    const [listed, open] = [await listAdmins(request), await listInvitations(request)]
    return (
      <Accounts
        ownId={admin.id}
        admins={listed.ok ? listed.admins : []}
        links={open.ok ? open.invitations : []}
        isFresh={isFresh(session, new Date())}
        role={role ?? 'viewer'}
        unknownAddress={unknownAddress()}
        actions={{
          invite: inviteAction.bind(null, locale),
          recover: (id) => recoveryLinkAction.bind(null, locale, id),
          withdraw: (id) => withdrawInvitationAction.bind(null, id),
          changeRole: (id) => changeRoleAction.bind(null, id),
          remove: (id) => removeAdminAction.bind(null, id),
        }}
      />
    )
  }
  return guarded('accounts', locale, show, role === null ? '' : `?invite=${role}`)
}
