import { describe, expect, it } from 'vitest'
import { readAdminState, requireFresh } from '@/lib/auth/admin-state'
import { confirmSecondFactor, verifyRecoveryCode, verifyTotp } from '@/lib/auth/second-factor'
import { renewRecoveryCodes } from '@/lib/auth/new-recovery-codes'
import { beginTotpSetup, confirmTotpSetup, readTotpSetup } from '@/lib/auth/second-factor-setup'
import { signIn } from '@/lib/auth/sign-in'
import {
  codeOf,
  expectOk,
  firstOwner,
  freshArea,
  freshen,
  keepRecoveryCodes,
  passMinutes,
  password,
  signInAs,
  type Area,
  type Person,
} from './area'

const wrong = { ok: false, reason: 'wrongCode' }

async function halfWay(area: Area, { email }: Person) {
  const browser = area.openBrowser()
  expectOk(await signIn(browser.request, { email, password }))
  return browser.request
}

/** A code that is none of the three that are right now. */
async function wrongCode(totpSecret: string): Promise<string> {
  const right = await Promise.all([-1, 0, 1].map(async (steps) => codeOf(totpSecret, steps)))
  return ['000000', '000001', '000002', '000003'].find((code) => !right.includes(code)) ?? ''
}

describe('a code of the authenticator', () => {
  it('works once, at whatever time, in whichever browser', async () => {
    const area = await freshArea()
    const owner = await firstOwner(area)
    const [first, second] = [await halfWay(area, owner), await halfWay(area, owner)]
    const code = await codeOf(owner.totpSecret)
    const earlier = await codeOf(owner.totpSecret, -1)
    const both = await Promise.all([verifyTotp(first, { code }), verifyTotp(second, { code })])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    const third = await halfWay(area, owner)
    expect(await verifyTotp(third, { code })).toEqual(wrong)
    // Still in its time, but before one that was used.
    expect(await verifyTotp(third, { code: earlier })).toEqual(wrong)
    expect(await verifyTotp(third, { code: await codeOf(owner.totpSecret, 1) })).toEqual({ ok: true })
  })

  it('may be half a minute early or late, typed with spaces, and no more', async () => {
    const area = await freshArea()
    const owner = await firstOwner(area)
    const request = await halfWay(area, owner)
    for (const code of [
      await codeOf(owner.totpSecret, -2),
      await codeOf(owner.totpSecret, 2),
      await wrongCode(owner.totpSecret),
    ]) {
      expect(await verifyTotp(request, { code })).toEqual(wrong)
    }
    const code = await codeOf(owner.totpSecret, -1)
    expect(await verifyTotp(request, { code: `${code.slice(0, 3)} ${code.slice(3)} ` })).toEqual({ ok: true })
  })

  it('locks the account for 15 minutes after five wrong ones, also for the right one, and for recovery codes', async () => {
    const area = await freshArea()
    const owner = await firstOwner(area)
    const request = await halfWay(area, owner)
    area.recorded.length = 0
    for (let time = 0; time < 5; time += 1) {
      const typed = time === 0 ? '12345' : await wrongCode(owner.totpSecret)
      expect(await verifyTotp(request, { code: typed })).toEqual(wrong)
    }
    expect(await verifyTotp(request, { code: await codeOf(owner.totpSecret) })).toEqual(wrong)
    expect(await verifyRecoveryCode(request, { code: owner.recoveryCodes[0] ?? '' })).toEqual(wrong)
    // Another challenge does not help.
    const again = await halfWay(area, owner)
    expect(await verifyTotp(again, { code: await codeOf(owner.totpSecret) })).toEqual(wrong)
    const steps = area.recorded.flatMap(({ action, outcome, details }) =>
      'step' in details && details.step !== 'password' ? [`${action} ${outcome} ${details.step}`] : [],
    )
    expect(steps).toEqual([
      ...Array<string>(5).fill('signIn refused secondFactor'),
      'lockedOut refused secondFactor',
    ])
    // With the password of someone, which more than that person may know.
    for (const entry of area.recorded.filter(({ outcome }) => outcome === 'refused')) {
      expect(entry).toMatchObject({ actor: null, subject: owner.id })
    }

    passMinutes(15.1)
    const later = await halfWay(area, owner)
    expect(await verifyTotp(later, { code: await codeOf(owner.totpSecret) })).toEqual({ ok: true })
  })

  it('is asked for again after 15 minutes where something is sensitive', async () => {
    const area = await freshArea()
    const owner = await firstOwner(area)
    const { request } = owner.browser
    const may = async () => requireFresh(await readAdminState(request), 'owner', new Date())
    expect(await may()).toMatchObject({ ok: true })
    passMinutes(15)
    expect(await may()).toEqual({ ok: false, reason: 'notFresh' })
    expect(await beginTotpSetup(request)).toEqual({ ok: false, reason: 'notFresh' })
    expect(await renewRecoveryCodes(request)).toEqual({ ok: false, reason: 'notFresh' })

    const code = await codeOf(owner.totpSecret)
    expect(await confirmSecondFactor(request, { code: await wrongCode(owner.totpSecret) })).toEqual(wrong)
    expect(await confirmSecondFactor(request, { code })).toEqual({ ok: true })
    expect(await confirmSecondFactor(request, { code })).toEqual(wrong)
    expect(await may()).toMatchObject({ ok: true, session: { secondFactorAt: new Date() } })
    const nobody = area.openBrowser().request
    expect(await confirmSecondFactor(nobody, { code })).toEqual({ ok: false, reason: 'signedOut' })
  })
})

describe('a recovery code', () => {
  it('signs in once, however it is typed', async () => {
    const area = await freshArea()
    const owner = await firstOwner(area)
    const [code = '', another = ''] = owner.recoveryCodes
    const request = await halfWay(area, owner)
    area.recorded.length = 0
    expect(await verifyRecoveryCode(request, { code: 'AAAAA-AAAAA' })).toEqual(wrong)
    const typed = ` ${code.toLowerCase().replace('-', ' – ').replaceAll('0', 'o').replaceAll('1', 'l')}`
    expect(await verifyRecoveryCode(request, { code: typed })).toEqual({ ok: true })
    expect(await readAdminState(request)).toMatchObject({
      state: 'signedIn',
      session: { secondFactorAt: new Date() },
    })
    const [first, second] = [await halfWay(area, owner), await halfWay(area, owner)]
    expect(await verifyRecoveryCode(first, { code })).toEqual(wrong)
    const both = await Promise.all(
      [first, second].map(async (each) => verifyRecoveryCode(each, { code: another })),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    const tried = area.recorded.filter(({ details }) => !('step' in details && details.step === 'password'))
    expect(tried.slice(0, 3)).toMatchObject([
      { action: 'signIn', outcome: 'refused', details: { step: 'recoveryCode' } },
      { action: 'recoveryCodeUsed', outcome: 'succeeded', details: {} },
      { action: 'signIn', outcome: 'refused', details: { step: 'recoveryCode' } },
    ])
  })
})

describe('setting up a second factor', () => {
  it('shows the same secret again until it is confirmed, and takes no wrong code', async () => {
    const area = await freshArea()
    const owner = await firstOwner(area)
    const { request } = owner.browser
    expect(await readTotpSetup(request)).toEqual({ ok: false, reason: 'notBegun' })
    expect(await confirmTotpSetup(request, { code: '123456' })).toEqual({ ok: false, reason: 'notBegun' })
    const setup = expectOk(await beginTotpSetup(request))
    expect(await confirmTotpSetup(request, { code: await wrongCode(setup.secret) })).toEqual(wrong)
    // The present authenticator does not confirm another one.
    const present = await confirmTotpSetup(request, { code: await codeOf(owner.totpSecret) })
    expect(present).toEqual(wrong)
    expect(await readTotpSetup(request)).toEqual(setup)
    expect(area.recorded.slice(-2)).toMatchObject([
      { action: 'secondFactorSetUp', outcome: 'refused' },
      { action: 'secondFactorSetUp', outcome: 'refused' },
    ])
  })

  it('puts another authenticator in the place of the first one, and ends the other sessions', async () => {
    const area = await freshArea()
    const owner = await firstOwner(area)
    const elsewhere = await signInAs(area, owner)
    await freshen(owner)
    const { request } = owner.browser
    const { secret } = expectOk(await beginTotpSetup(request))
    expect(await verifyTotp(await halfWay(area, owner), { code: await codeOf(owner.totpSecret) })).toEqual({
      ok: true,
    })
    expectOk(await confirmTotpSetup(request, { code: await codeOf(secret) }))
    const recoveryCodes = await keepRecoveryCodes(owner.browser)
    expect(await readAdminState(request)).toMatchObject({ state: 'signedIn' })
    expect(await readAdminState(elsewhere.request)).toEqual({ state: 'signedOut' })
    passMinutes(1)
    const again = await halfWay(area, owner)
    expect(await verifyTotp(again, { code: await codeOf(owner.totpSecret) })).toEqual(wrong)
    expect(await verifyRecoveryCode(again, { code: owner.recoveryCodes[0] ?? '' })).toEqual(wrong)
    expect(await verifyRecoveryCode(again, { code: recoveryCodes[0] ?? '' })).toEqual({ ok: true })
  })

  it('is for nobody who is not in, or who has one that is still awaited', async () => {
    const area = await freshArea()
    const owner = await firstOwner(area)
    const nobody = area.openBrowser().request
    expect(await beginTotpSetup(nobody)).toEqual({ ok: false, reason: 'signedOut' })
    const request = await halfWay(area, owner)
    expect(await beginTotpSetup(request)).toEqual({ ok: false, reason: 'secondFactorPending' })
    const confirmed = await confirmTotpSetup(request, { code: await codeOf(owner.totpSecret) })
    expect(confirmed).toEqual({ ok: false, reason: 'secondFactorPending' })
  })
})
