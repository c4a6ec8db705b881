import { getTranslations } from 'next-intl/server'
import type { MadeLink } from '@/lib/auth/invitation-token'
import { leastPasswordLength } from '@/lib/auth/password-rules'
import { currentOrigin } from '@/lib/http/exchange'
import type { Locale } from '@/lib/i18n/locales'
import { loadOperator } from '../load-operator'

interface InvitationWords {
  /** What the link is for, and with which role. */
  readonly lines: readonly string[]
  /** Who runs the site; null where it cannot be read. */
  readonly operator: string | null
  /** What is needed next. */
  readonly needs: readonly string[]
}

/** What is said of an invitation to the person who is invited, on its page and in the message that goes with its link. */
export async function invitationWords(
  locale: Locale,
  { purpose, email, role }: Pick<MadeLink, 'purpose' | 'email' | 'role'>,
): Promise<InvitationWords> {
  const t = await getTranslations({ locale, namespace: 'admin' })
  const operator = await loadOperator()
  const named =
    operator?.name === null
      ? t('invitation.operatorUnnamed')
      : t('invitation.operator', { operator: operator?.name ?? '' })
  return {
    lines: [
      t(`invitation.${purpose}`, { email, site: currentOrigin() }),
      t('invitation.role', { role: t(`roles.${role}`), note: t(`roleNotes.${role}`) }),
    ],
    operator: operator === null ? null : named,
    needs: [
      t('invitation.needsPassword', { least: leastPasswordLength }),
      t('invitation.needsAuthenticator'),
      t('invitation.needsPlace'),
    ],
  }
}
