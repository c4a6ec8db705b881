import 'server-only'
import { cookies } from 'next/headers'
import { cookieNames } from '@/lib/cookies'
import { countUnknownSignIn } from '@/lib/db/admin/unknown-sign-ins'
import { appendAudit } from '@/lib/db/audit'
import { appDatabase } from '@/lib/db/engine/client'
import { readSettings } from '@/lib/env'
import { isOverTls } from '@/lib/http/exchange'
import { readSecret } from '@/lib/keys/secrets'
import type { AdminRequest, CookieName } from './admin-request'
import { deviceDays } from './device'

const daySeconds = 24 * 60 * 60

/**
 * A cookie's name. With `__Host-`, which browsers only take over TLS, no other host of the domain can set it.
 */
const fullName = (name: CookieName, isSecure: boolean) => `${isSecure ? '__Host-' : ''}${cookieNames[name]}`

/** What the present page, action or route handler does things of the admin area with. Pages may read, not sign in or out. */
export async function currentRequest(): Promise<AdminRequest> {
  const store = await cookies()
  const isSecure = isOverTls()
  const attributes = { httpOnly: true, secure: isSecure, sameSite: 'strict', path: '/' } as const
  // No time: the browser forgets a session when it is closed, and the database knows how long one lives.
  const attributesOf = (name: CookieName) =>
    name === 'device' ? { ...attributes, maxAge: deviceDays * daySeconds } : attributes
  const auditKey = () => readSecret(readSettings(), 'audit')
  return {
    database: appDatabase,
    secret: readSecret(readSettings(), 'admin'),
    record: async (entry) => appendAudit(appDatabase, auditKey(), entry, new Date()),
    countUnknown: async () => countUnknownSignIn(appDatabase, auditKey(), new Date()),
    cookies: {
      read: (name) => store.get(fullName(name, isSecure))?.value,
      write: (name, text) => {
        store.set(fullName(name, isSecure), text, attributesOf(name))
      },
      // With its attributes: a browser takes a `__Host-` cookie away only from who may set it.
      erase: (name) => {
        store.set(fullName(name, isSecure), '', { ...attributes, maxAge: 0 })
      },
    },
  }
}
