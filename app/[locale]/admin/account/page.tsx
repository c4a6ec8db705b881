import { OwnAccount } from '@/components/admin/own-account'
import { leastPasswordLength } from '@/lib/auth/password-rules'
import { isFresh } from '@/lib/auth/session-limits'
import { listSessions } from '@/lib/auth/sessions'
import {
  changePasswordAction,
  changeSecondFactorAction,
  renewRecoveryCodesAction,
  revokeSessionAction,
} from '../account-actions'
import { guarded } from '../guarded'
import { adminMetadata } from '../titles'

export const generateMetadata = async () => adminMetadata('account')

export default async function OwnAccountPage({ params }: PageProps<'/[locale]/admin/account'>) {
  const { locale } = await params
  return guarded('account', locale, async ({ admin, session }, request) => {
    const listed = await listSessions(request)
    return (
      <OwnAccount
        email={admin.email}
        role={admin.role}
        leastPasswordLength={leastPasswordLength}
        sessions={listed.ok ? listed.sessions : []}
        isFresh={isFresh(session, new Date())}
        actions={{
          revoke: (id) => revokeSessionAction.bind(null, id),
          changePassword: changePasswordAction,
          renewCodes: renewRecoveryCodesAction,
          changeFactor: changeSecondFactorAction.bind(null, locale),
        }}
      />
    )
  })
}
