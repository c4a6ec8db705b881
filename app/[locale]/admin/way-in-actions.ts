'use server'

import { redirect, RedirectType } from 'next/navigation'
import type { FormOutcome } from '@/components/admin/form-outcome'
import { acceptInvitation } from '@/lib/auth/accept-invitation'
import { currentRequest } from '@/lib/auth/current-request'
import { confirmRecoveryCodes } from '@/lib/auth/new-recovery-codes'
import { confirmTotpSetup } from '@/lib/auth/second-factor-setup'
import { verifyRecoveryCode, verifyTotp } from '@/lib/auth/second-factor'
import { signIn } from '@/lib/auth/sign-in'
import { adminPath, type AdminPage } from '@/lib/i18n/admin-pages'
import { localeFrom } from '@/lib/i18n/locales'
import { done, refusal, textOf, whileAvailable } from './outcomes'

const goTo = (page: AdminPage, locale: string) =>
  redirect(adminPath(page, localeFrom(locale)), RedirectType.replace)

/** Checks the password, and leads to the second factor. */
export async function signInAction(
  locale: string,
  _before: FormOutcome | null,
  sent: FormData,
): Promise<FormOutcome> {
  const email = textOf(sent, 'email')
  let next: AdminPage = 'code'
  const outcome = await whileAvailable({ email }, async () => {
    const result = await signIn(await currentRequest(), { email, password: textOf(sent, 'password') })
    if (!result.ok) return refusal(result.reason, { email })
    if (result.next === 'setUp') next = 'setUp'
    return done()
  })
  return outcome.reason === null ? goTo(next, locale) : outcome
}

/** Checks the second factor: a code of the authenticator, or a recovery code. */
export async function codeAction(
  kind: 'totp' | 'recovery',
  locale: string,
  _before: FormOutcome | null,
  sent: FormData,
): Promise<FormOutcome> {
  const code = textOf(sent, 'code')
  const outcome = await whileAvailable({}, async () => {
    const request = await currentRequest()
    const result = await (kind === 'totp'
      ? verifyTotp(request, { code })
      : verifyRecoveryCode(request, { code }))
    return result.ok ? done() : refusal(result.reason)
  })
  return outcome.reason === null ? goTo('dashboard', locale) : outcome
}

/** Confirms the second factor that is being set up, and leads to its recovery codes. */
export async function confirmSetUpAction(
  locale: string,
  _before: FormOutcome | null,
  sent: FormData,
): Promise<FormOutcome> {
  const outcome = await whileAvailable({}, async () => {
    const result = await confirmTotpSetup(await currentRequest(), { code: textOf(sent, 'code') })
    return result.ok ? done() : refusal(result.reason)
  })
  return outcome.reason === null ? goTo('recoveryCodes', locale) : outcome
}

/** Ends the set-up, or the renewal of recovery codes, once the admin says that the codes are stored. */
export async function confirmRecoveryCodesAction(
  locale: string,
  back: 'dashboard' | 'account',
  _before: FormOutcome | null,
  sent: FormData,
): Promise<FormOutcome> {
  const outcome = await whileAvailable({}, async () => {
    if (textOf(sent, 'kept') !== 'yes') return refusal('notKept')
    const result = await confirmRecoveryCodes(await currentRequest())
    // In another tab it may be done already.
    return result.ok || result.reason === 'notWaiting' ? done() : refusal(result.reason)
  })
  return outcome.reason === null ? goTo(back, locale) : outcome
}

/** Uses a link: sets the password, and leads to the second factor. */
export async function acceptInvitationAction(
  locale: string,
  token: string,
  _before: FormOutcome | null,
  sent: FormData,
): Promise<FormOutcome> {
  const outcome = await whileAvailable({}, async () => {
    const result = await acceptInvitation(await currentRequest(), {
      token,
      password: textOf(sent, 'password'),
    })
    return result.ok ? done() : refusal(result.reason)
  })
  return outcome.reason === null ? goTo('setUp', locale) : outcome
}
