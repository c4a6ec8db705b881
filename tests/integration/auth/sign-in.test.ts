import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { describe, expect, it } from 'vitest'
import { readAdminState } from '@/lib/auth/admin-state'
import { verifyTotp } from '@/lib/auth/second-factor'
import { signIn, signOut } from '@/lib/auth/sign-in'
import { openDatabase } from '@/lib/db/engine/client'
import { codeOf, firstOwner, freshArea, passMinutes, password, type Area, type Browser } from './area'

const refused = { ok: false, reason: 'refused' }

async function fail(times: number, { request }: Browser, email: string): Promise<void> {
  for (let wrong = 0; wrong < times; wrong += 1) {
    expect(await signIn(request, { email, password: `wrong ${wrong}` })).toEqual(refused)
  }
}

/** How many passwords are hashed for five tries: the work of a sign-in, beside which all else is nothing. */
async function hashesOfFiveTries({ openBrowser }: Area, email: string): Promise<number> {
  const own = crypto.scrypt
  let hashes = 0
  crypto.scrypt = ((...given: Parameters<typeof own>) => {
    hashes += 1
    own(...given)
  }) as typeof own
  syncBuiltinESMExports()
  try {
    for (let time = 0; time < 5; time += 1) {
      await signIn(openBrowser().request, { email, password: 'wrong' })
    }
  } finally {
    crypto.scrypt = own
    syncBuiltinESMExports()
  }
  return hashes
}

describe('signing in', () => {
  it('takes the password, and then a code', async () => {
    const area = await freshArea()
    const { id, email, totpSecret } = await firstOwner(area)
    const { request, cookies } = area.openBrowser()
    area.recorded.length = 0
    expect(await signIn(request, { email: ' OWNER@example.org', password })).toEqual({
      ok: true,
      next: 'secondFactor',
    })
    expect(await readAdminState(request)).toEqual({ state: 'secondFactorPending' })
    expect(Array.from(cookies.keys())).toEqual(['pending'])
    expect(await verifyTotp(request, { code: await codeOf(totpSecret) })).toEqual({ ok: true })
    expect(await readAdminState(request)).toMatchObject({ state: 'signedIn', admin: { id, email } })
    expect(Array.from(cookies.keys()).toSorted()).toEqual(['device', 'session'])
    const signedIn = { actor: id, action: 'signIn', subject: null, outcome: 'succeeded' }
    expect(area.recorded).toEqual([
      { ...signedIn, details: { step: 'password' } },
      { ...signedIn, details: { step: 'secondFactor' } },
    ])
  })

  it('ends at once with signing out, half-way in too, and a copy of the cookie is worth nothing', async () => {
    const area = await freshArea()
    const { id, email, totpSecret, browser } = await firstOwner(area)
    const copy = area.openBrowser()
    copy.cookies.set('session', browser.cookies.get('session') ?? '')
    expect(await readAdminState(copy.request)).toMatchObject({ state: 'signedIn' })
    area.recorded.length = 0
    await signOut(browser.request)
    expect(area.recorded).toEqual([
      { actor: id, action: 'signOut', subject: null, outcome: 'succeeded', details: {} },
    ])
    expect([...browser.cookies.keys()]).toEqual(['device'])
    expect(await readAdminState(copy.request)).toEqual({ state: 'signedOut' })

    const half = area.openBrowser()
    await signIn(half.request, { email, password })
    copy.cookies.set('pending', half.cookies.get('pending') ?? '')
    await signOut(half.request)
    expect(half.cookies.size).toBe(0)
    expect(await verifyTotp(copy.request, { code: await codeOf(totpSecret) })).toEqual({
      ok: false,
      reason: 'signedOut',
    })
  })

  it('waits ten minutes for the code', async () => {
    const area = await freshArea()
    const { email, totpSecret } = await firstOwner(area)
    const { request } = area.openBrowser()
    await signIn(request, { email, password })
    passMinutes(10.1)
    expect(await readAdminState(request)).toEqual({ state: 'signedOut' })
    const late = await verifyTotp(request, { code: await codeOf(totpSecret) })
    expect(late).toEqual({ ok: false, reason: 'signedOut' })
  })

  it.each(['session', 'pending'] as const)('does not take a %s cookie that was changed', async (name) => {
    const area = await freshArea()
    const { email, browser } = await firstOwner(area)
    if (name === 'pending') {
      browser.cookies.delete('session')
      await signIn(browser.request, { email, password })
    }
    const given = browser.cookies.get(name) ?? ''
    expect(await readAdminState(browser.request)).not.toEqual({ state: 'signedOut' })
    const [token = '', signature = ''] = given.split('.')
    for (const other of [token, `${token}.`, `x${given}`, `${token}.${signature.toLowerCase()}`, '%', 'é']) {
      browser.cookies.set(name, other)
      expect(await readAdminState(browser.request)).toEqual({ state: 'signedOut' })
    }
  })
})

describe('wrong passwords', () => {
  it('lock an account for 15 minutes with the fifth, and the right one is refused alike; by nobody known', async () => {
    const area = await freshArea()
    const { id, email } = await firstOwner(area)
    const browser = area.openBrowser()
    area.recorded.length = 0
    await fail(5, browser, email)
    expect(await signIn(browser.request, { email, password })).toEqual(refused)
    expect(browser.cookies.size).toBe(0)
    expect(area.recorded.map(({ action }) => action)).toEqual([
      ...Array<string>(5).fill('signIn'),
      'lockedOut',
    ])
    for (const entry of area.recorded) {
      expect(entry).toMatchObject({ actor: null, subject: id, outcome: 'refused' })
    }
    // Anybody can go on for as long as they like: the log does not grow with it.
    await fail(3, browser, email)
    expect(area.recorded).toHaveLength(6)

    passMinutes(14.9)
    expect(await signIn(browser.request, { email, password })).toEqual(refused)
    passMinutes(0.2)
    area.recorded.length = 0
    await fail(6, browser, email)
    expect(area.recorded.at(-1)).toMatchObject({ action: 'lockedOut' })
    passMinutes(15.1)
    expect(await signIn(browser.request, { email, password })).toMatchObject({ ok: true })
    expect(area.recorded.at(-1)).toMatchObject({ actor: id, subject: null, outcome: 'succeeded' })
  })

  it('are forgotten with the right one, and after 15 minutes', async () => {
    const area = await freshArea()
    const { email } = await firstOwner(area)
    const browser = area.openBrowser()
    await fail(4, browser, email)
    expect(await signIn(browser.request, { email, password })).toMatchObject({ ok: true })
    await fail(4, browser, email)
    expect(await signIn(browser.request, { email, password })).toMatchObject({ ok: true })
    await fail(4, browser, email)
    passMinutes(15.1)
    await fail(4, browser, email)
    expect(await signIn(browser.request, { email, password })).toMatchObject({ ok: true })
  })

  it('lock for every instance, and after a restart', async () => {
    const area = await freshArea()
    const { email } = await firstOwner(area)
    const browser = area.openBrowser()
    await fail(5, browser, email)
    await area.database.close()
    const restarted = { ...browser.request, database: openDatabase(area.database.url) }
    expect(await signIn(restarted, { email, password })).toEqual(refused)
  })

  it('are looked at five at most when they come at the same time', async () => {
    const area = await freshArea()
    const { email } = await firstOwner(area)
    area.recorded.length = 0
    await Promise.all(
      Array.from({ length: 12 }, async () =>
        signIn(area.openBrowser().request, { email, password: 'wrong' }),
      ),
    )
    expect(area.recorded.filter(({ action }) => action === 'signIn')).toHaveLength(5)
    expect(area.recorded.filter(({ action }) => action === 'lockedOut')).toHaveLength(1)
  })

  it('and addresses without an account are answered alike, locked or not, with the same work', async () => {
    const area = await freshArea()
    const { email } = await firstOwner(area)
    const nobody = 'nobody@example.org'
    expect(await hashesOfFiveTries(area, email)).toBe(5)
    expect(await hashesOfFiveTries(area, nobody)).toBe(5)
    // Five were wrong: both are locked now.
    expect(await hashesOfFiveTries(area, email)).toBe(5)
    expect(await hashesOfFiveTries(area, nobody)).toBe(5)
    const counted = await area.database.run(async (client) => client.adminUnknownSignIns.findMany())
    // The five of the first round, and the first that met the lock.
    expect(counted).toEqual([{ day: '2026-11-23', count: 6 }])
  })

  it('are counted for a name that is no address too', async () => {
    const area = await freshArea()
    const { request } = area.openBrowser()
    expect(await signIn(request, { email: 'owner', password })).toEqual(refused)
    expect(await signIn(request, { email: 'a\0b@example.org', password: '' })).toEqual(refused)
    const attempts = await area.database.run(async (client) => client.adminAttempt.findMany())
    expect(attempts).toMatchObject([{ count: 2 }])
  })
})
