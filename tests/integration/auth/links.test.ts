import { describe, expect, it } from 'vitest'
import { acceptInvitation, readInvitation } from '@/lib/auth/accept-invitation'
import { readAdminState } from '@/lib/auth/admin-state'
import {
  createOperatorLink,
  createRecoveryLink,
  inviteAdmin,
  listInvitations,
  withdrawInvitation,
} from '@/lib/auth/make-links'
import { confirmRecoveryCodes, readNewRecoveryCodes } from '@/lib/auth/new-recovery-codes'
import { beginTotpSetup, confirmTotpSetup } from '@/lib/auth/second-factor-setup'
import { signIn } from '@/lib/auth/sign-in'
import {
  codeOf,
  comeIn,
  expectOk,
  firstOwner,
  freshArea,
  freshen,
  invite,
  passMinutes,
  password,
  signInAs,
} from './area'

const email = 'person@example.org'

describe('the first account', () => {
  it('is made by a link, is an owner, and is in once its second factor is set up', async () => {
    const area = await freshArea()
    const { request, cookies } = area.openBrowser()
    const { token, expiresAt } = expectOk(
      await createOperatorLink(request, { email: ' Person@Example.org ' }),
    )
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(expiresAt).toEqual(new Date('2026-11-25T09:00:00Z'))
    expect(await readInvitation(request, { token })).toEqual({
      ok: true,
      email,
      purpose: 'account',
      role: 'owner',
    })
    expect(await readAdminState(request)).toEqual({ state: 'signedOut' })

    expect(await acceptInvitation(request, { token, password })).toEqual({ ok: true, next: 'setUp' })
    expect(await readAdminState(request)).toMatchObject({ state: 'secondFactorToSetUp' })
    const before = cookies.get('session')

    const setup = expectOk(await beginTotpSetup(request))
    expect(setup.uri).toContain(`otpauth://totp/Miroir:person%40example.org?secret=${setup.secret}&`)
    expectOk(await confirmTotpSetup(request, { code: await codeOf(setup.secret) }))
    expect(cookies.get('session')).not.toBe(before)
    expect(await readAdminState(request)).toMatchObject({ state: 'recoveryCodesToConfirm' })
    const { shown, hasEarlier } = expectOk(await readNewRecoveryCodes(request))
    expect([new Set(shown?.codes).size, hasEarlier]).toEqual([10, false])
    expectOk(await confirmRecoveryCodes(request))
    expect(await readAdminState(request)).toMatchObject({
      state: 'signedIn',
      admin: { email, role: 'owner' },
      session: { secondFactorAt: new Date() },
    })
    expect(area.recorded).toMatchObject([
      { actor: 'system', action: 'invitationMade', outcome: 'succeeded', details: { role: 'owner' } },
      { action: 'invitationAccepted', outcome: 'succeeded', subject: area.recorded[0]?.subject },
      { action: 'secondFactorSetUp', outcome: 'succeeded' },
      { action: 'recoveryCodesConfirmed', outcome: 'succeeded' },
    ])
    expect(JSON.stringify(area.recorded)).not.toContain('@')
  })

  it('is not made for what is no address', async () => {
    const area = await freshArea()
    const { request } = area.openBrowser()
    for (const bad of ['', 'person', 'person@', '@example.org', 'a b@example.org', 'a@b@example.org']) {
      expect(await createOperatorLink(request, { email: bad })).toEqual({ ok: false, reason: 'badEmail' })
    }
  })
})

describe('the operator’s link for an address that has an account', () => {
  it('recovers that account, which keeps its role, and the log says so', async () => {
    const area = await freshArea()
    const owner = await firstOwner(area)
    const person = await invite(area, owner, 'viewer', email)
    area.recorded.length = 0
    const { request } = area.openBrowser()
    const made = await createOperatorLink(request, { email: email.toUpperCase() })
    expect(made).toMatchObject({ ok: true, email, role: 'viewer', purpose: 'recovery' })
    expect(area.recorded).toEqual([
      { actor: 'system', action: 'recoveryLinkMade', subject: person.id, outcome: 'succeeded', details: {} },
    ])
    // Until it is used, what there is works.
    expect(await readAdminState(person.browser.request)).toMatchObject({ state: 'signedIn' })
    const other = 'eight green bottles on a wall'
    expectOk(await acceptInvitation(request, { token: expectOk(made).token, password: other }))
    expect(await readAdminState(request)).toMatchObject({
      state: 'secondFactorToSetUp',
      admin: { id: person.id, role: 'viewer' },
    })
    expect(await readAdminState(person.browser.request)).toEqual({ state: 'signedOut' })
    expect(await signIn(area.openBrowser().request, { email, password })).toMatchObject({ ok: false })
  })

  it('lets the only owner back in, who has lost everything and is locked', async () => {
    const area = await freshArea()
    const { id, email: own } = await firstOwner(area)
    const { request } = area.openBrowser()
    for (let wrong = 0; wrong < 6; wrong += 1) await signIn(request, { email: own, password: 'wrong' })
    const { token } = expectOk(await createOperatorLink(request, { email: own }))
    expectOk(await acceptInvitation(request, { token, password: 'eight green bottles on a wall' }))
    const { secret } = expectOk(await beginTotpSetup(request))
    expectOk(await confirmTotpSetup(request, { code: await codeOf(secret) }))
    expect(await readAdminState(request)).toMatchObject({ admin: { id, role: 'owner' } })
  })
})

describe('a link', () => {
  it('works once', async () => {
    const area = await freshArea()
    const { token } = expectOk(await createOperatorLink(area.openBrowser().request, { email }))
    const uses = await Promise.all(
      [1, 2, 3].map(async () => acceptInvitation(area.openBrowser().request, { token, password })),
    )
    expect(uses.filter(({ ok }) => ok)).toHaveLength(1)
    const { request } = area.openBrowser()
    expect(await acceptInvitation(request, { token, password })).toEqual({ ok: false, reason: 'used' })
    expect(await readInvitation(request, { token })).toEqual({ ok: false, reason: 'used' })
    expect(await readAdminState(request)).toEqual({ state: 'signedOut' })
  })

  it('works for 48 hours', async () => {
    const area = await freshArea()
    const { request } = area.openBrowser()
    const { token } = expectOk(await createOperatorLink(request, { email }))
    passMinutes(48 * 60 - 1)
    expect(await readInvitation(request, { token })).toMatchObject({ ok: true })
    passMinutes(1)
    expect(await readInvitation(request, { token })).toEqual({ ok: false, reason: 'expired' })
    expect(await acceptInvitation(request, { token, password })).toEqual({ ok: false, reason: 'expired' })
  })

  it('does not work changed, or once another was made for the address', async () => {
    const area = await freshArea()
    const { request } = area.openBrowser()
    const { token } = expectOk(await createOperatorLink(request, { email }))
    const changed = `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`
    for (const other of [changed, token.toLowerCase(), `${token}=`, '']) {
      expect(await acceptInvitation(request, { token: other, password })).toEqual({
        ok: false,
        reason: 'unknown',
      })
    }
    expectOk(await createOperatorLink(request, { email }))
    expect(await readInvitation(request, { token })).toEqual({ ok: false, reason: 'unknown' })
  })

  it.each([
    ['tooShort', 'k4$Wq!z9vB2'],
    ['tooLong', 'é'.repeat(1025)],
    ['common', 'Password2024!'],
    ['common', 'person@example.org'],
  ] as const)('is not used up by a password that is %s', async (reason, refused) => {
    const area = await freshArea()
    const { request } = area.openBrowser()
    const { token } = expectOk(await createOperatorLink(request, { email }))
    expect(await acceptInvitation(request, { token, password: refused })).toEqual({ ok: false, reason })
    expect(await acceptInvitation(request, { token, password })).toMatchObject({ ok: true })
  })

  it('takes long passwords, with any characters', async () => {
    const area = await freshArea()
    const { request } = area.openBrowser()
    const { token } = expectOk(await createOperatorLink(request, { email }))
    const long = ` ${'gâteau 🍰 '.repeat(100)}pasted`
    expectOk(await acceptInvitation(request, { token, password: long }))
    expect(await signIn(request, { email, password: long })).toEqual({ ok: true, next: 'setUp' })
    expect(await signIn(request, { email, password: long.slice(0, -1) })).toMatchObject({ ok: false })
  })
})

describe('invitations by owners', () => {
  it('recover an account once, when the link is used twice at the same time', async () => {
    const area = await freshArea()
    const owner = await firstOwner(area)
    const { token } = expectOk(await createRecoveryLink(owner.browser.request, { id: owner.id }))
    const choices = ['eight green bottles on a wall', 'nine green bottles on a wall']
    const uses = await Promise.all(
      choices.map(async (choice) =>
        acceptInvitation(area.openBrowser().request, { token, password: choice }),
      ),
    )
    expect(uses.filter(({ ok }) => ok)).toHaveLength(1)
    const chosen = choices[uses.findIndex(({ ok }) => ok)] ?? ''
    const { request } = area.openBrowser()
    expect(await signIn(request, { email: owner.email, password: chosen })).toMatchObject({ ok: true })
  })

  it('make accounts with the role that was given, and are listed until they are used or withdrawn', async () => {
    const area = await freshArea()
    const owner = await firstOwner(area)
    const { request } = owner.browser
    const { token } = expectOk(await inviteAdmin(request, { email, role: 'exporter' }))
    const { token: unwanted } = expectOk(
      await inviteAdmin(request, { email: 'other@example.org', role: 'viewer' }),
    )
    const { invitations } = expectOk(await listInvitations(request))
    expect(invitations.toSorted((one, two) => two.email.localeCompare(one.email))).toMatchObject([
      { email, role: 'exporter', purpose: 'account' },
      { email: 'other@example.org', role: 'viewer', purpose: 'account' },
    ])
    expect(JSON.stringify(invitations)).not.toContain(token)

    const other = invitations.find((each) => each.email === 'other@example.org')
    expectOk(await withdrawInvitation(request, { id: other?.id ?? '' }))
    expect(await readInvitation(request, { token: unwanted })).toMatchObject({ reason: 'unknown' })
    const again = await withdrawInvitation(request, { id: other?.id ?? '' })
    expect(again).toEqual({ ok: false, reason: 'unknownInvitation' })

    const person = await comeIn(area, email, token)
    expect(await readAdminState(person.browser.request)).toMatchObject({ admin: { role: 'exporter' } })
    expect(await listInvitations(request)).toEqual({ ok: true, invitations: [] })
    expect(area.recorded).toContainEqual(
      expect.objectContaining({ actor: owner.id, action: 'invitationWithdrawn', outcome: 'succeeded' }),
    )
  })

  it('recover an account: another password and second factor, no sessions, no lock', async () => {
    const area = await freshArea()
    const owner = await firstOwner(area)
    const person = await invite(area, owner, 'viewer', email)
    const elsewhere = await signInAs(area, person)
    await freshen(owner)
    const { token } = expectOk(await createRecoveryLink(owner.browser.request, { id: person.id }))
    expect(await readAdminState(elsewhere.request)).toMatchObject({ state: 'signedIn' })
    for (let wrong = 0; wrong < 5; wrong += 1) {
      await signIn(elsewhere.request, { email, password: 'wrong' })
    }

    const { request } = area.openBrowser()
    expect(await readInvitation(request, { token })).toEqual({
      ok: true,
      email,
      purpose: 'recovery',
      role: 'viewer',
    })
    const other = 'eight green bottles on a wall'
    expectOk(await acceptInvitation(request, { token, password: other }))
    expect(await readAdminState(request)).toMatchObject({
      state: 'secondFactorToSetUp',
      admin: { id: person.id, role: 'viewer' },
    })
    expect(await readAdminState(person.browser.request)).toEqual({ state: 'signedOut' })
    expect(await readAdminState(elsewhere.request)).toEqual({ state: 'signedOut' })
    expect(await signIn(area.openBrowser().request, { email, password })).toMatchObject({ ok: false })
    expect(await signIn(area.openBrowser().request, { email, password: other })).toMatchObject({
      next: 'setUp',
    })
    expect(area.recorded).toContainEqual({
      actor: owner.id,
      action: 'recoveryLinkMade',
      subject: person.id,
      outcome: 'succeeded',
      details: {},
    })
    expect(area.recorded).toContainEqual(
      expect.objectContaining({ actor: person.id, action: 'accountRecovered' }),
    )
  })
})
