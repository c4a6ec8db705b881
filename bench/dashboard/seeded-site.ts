import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { base32 } from '@better-auth/utils/base32'
import { createOTP } from '@better-auth/utils/otp'
import { acceptInvitation } from '@/lib/auth/accept-invitation'
import type { AdminRequest, CookieName } from '@/lib/auth/admin-request'
import { cookieNames } from '@/lib/auth/better-auth'
import { createFirstAdmin } from '@/lib/auth/make-links'
import { beginTotpSetup, confirmTotpSetup } from '@/lib/auth/second-factor-setup'
import { openDatabase, type Database } from '@/lib/db/client'
import { seedDemo } from '@/lib/db/seed-demo'
import { readSettings } from '@/lib/env'
import { ensureSecrets, readSecret } from '@/lib/keys/secrets'
import { prepareDatabase } from '@/server/prepare-database'
import { startSite } from '@/tests/support/running-site'

export interface SeededSite {
  readonly url: string
  /** The cookie of an admin who is signed in. */
  readonly cookie: string
  readonly stop: () => Promise<void>
}

function expectOk<Result extends { readonly ok: boolean }>(result: Result) {
  if (!result.ok) throw new Error(`was refused: ${JSON.stringify(result)}`)
  return result as Extract<Result, { readonly ok: true }>
}

/** Makes the first admin, who comes all the way in. */
async function signedInCookie(database: Database, secret: string): Promise<string> {
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

/** Starts the site on a database of its own with so many made-up responses, counted, and with an admin who is signed in. */
export async function startSeededSite(responseCount: number): Promise<SeededSite> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'miroir-bench-'))
  const remove = () => {
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    const settings = readSettings({ MIROIR_DATA_DIR: dataDir })
    ensureSecrets(settings)
    await prepareDatabase(settings)
    const database = openDatabase(settings.databaseUrl)
    await seedDemo(database, responseCount, { seed: 'bench', now: new Date(), force: false })
    const cookie = await signedInCookie(database, readSecret(settings, 'admin'))
    await database.close()
    const site = await startSite({ MIROIR_DATA_DIR: dataDir })
    const stop = async () => {
      await site.stop()
      remove()
    }
    return { url: site.url, cookie, stop }
  } catch (error) {
    remove()
    throw error
  }
}
