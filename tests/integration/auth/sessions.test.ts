import { describe, expect, it } from 'vitest'
import { readAdminState } from '@/lib/auth/admin-state'
import { listSessions, revokeSession } from '@/lib/auth/sessions'
import { deleteAdminLeftovers } from '@/lib/db/admin/leftovers'
import { signIn } from '@/lib/auth/sign-in'
import { createOperatorLink } from '@/lib/auth/make-links'
import {
  expectOk,
  firstOwner,
  freshArea,
  freshen,
  invite,
  passMinutes,
  password,
  signInAs,
  type Browser,
} from './area'

const stateOf = async ({ request }: Browser) => (await readAdminState(request)).state

describe('a session', () => {
  it('ends after 30 minutes without use, and its row goes', async () => {
    const area = await freshArea()
    const { browser } = await firstOwner(area)
    passMinutes(29.1)
    expect(await stateOf(browser)).toBe('signedOut')
    await expect(area.database.run(async (client) => client.adminSession.count())).resolves.toBe(0)
  })

  it('is renewed by use, every five minutes at most', async () => {
    const area = await freshArea()
    const { browser } = await firstOwner(area)
    const expiry = async () => {
      const found = await readAdminState(browser.request)
      return found.state === 'signedIn' ? found.session.expiresAt.toISOString() : found.state
    }
    // It began a minute ago.
    expect(await expiry()).toBe('2026-11-23T09:30:00.000Z')
    passMinutes(3.9)
    expect(await expiry()).toBe('2026-11-23T09:30:00.000Z')
    passMinutes(0.1)
    expect(await expiry()).toBe('2026-11-23T09:35:00.000Z')
    passMinutes(29)
    expect(await expiry()).toBe('2026-11-23T10:04:00.000Z')
    passMinutes(30.1)
    expect(await expiry()).toBe('signedOut')
  })

  it('ends after 12 hours, however much it is used, and its row goes', async () => {
    const area = await freshArea()
    const { browser } = await firstOwner(area)
    for (let uses = 0; uses < 35; uses += 1) {
      passMinutes(20)
      expect(await stateOf(browser)).toBe('signedIn')
    }
    passMinutes(18.9)
    expect(await stateOf(browser)).toBe('signedIn')
    passMinutes(0.1)
    expect(await stateOf(browser)).toBe('signedOut')
    await expect(area.database.run(async (client) => client.adminSession.count())).resolves.toBe(0)
  })

  it('does not count as in where the second factor was set up elsewhere in the meantime', async () => {
    const area = await freshArea()
    const { browser } = await firstOwner(area)
    await area.database.run(async (client) =>
      client.adminSession.updateMany({ data: { secondFactorAt: null } }),
    )
    expect(await stateOf(browser)).toBe('signedOut')
  })
})

describe('the list of sessions', () => {
  it('shows when each began and was used, and ends one of them at once', async () => {
    const area = await freshArea()
    const owner = await firstOwner(area)
    const elsewhere = await signInAs(area, owner)
    const { sessions } = expectOk(await listSessions(owner.browser.request))
    expect(sessions).toEqual([
      {
        id: expect.any(String),
        isCurrent: false,
        startedAt: new Date('2026-11-23T09:01:00Z'),
        lastUsedAt: new Date('2026-11-23T09:01:00Z'),
      },
      {
        id: expect.any(String),
        isCurrent: true,
        startedAt: new Date('2026-11-23T09:00:00Z'),
        lastUsedAt: new Date('2026-11-23T09:00:00Z'),
      },
    ])
    const [other] = sessions
    area.recorded.length = 0
    const id = other?.id ?? ''
    expect(await revokeSession(owner.browser.request, { id })).toEqual({ ok: true })
    expect(await revokeSession(owner.browser.request, { id })).toEqual({
      ok: false,
      reason: 'unknownSession',
    })
    expect(area.recorded).toEqual([
      { actor: owner.id, action: 'sessionRevoked', subject: null, outcome: 'succeeded', details: {} },
    ])
    expect(await stateOf(elsewhere)).toBe('signedOut')
    expect(await stateOf(owner.browser)).toBe('signedIn')
  })

  it('is of one’s own sessions only', async () => {
    const area = await freshArea()
    const owner = await firstOwner(area)
    const person = await invite(area, owner, 'viewer', 'person@example.org')
    await freshen(owner)
    const { sessions } = expectOk(await listSessions(person.browser.request))
    expect(sessions).toHaveLength(1)
    const id = sessions[0]?.id ?? ''
    expect(await revokeSession(owner.browser.request, { id })).toEqual({
      ok: false,
      reason: 'unknownSession',
    })
    expect(await stateOf(person.browser)).toBe('signedIn')
    expect(await listSessions(area.openBrowser().request)).toEqual({ ok: false, reason: 'signedOut' })
  })
})

describe('what no longer lets anybody in', () => {
  it('is deleted, and nothing else', async () => {
    const area = await freshArea()
    const { browser, email } = await firstOwner(area)
    await signIn(area.openBrowser().request, { email, password })
    await signIn(area.openBrowser().request, { email, password: 'wrong' })
    expectOk(await createOperatorLink(browser.request, { email: 'other@example.org' }))
    const counts = async () =>
      area.database.run(async (client) => [
        await client.adminSession.count(),
        await client.adminInvitation.count(),
        await client.adminChallenge.count(),
        await client.adminAttempt.count(),
        await client.adminUser.count(),
      ])
    const before = await counts()
    expect(before).toEqual([1, 2, 2, 1, 1])
    const nothing = { sessionsDeleted: 0, invitationsDeleted: 0 }
    expect(await deleteAdminLeftovers(area.database, new Date())).toEqual(nothing)
    expect(await counts()).toEqual(before)
    passMinutes(48 * 60 + 1)
    expect(await deleteAdminLeftovers(area.database, new Date())).toEqual({
      sessionsDeleted: 1,
      invitationsDeleted: 2,
    })
    expect(await counts()).toEqual([0, 0, 0, 0, 1])
  })
})
