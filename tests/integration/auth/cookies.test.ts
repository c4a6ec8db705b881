import { expect, it, onTestFinished, vi } from 'vitest'
import { acceptInvitation } from '@/lib/auth/accept-invitation'
import { currentAdmin, currentRequest } from '@/lib/auth/current-request'
import { createFirstAdmin } from '@/lib/auth/make-links'
import { signOut } from '@/lib/auth/sign-in'
import { appDatabase } from '@/lib/db/client'
import { expectOk, freshArea, password, secret } from './area'

interface SetCookie {
  readonly name: string
  readonly text: string
  readonly attributes: Readonly<Record<string, unknown>>
}

const browser = vi.hoisted(() => ({
  kept: new Map<string, string>(),
  set: [] as unknown[],
  protocol: 'http',
}))

vi.mock('next/headers', () => ({
  headers: async () => Promise.resolve(new Headers({ 'x-forwarded-proto': browser.protocol })),
  cookies: async () =>
    Promise.resolve({
      get: (name: string) => {
        const value = browser.kept.get(name)
        return value === undefined ? undefined : { name, value }
      },
      set: (name: string, text: string, attributes: Record<string, unknown>) => {
        browser.set.push({ name, text, attributes } satisfies SetCookie)
        if (attributes['maxAge'] === 0) browser.kept.delete(name)
        else browser.kept.set(name, text)
      },
    }),
}))

it.each([
  ['https', '__Host-miroir-admin', true],
  ['http', 'miroir-admin', false],
])('over %s the cookie is %s, for this site only and for no script', async (protocol, name, isSecure) => {
  const area = await freshArea()
  vi.stubEnv('DATABASE_URL', area.database.url)
  vi.stubEnv('MIROIR_ADMIN_SECRET', secret)
  vi.stubEnv('MIROIR_AUDIT_SECRET', secret)
  onTestFinished(async () => {
    await appDatabase.close()
    vi.unstubAllEnvs()
  })
  Object.assign(browser, { protocol, set: [] })
  browser.kept.clear()

  const request = await currentRequest()
  const { token } = expectOk(await createFirstAdmin(request, { email: 'person@example.org' }))
  expectOk(await acceptInvitation(request, { token, password }))
  const attributes = { httpOnly: true, secure: isSecure, sameSite: 'strict', path: '/' }
  expect(browser.set).toEqual([{ name, text: expect.stringMatching(/^\w{32}\..{44}$/), attributes }])

  // Pages cannot set cookies: reading must not try.
  vi.setSystemTime(Date.now() + 20 * 60_000)
  expect(await currentAdmin()).toMatchObject({ state: 'secondFactorToSetUp' })
  expect(browser.set).toHaveLength(1)

  // The other protocol's cookie is another one.
  browser.protocol = isSecure ? 'http' : 'https'
  expect(await currentAdmin()).toEqual({ state: 'signedOut' })
  browser.protocol = protocol

  await signOut(await currentRequest())
  expect(browser.set.at(-1)).toEqual({ name, text: '', attributes: { ...attributes, maxAge: 0 } })
  expect(browser.kept.size).toBe(0)
})
