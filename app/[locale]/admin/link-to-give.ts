import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import type { FormOutcome, LinkToGive } from '@/components/admin/form-outcome'
import { invitationPath, type MadeLink } from '@/lib/auth/invitation-token'
import { currentOrigin } from '@/lib/http/exchange'
import { localeFrom } from '@/lib/i18n/locales'
import { momentWords } from '@/lib/i18n/use-date-words'
import { invitationWords } from './invitation-words'

/** A link as its maker gives it: for whom it is, its whole address, and a message that says what it is for and what is needed. */
export async function linkToGive(given: string, made: MadeLink): Promise<LinkToGive> {
  const locale = localeFrom(given)
  const t = await getTranslations({ locale, namespace: 'admin' })
  const address = currentOrigin() + invitationPath(locale, made.token)
  const { email, purpose } = made
  const { lines, operator, needs } = await invitationWords(locale, made)
  const message = [
    t('accounts.hello'),
    [...lines, ...(operator === null ? [] : [operator])].join(' '),
    `${t('accounts.openBefore', { moment: momentWords(locale, made.expiresAt) })}\n${address}`,
    `${t('invitation.needs')}\n${needs.map((need) => `- ${need}`).join('\n')}`,
  ].join('\n\n')
  return {
    title: t(`accounts.linkFor.${purpose}`, { email, role: t(`roles.${made.role}`) }),
    address,
    message,
  }
}

const link = z.object({ title: z.string(), address: z.string(), message: z.string() })

/** The link that the form has made the last time: it is shown until it has made the next one, also where that is refused. */
export function linkBefore(before: FormOutcome | null): Pick<FormOutcome, 'link'> {
  // It comes from the browser, and may be anything.
  const found = link.safeParse(before?.link)
  return found.success ? { link: found.data } : {}
}
