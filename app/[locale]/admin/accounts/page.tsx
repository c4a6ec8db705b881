import { Accounts } from '@/components/admin/accounts'
import { listAdmins } from '@/lib/auth/admins'
import { listInvitations } from '@/lib/auth/make-links'
import { isFresh } from '@/lib/auth/session-limits'
import { readOperator } from '@/lib/db/operator'
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

export default async function AccountsPage({ params }: PageProps<'/[locale]/admin/accounts'>) {
  const { locale } = await params
  return guarded('accounts', locale, async ({ admin, session }, request) => {
    const [listed, open] = [await listAdmins(request), await listInvitations(request)]
    return (
      <Accounts
        ownId={admin.id}
        operatorName={(await readOperator(request.database)).name}
        admins={listed.ok ? listed.admins : []}
        invitations={open.ok ? open.invitations : []}
        isFresh={isFresh(session, new Date())}
        actions={{
          invite: inviteAction.bind(null, locale),
          recover: (id) => recoveryLinkAction.bind(null, locale, id),
          withdraw: (id) => withdrawInvitationAction.bind(null, id),
          changeRole: (id) => changeRoleAction.bind(null, id),
          remove: (id) => removeAdminAction.bind(null, id),
        }}
      />
    )
  })
}
