import { OwnAccount } from '@/components/admin/own-account'
import { countRecoveryCodes } from '@/lib/auth/new-recovery-codes'
import { leastPasswordLength } from '@/lib/auth/password-rules'
import { recoveryCodeCount } from '@/lib/auth/recovery-codes'
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
    const [listed, counted] = [await listSessions(request), await countRecoveryCodes(request)]
    return (
      <OwnAccount
        email={admin.email}
        role={admin.role}
        leastPasswordLength={leastPasswordLength}
        sessions={listed.ok ? listed.sessions : []}
        recoveryCodesLeft={counted.ok ? counted.left : 0}
        recoveryCodeCount={recoveryCodeCount}
        isFresh={isFresh(session, new Date())}
        actions={{
          revoke: (id) => revokeSessionAction.bind(null, id),
          changePassword: changePasswordAction,
          renewCodes: renewRecoveryCodesAction.bind(null, locale),
          changeFactor: changeSecondFactorAction.bind(null, locale),
        }}
      />
    )
  })
}
