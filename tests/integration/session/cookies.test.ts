import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { expect, it, onTestFinished, vi } from 'vitest'
import { acceptInvitation } from '@/lib/auth/accept-invitation'
import { readAdminState } from '@/lib/auth/admin-state'
import { currentRequest } from '@/lib/auth/current-request'
import { createOperatorLink } from '@/lib/auth/make-links'
import { beginTotpSetup, confirmTotpSetup } from '@/lib/auth/second-factor-setup'
import { signOut } from '@/lib/auth/sign-in'
import { appDatabase } from '@/lib/db/engine/client'
import { withinExchange } from '@/lib/http/exchange'
import type { Scheme } from '@/lib/http/host'
import { codeOf, expectOk, freshArea, password, secret } from '../auth/area'

interface SetCookie {
  readonly name: string
  readonly text: string
  readonly attributes: Readonly<Record<string, unknown>>
}

const browser = vi.hoisted(() => ({
  kept: new Map<string, string>(),
  set: [] as unknown[],
}))

vi.mock('next/headers', () => ({
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

/** Does something while a request is answered that came over a scheme. */
const over = async <Result>(scheme: Scheme, act: () => Promise<Result>): Promise<Result> =>
  withinExchange(
    new ServerResponse(new IncomingMessage(new Socket())),
    { id: 'some', address: 'unknown', site: { scheme, host: 'miroir.example' } },
    {},
    act,
  )

it.each([
  ['https', '__Host-miroir-admin', true],
  ['http', 'miroir-admin', false],
] as const)(
  'over %s the cookie is %s, for this site only and for no script',
  async (scheme, name, isSecure) => {
    const area = await freshArea()
    vi.stubEnv('DATABASE_URL', area.database.url)
    vi.stubEnv('MIROIR_ADMIN_SECRET', secret)
    vi.stubEnv('MIROIR_AUDIT_SECRET', secret)
    onTestFinished(async () => {
      await appDatabase.close()
      vi.unstubAllEnvs()
    })
    browser.set = []
    browser.kept.clear()

    const request = await over(scheme, currentRequest)
    const { token } = expectOk(await createOperatorLink(request, { email: 'person@example.org' }))
    expectOk(await acceptInvitation(request, { token, password }))
    const attributes = { httpOnly: true, secure: isSecure, sameSite: 'strict', path: '/' }
    expect(browser.set).toEqual([{ name, text: expect.stringMatching(/^\w{32}\..{44}$/), attributes }])

    // A browser that has come in all the way is known for a year.
    const { secret: totpSecret } = expectOk(await beginTotpSetup(request))
    expectOk(await confirmTotpSetup(request, { code: await codeOf(totpSecret) }))
    const year = 365 * 24 * 60 * 60
    expect(browser.set.slice(1)).toMatchObject([
      { name, attributes },
      { name: `${name}-device`, attributes: { ...attributes, maxAge: year } },
    ])

    // Pages cannot set cookies: reading must not try.
    vi.setSystemTime(Date.now() + 20 * 60_000)
    const readState = async () => readAdminState(await currentRequest())
    expect(await over(scheme, readState)).toMatchObject({ state: 'recoveryCodesToConfirm' })
    expect(browser.set).toHaveLength(3)

    // The other scheme's cookie is another one.
    expect(await over(isSecure ? 'http' : 'https', readState)).toEqual({ state: 'signedOut' })

    await signOut(await over(scheme, currentRequest))
    expect(browser.set.at(-1)).toEqual({ name, text: '', attributes: { ...attributes, maxAge: 0 } })
    expect([...browser.kept.keys()]).toEqual([`${name}-device`])
  },
)
