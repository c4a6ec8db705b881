import { base32 } from '@better-auth/utils/base32'
import { createOTP } from '@better-auth/utils/otp'
import { onTestFinished, vi } from 'vitest'
import type { AuditEntry } from '@/lib/audit/entry'
import { acceptInvitation } from '@/lib/auth/accept-invitation'
import type { AdminRequest, CookieName } from '@/lib/auth/admin-request'
import { createOperatorLink, inviteAdmin } from '@/lib/auth/make-links'
import { confirmRecoveryCodes, readNewRecoveryCodes } from '@/lib/auth/new-recovery-codes'
import type { Role } from '@/lib/auth/roles'
import { confirmSecondFactor, verifyTotp } from '@/lib/auth/second-factor'
import { beginTotpSetup, confirmTotpSetup } from '@/lib/auth/second-factor-setup'
import { signIn } from '@/lib/auth/sign-in'
import { countUnknownSignIn } from '@/lib/db/admin/unknown-sign-ins'
import type { TestDatabase } from '@/tests/support/test-database'
import { freshDatabase } from '../db/databases'

export const password = 'seven green bottles on a wall'
export const secret = 'an admin secret of the tests, long enough'
export const auditKey = 'an audit secret of the tests, long enough'

/** Someone's browser: its cookies, and what is done with them. */
export interface Browser {
  readonly request: AdminRequest
  readonly cookies: Map<CookieName, string>
}

/** The admin area of a fresh database, with what was recorded. */
export interface Area {
  readonly database: TestDatabase
  readonly recorded: AuditEntry[]
  readonly openBrowser: () => Browser
}

/** Someone who has been all the way in. */
export interface Person {
  readonly id: string
  readonly email: string
  readonly browser: Browser
  readonly totpSecret: string
  readonly recoveryCodes: readonly string[]
}

/** The clock of the tests: our code and better-auth's both read it. Timers are real. */
export function startClock(): void {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T09:00:00Z') })
  onTestFinished(() => {
    vi.useRealTimers()
  })
}

export function passMinutes(minutes: number): void {
  vi.setSystemTime(Date.now() + minutes * 60_000)
}

/** A result that must be one of success. */
export function expectOk<Result extends { readonly ok: boolean }>(
  result: Result,
): Extract<Result, { readonly ok: true }> {
  if (!result.ok) throw new Error(`was refused: ${JSON.stringify(result)}`)
  return result as Extract<Result, { readonly ok: true }>
}

export async function freshArea(): Promise<Area> {
  startClock()
  const database = await freshDatabase()
  const recorded: AuditEntry[] = []
  const record = async (entry: AuditEntry) => Promise.resolve(recorded.push(entry))
  const countUnknown = async () => countUnknownSignIn(database, auditKey, new Date())
  const openBrowser = (): Browser => {
    const cookies = new Map<CookieName, string>()
    const jar = {
      read: (name: CookieName) => cookies.get(name),
      write: (name: CookieName, text: string) => void cookies.set(name, text),
      erase: (name: CookieName) => void cookies.delete(name),
    }
    return { cookies, request: { database, secret, record, countUnknown, cookies: jar } }
  }
  return { database, recorded, openBrowser }
}

/** What an authenticator shows now, or so many half minutes from now. */
export async function codeOf(totpSecret: string, stepsFromNow = 0): Promise<string> {
  return createOTP(base32.decode(totpSecret)).hotp(Math.floor(Date.now() / 30_000) + stepsFromNow)
}

/** Keeps the recovery codes that wait for it, and says so. */
export async function keepRecoveryCodes({ request }: Browser): Promise<readonly string[]> {
  const { shown } = expectOk(await readNewRecoveryCodes(request))
  expectOk(await confirmRecoveryCodes(request))
  return shown?.codes ?? []
}

/** Uses a link and sets up a second factor. */
export async function comeIn(area: Area, email: string, token: string): Promise<Person> {
  const browser = area.openBrowser()
  expectOk(await acceptInvitation(browser.request, { token, password }))
  const { secret: totpSecret } = expectOk(await beginTotpSetup(browser.request))
  expectOk(await confirmTotpSetup(browser.request, { code: await codeOf(totpSecret) }))
  const recoveryCodes = await keepRecoveryCodes(browser)
  const { id } = await area.database.run(async (client) =>
    client.adminUser.findUniqueOrThrow({ where: { email } }),
  )
  // Its code is used up.
  passMinutes(1)
  return { id, email, browser, totpSecret, recoveryCodes }
}

export async function firstOwner(area: Area, email = 'owner@example.org'): Promise<Person> {
  const { token } = expectOk(await createOperatorLink(area.openBrowser().request, { email }))
  return comeIn(area, email, token)
}

/** Invites someone, who comes in. */
export async function invite(area: Area, owner: Person, role: Role, email: string): Promise<Person> {
  const { token } = expectOk(await inviteAdmin(owner.browser.request, { email, role }))
  return comeIn(area, email, token)
}

/** Signs in all the way, in a new browser. */
export async function signInAs(area: Area, { email, totpSecret }: Person): Promise<Browser> {
  const browser = area.openBrowser()
  expectOk(await signIn(browser.request, { email, password }))
  expectOk(await verifyTotp(browser.request, { code: await codeOf(totpSecret) }))
  passMinutes(1)
  return browser
}

/** Gives a code again, so that what is sensitive may be done. */
export async function freshen({ browser, totpSecret }: Person): Promise<void> {
  expectOk(await confirmSecondFactor(browser.request, { code: await codeOf(totpSecret) }))
  passMinutes(1)
}
