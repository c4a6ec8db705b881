'use server'

import { redirect, RedirectType } from 'next/navigation'
import type { FormOutcome } from '@/components/admin/form-outcome'
import { readAdminState, requireRole } from '@/lib/auth/admin-state'
import { changeRole, removeAdmin } from '@/lib/auth/admins'
import { changePassword } from '@/lib/auth/change-password'
import { currentRequest } from '@/lib/auth/current-request'
import { createRecoveryLink, inviteAdmin, withdrawInvitation } from '@/lib/auth/make-links'
import { isRole, leastRole } from '@/lib/auth/roles'
import { confirmSecondFactor } from '@/lib/auth/second-factor'
import { renewRecoveryCodes } from '@/lib/auth/new-recovery-codes'
import { beginTotpSetup } from '@/lib/auth/second-factor-setup'
import { revokeSession } from '@/lib/auth/sessions'
import { adminPath, pathBack } from '@/lib/i18n/admin-pages'
import { localeFrom } from '@/lib/i18n/locales'
import { linkBefore, linkToGive } from './link-to-give'
import { done, leadOn, refusal, showAnew, textOf, whileAvailable } from './outcomes'

/** Makes the link for a new account; for owners. */
export async function inviteAction(
  locale: string,
  before: FormOutcome | null,
  sent: FormData,
): Promise<FormOutcome> {
  const typed = { email: textOf(sent, 'email'), role: textOf(sent, 'role') }
  const { email, role } = typed
  const outcome = await whileAvailable(typed, async () => {
    if (!isRole(role)) return refusal('badRole', typed)
    const made = await inviteAdmin(await currentRequest(), { email, role })
    if (!made.ok) return refusal(made.reason, typed)
    showAnew()
    return done(await linkToGive(locale, made))
  })
  return { ...linkBefore(before), ...outcome }
}

/** Makes the link with which someone sets another password and second factor; for owners. */
export async function recoveryLinkAction(locale: string, id: string): Promise<FormOutcome> {
  return whileAvailable({}, async () => {
    const made = await createRecoveryLink(await currentRequest(), { id })
    if (!made.ok) return refusal(made.reason)
    showAnew()
    return done(await linkToGive(locale, made))
  })
}

/** Makes a link useless; for owners. */
export async function withdrawInvitationAction(id: string): Promise<FormOutcome> {
  return whileAvailable({}, async () => {
    const result = await withdrawInvitation(await currentRequest(), { id })
    if (!result.ok) return refusal(result.reason)
    showAnew()
    return done()
  })
}

/** Gives an account another role; for owners. */
export async function changeRoleAction(
  id: string,
  _before: FormOutcome | null,
  sent: FormData,
): Promise<FormOutcome> {
  const role = textOf(sent, 'role')
  return whileAvailable({ role }, async () => {
    if (!isRole(role)) return refusal('badRole')
    const result = await changeRole(await currentRequest(), { id, role })
    if (!result.ok) return refusal(result.reason)
    showAnew()
    return done()
  })
}

/** Removes an account; for owners. */
export async function removeAdminAction(id: string): Promise<FormOutcome> {
  return whileAvailable({}, async () => {
    const result = await removeAdmin(await currentRequest(), { id })
    if (!result.ok) return refusal(result.reason)
    showAnew()
    return done()
  })
}

/** Ends one of one's own sessions. */
export async function revokeSessionAction(id: string): Promise<FormOutcome> {
  return whileAvailable({}, async () => {
    const result = await revokeSession(await currentRequest(), { id })
    if (!result.ok) return refusal(result.reason)
    showAnew()
    return done()
  })
}

/** Changes one's own password. */
export async function changePasswordAction(
  _before: FormOutcome | null,
  sent: FormData,
): Promise<FormOutcome> {
  return whileAvailable({}, async () => {
    const typed = { present: textOf(sent, 'password'), next: textOf(sent, 'newPassword') }
    const result = await changePassword(await currentRequest(), typed)
    if (!result.ok) return refusal(result.reason)
    showAnew()
    return done()
  })
}

/** Makes other recovery codes, and leads to them. */
export async function renewRecoveryCodesAction(locale: string): Promise<FormOutcome> {
  const outcome = await whileAvailable({}, async () => {
    const result = await renewRecoveryCodes(await currentRequest())
    return result.ok ? done() : refusal(result.reason)
  })
  if (outcome.reason === null) leadOn(adminPath('recoveryCodes', localeFrom(locale)))
  return outcome
}

/** Begins to set up another second factor; the present one stays until that is confirmed. */
export async function changeSecondFactorAction(locale: string): Promise<FormOutcome> {
  const outcome = await whileAvailable({}, async () => {
    const request = await currentRequest()
    // Setting up is also for who has none yet, who has a page for it.
    const permitted = requireRole(await readAdminState(request), leastRole.ownAccount)
    if (!permitted.ok) return refusal(permitted.reason)
    const result = await beginTotpSetup(request)
    return result.ok ? done() : refusal(result.reason)
  })
  if (outcome.reason === null) leadOn(adminPath('setUp', localeFrom(locale)))
  return outcome
}

/** Checks the second factor again, and leads back to where something sensitive was to be done. */
export async function confirmAction(
  locale: string,
  back: string,
  _before: FormOutcome | null,
  sent: FormData,
): Promise<FormOutcome> {
  const outcome = await whileAvailable({}, async () => {
    const result = await confirmSecondFactor(await currentRequest(), { code: textOf(sent, 'code') })
    return result.ok ? done() : refusal(result.reason)
  })
  if (outcome.reason === null) redirect(pathBack(back, localeFrom(locale)), RedirectType.replace)
  return outcome
}
