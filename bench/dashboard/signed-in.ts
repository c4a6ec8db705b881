import { readFileSync } from 'node:fs'
import path from 'node:path'
import { acceptInvitation } from '@/lib/auth/accept-invitation'
import type { AdminRequest, CookieName } from '@/lib/auth/admin-request'
import { cookieNames } from '@/lib/cookies'
import { createOperatorLink } from '@/lib/auth/make-links'
import { confirmRecoveryCodes } from '@/lib/auth/new-recovery-codes'
import { beginTotpSetup, confirmTotpSetup } from '@/lib/auth/second-factor-setup'
import type { Database } from '@/lib/db/engine/client'
import { totpOf } from '@/tests/support/totp'

/** Makes the first owner of a site, and gives the header that sends the owner's cookies. */
export async function ownersCookie(database: Database, dataDir: string): Promise<string> {
  const cookies = new Map<CookieName, string>()
  const request: AdminRequest = {
    database,
    secret: readFileSync(path.join(dataDir, 'admin-secret'), 'utf8').trim(),
    countUnknown: async () => undefined,
    record: async () => undefined,
    cookies: {
      read: (name) => cookies.get(name),
      write: (name, text) => void cookies.set(name, text),
      erase: (name) => void cookies.delete(name),
    },
  }
  const invited = await createOperatorLink(request, { email: 'owner@example.org' })
  if (!invited.ok) throw new Error('the first owner was refused')
  await acceptInvitation(request, { token: invited.token, password: 'seven green bottles on a wall' })
  const begun = await beginTotpSetup(request)
  if (!begun.ok) throw new Error('the second factor was refused')
  await confirmTotpSetup(request, { code: await totpOf(begun.secret) })
  await confirmRecoveryCodes(request)
  return [...cookies].map(([name, text]) => `${cookieNames[name]}=${encodeURIComponent(text)}`).join('; ')
}
