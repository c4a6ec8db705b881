import { describe, expect, it } from 'vitest'
import { acceptInvitation } from '@/lib/auth/accept-invitation'
import { readAdminState } from '@/lib/auth/admin-state'
import { createRecoveryLink } from '@/lib/auth/make-links'
import {
  confirmRecoveryCodes,
  countRecoveryCodes,
  readNewRecoveryCodes,
  renewRecoveryCodes,
} from '@/lib/auth/new-recovery-codes'
import { verifyRecoveryCode, verifyTotp } from '@/lib/auth/second-factor'
import { beginTotpSetup, confirmTotpSetup } from '@/lib/auth/second-factor-setup'
import { signIn } from '@/lib/auth/sign-in'
import {
  codeOf,
  expectOk,
  firstOwner,
  freshArea,
  keepRecoveryCodes,
  passMinutes,
  password,
  type Area,
  type Browser,
  type Person,
} from './area'

const waiting = { ok: false, reason: 'recoveryCodesToConfirm' }

/** Whether a recovery code lets its owner in, with the password. Uses it up. */
async function works({ openBrowser }: Area, { email }: Person, code: string | undefined): Promise<boolean> {
  const { request } = openBrowser()
  expectOk(await signIn(request, { email, password }))
  return (await verifyRecoveryCode(request, { code: code ?? '' })).ok
}

const left = async ({ request }: Browser) => expectOk(await countRecoveryCodes(request)).left

/** An owner who has begun to renew the recovery codes, and the new ones. */
async function renewing(area: Area) {
  const owner = await firstOwner(area)
  expectOk(await renewRecoveryCodes(owner.browser.request))
  const read = expectOk(await readNewRecoveryCodes(owner.browser.request))
  return { owner, read, codes: read.shown?.codes ?? [] }
}

describe('new recovery codes', () => {
  it('take the place of those before once they are confirmed, and both work until then', async () => {
    const area = await freshArea()
    const { owner, read, codes } = await renewing(area)
    expect(read).toMatchObject({ email: owner.email, hasEarlier: true, shown: { madeAt: new Date() } })
    expect(new Set([...codes, ...owner.recoveryCodes]).size).toBe(20)
    expect(await works(area, owner, owner.recoveryCodes[0])).toBe(true)
    expect(await works(area, owner, codes[0])).toBe(true)

    expect(await confirmRecoveryCodes(owner.browser.request)).toEqual({ ok: true })
    expect(await left(owner.browser)).toBe(9)
    expect(await works(area, owner, owner.recoveryCodes[1])).toBe(false)
    expect(await works(area, owner, codes[0])).toBe(false)
    expect(await works(area, owner, codes[1])).toBe(true)
    expect(await left(owner.browser)).toBe(8)
    const ofCodes = area.recorded.filter(({ action }) => action.startsWith('recoveryCodes'))
    expect(ofCodes.slice(1)).toEqual(
      ['recoveryCodesRenewed', 'recoveryCodesConfirmed'].map((action) => {
        return { actor: owner.id, action, subject: null, outcome: 'succeeded', details: {} }
      }),
    )
  })

  it('keep the rest of the area waiting, in every session, until they are confirmed', async () => {
    const area = await freshArea()
    const { owner, codes } = await renewing(area)
    const { request } = owner.browser
    expect(await readAdminState(request)).toMatchObject({ state: 'recoveryCodesToConfirm' })
    for (const act of [renewRecoveryCodes, countRecoveryCodes, beginTotpSetup]) {
      expect(await act(request)).toEqual(waiting)
    }
    const elsewhere = area.openBrowser()
    expectOk(await signIn(elsewhere.request, { email: owner.email, password }))
    expectOk(await verifyTotp(elsewhere.request, { code: await codeOf(owner.totpSecret) }))
    // The same ones: they can be kept here too.
    expect(await readNewRecoveryCodes(elsewhere.request)).toMatchObject({ shown: { codes } })
    expectOk(await confirmRecoveryCodes(elsewhere.request))
    for (const session of [request, elsewhere.request]) {
      expect(await readAdminState(session)).toMatchObject({ state: 'signedIn' })
      expect(await confirmRecoveryCodes(session)).toEqual({ ok: false, reason: 'notWaiting' })
      expect(await readNewRecoveryCodes(session)).toEqual({ ok: false, reason: 'notWaiting' })
    }
  })

  it('are not shown a quarter of an hour after the second factor, and can be confirmed still', async () => {
    const area = await freshArea()
    const { owner } = await renewing(area)
    passMinutes(15)
    expect(await readNewRecoveryCodes(owner.browser.request)).toMatchObject({ ok: true, shown: null })
    expect(await confirmRecoveryCodes(owner.browser.request)).toEqual({ ok: true })
  })

  it('are one list, when they are made twice at the same time, and confirmed once', async () => {
    const area = await freshArea()
    const owner = await firstOwner(area)
    const { request } = owner.browser
    const made = await Promise.all([1, 2].map(async () => renewRecoveryCodes(request)))
    expect(made.filter(({ ok }) => ok)).toHaveLength(1)
    const confirmed = await Promise.all([1, 2].map(async () => confirmRecoveryCodes(request)))
    expect(confirmed.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await left(owner.browser)).toBe(10)
  })

  it('work before setting up has ended, for somebody who closed the page', async () => {
    const area = await freshArea()
    const owner = await firstOwner(area)
    const { token } = expectOk(await createRecoveryLink(owner.browser.request, { id: owner.id }))
    const { request } = area.openBrowser()
    expectOk(await acceptInvitation(request, { token, password }))
    const setup = expectOk(await beginTotpSetup(request))
    expectOk(await confirmTotpSetup(request, { code: await codeOf(setup.secret) }))
    const read = expectOk(await readNewRecoveryCodes(request))
    expect(read.hasEarlier).toBe(false)
    expect(await works(area, owner, owner.recoveryCodes[0])).toBe(false)
    expect(await works(area, owner, read.shown?.codes[0])).toBe(true)
  })

  it('that wait go when the account is recovered', async () => {
    const area = await freshArea()
    const owner = await firstOwner(area)
    const { token } = expectOk(await createRecoveryLink(owner.browser.request, { id: owner.id }))
    expectOk(await renewRecoveryCodes(owner.browser.request))
    const anew = area.openBrowser()
    expectOk(await acceptInvitation(anew.request, { token, password }))
    expect(await readAdminState(anew.request)).toMatchObject({ state: 'secondFactorToSetUp' })
    const setup = expectOk(await beginTotpSetup(anew.request))
    expectOk(await confirmTotpSetup(anew.request, { code: await codeOf(setup.secret) }))
    expect(await keepRecoveryCodes(anew)).toHaveLength(10)
    expect(await left(anew)).toBe(10)
  })

  it('are for nobody who is not in', async () => {
    const area = await freshArea()
    const { owner } = await renewing(area)
    const nobody = area.openBrowser().request
    const half = area.openBrowser().request
    await signIn(half, { email: owner.email, password })
    for (const act of [readNewRecoveryCodes, confirmRecoveryCodes, countRecoveryCodes, renewRecoveryCodes]) {
      expect(await act(nobody)).toEqual({ ok: false, reason: 'signedOut' })
      expect(await act(half)).toEqual({ ok: false, reason: 'secondFactorPending' })
    }
  })
})
