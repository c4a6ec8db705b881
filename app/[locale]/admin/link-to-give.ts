import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import type { FormOutcome, LinkToGive } from '@/components/admin/form-outcome'
import { invitationPath, type MadeLink } from '@/lib/auth/invitation-token'
import { leastPasswordLength } from '@/lib/auth/password-rules'
import { currentOrigin } from '@/lib/http/exchange'
import { localeFrom } from '@/lib/i18n/locales'
import { momentWords } from '@/lib/i18n/use-date-words'

/** A link as its maker gives it: for whom it is, its whole address, and a message that says what it is for and what is needed. */
export async function linkToGive(given: string, made: MadeLink): Promise<LinkToGive> {
  const locale = localeFrom(given)
  const t = await getTranslations({ locale, namespace: 'admin' })
  const site = currentOrigin()
  const address = site + invitationPath(locale, made.token)
  const { email, purpose } = made
  const role = t(`roles.${made.role}`)
  const needs = [
    t('invitation.needsPassword', { least: leastPasswordLength }),
    t('invitation.needsAuthenticator'),
    t('invitation.needsPlace'),
  ]
  const message = [
    t('accounts.hello'),
    `${t(`invitation.${purpose}`, { email, site })} ${t('invitation.role', { role, note: t(`roleNotes.${made.role}`) })}`,
    `${t('accounts.openBefore', { moment: momentWords(locale, made.expiresAt) })}\n${address}`,
    `${t('invitation.needs')}\n${needs.map((need) => `- ${need}`).join('\n')}`,
  ].join('\n\n')
  return { title: t(`accounts.linkFor.${purpose}`, { email, role }), address, message }
}

const link = z.object({ title: z.string(), address: z.string(), message: z.string() })

/** The link that the form has made the last time: it is shown until it has made the next one, also where that is refused. */
export function linkBefore(before: FormOutcome | null): Pick<FormOutcome, 'link'> {
  // It comes from the browser, and may be anything.
  const found = link.safeParse(before?.link)
  return found.success ? { link: found.data } : {}
}
