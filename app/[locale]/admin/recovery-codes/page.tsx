import { redirect } from 'next/navigation'
import { RecoveryCodes } from '@/components/admin/recovery-codes'
import { readNewRecoveryCodes } from '@/lib/auth/new-recovery-codes'
import { currentOrigin } from '@/lib/http/exchange'
import { adminPath } from '@/lib/i18n/admin-pages'
import { localeFrom } from '@/lib/i18n/locales'
import { onTheWay } from '../guarded'
import { adminMetadata } from '../titles'
import { confirmRecoveryCodesAction } from '../way-in-actions'

export const generateMetadata = async () => adminMetadata('recoveryCodes')

/** Recovery codes that were made and not confirmed yet: the rest of the area waits for that. */
export default async function RecoveryCodesPage({ params }: PageProps<'/[locale]/admin/recovery-codes'>) {
  const { locale } = await params
  return onTheWay('recoveryCodes', locale, 'recoveryCodesToConfirm', async (request) => {
    const read = await readNewRecoveryCodes(request)
    // Confirmed in another tab at this very moment.
    if (!read.ok) redirect(adminPath('dashboard', localeFrom(locale)))
    const { email, shown, hasEarlier } = read
    return (
      <RecoveryCodes
        email={email}
        site={currentOrigin()}
        shown={shown}
        hasEarlier={hasEarlier}
        action={confirmRecoveryCodesAction.bind(null, locale, hasEarlier ? 'account' : 'dashboard')}
      />
    )
  })
}
