import { base32 } from '@better-auth/utils/base32'
import { createOTP } from '@better-auth/utils/otp'
import { acceptInvitation } from '@/lib/auth/accept-invitation'
import type { AdminRequest, CookieName } from '@/lib/auth/admin-request'
import { cookieNames } from '@/lib/auth/better-auth'
import { createFirstAdmin } from '@/lib/auth/make-links'
import { beginTotpSetup, confirmTotpSetup } from '@/lib/auth/second-factor-setup'
import type { Database } from '@/lib/db/client'

function expectOk<Result extends { readonly ok: boolean }>(result: Result) {
  if (!result.ok) throw new Error(`was refused: ${JSON.stringify(result)}`)
  return result as Extract<Result, { readonly ok: true }>
}

/**
 * Makes the first admin of a database, who comes all the way in, and gives the cookie that says so. `secret`: the site's key of
 * the admins' sessions.
 */
export async function signedInCookie(database: Database, secret: string): Promise<string> {
  const cookies = new Map<CookieName, string>()
  const request: AdminRequest = {
    database,
    secret,
    recordEvent: () => Promise.resolve(),
    cookies: {
      read: (name) => cookies.get(name),
      write: (name, text) => void cookies.set(name, text),
      erase: (name) => void cookies.delete(name),
    },
  }
  const { token } = expectOk(await createFirstAdmin(request, { email: 'owner@example.org' }))
  expectOk(await acceptInvitation(request, { token, password: 'seven green bottles on a wall' }))
  const { secret: totpSecret } = expectOk(await beginTotpSetup(request))
  const code = await createOTP(base32.decode(totpSecret)).totp()
  expectOk(await confirmTotpSetup(request, { code }))
  return `${cookieNames.session}=${encodeURIComponent(cookies.get('session') ?? '')}`
}
