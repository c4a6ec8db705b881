import { randomUUID } from 'node:crypto'
import { betterAuth } from 'better-auth/minimal'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { cookieNames } from '@/lib/cookies'
import type { DatabaseKind } from '@/lib/db/engine/address'
import { authDatabase, type DatabaseClient } from '@/lib/db/admin/auth-database'
import { keyedHash } from '@/lib/keys/keyed-hash'
import { adminPlugin } from './admin-plugin'
import { leastPasswordLength, mostPasswordLength } from './password-rules'
import { sessionLimits } from './session-limits'
import { siteName } from './site-name'

/** How the paths of the library that check a second factor begin. */
const secondFactorPath = '/two-factor/verify-'

function createAuth(client: DatabaseClient, kind: DatabaseKind, secret: string) {
  const hashToken = (token: string) => keyedHash(secret, 'adminSession', token)
  return betterAuth({
    appName: siteName,
    // No request ever reaches the library: there is no handler, and no address of its own.
    baseURL: 'http://localhost',
    // Named, or the environment could put another one in its place.
    secrets: [{ version: 1, value: secret }],
    database: authDatabase(client, kind, hashToken),
    telemetry: { enabled: false },
    // Its messages may hold e-mail addresses; what fails is thrown.
    logger: { disabled: true },
    rateLimit: { enabled: false },
    user: {
      modelName: 'adminUser',
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        newRecoveryCodes: { type: 'string', required: false, input: false },
      },
    },
    session: {
      modelName: 'adminSession',
      fields: { token: 'tokenHash' },
      additionalFields: { secondFactorAt: { type: 'date', required: false, input: false } },
      expiresIn: sessionLimits.idleSeconds,
      updateAge: sessionLimits.renewalSeconds,
    },
    account: { modelName: 'adminCredential' },
    verification: { modelName: 'adminChallenge', storeIdentifier: { hash: async (id) => hashToken(id) } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: leastPasswordLength,
      // In UTF-16 units here, in characters in our own rule.
      maxPasswordLength: 2 * mostPasswordLength,
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session, call) => ({
            data: {
              // There are no columns for these two.
              ipAddress: undefined,
              userAgent: undefined,
              ...(call?.path?.startsWith(secondFactorPath) && { secondFactorAt: session.createdAt }),
            },
          }),
        },
      },
    },
    advanced: {
      ipAddress: { disableIpTracking: true },
      useSecureCookies: false,
      cookies: { session_token: { name: cookieNames.session }, two_factor: { name: cookieNames.pending } },
      // The schema is our own, and smaller than the library's.
      database: { generateId: () => randomUUID(), validateSchema: false },
    },
    plugins: [
      twoFactor({
        issuer: siteName,
        // Ours counts passwords too: lib/db/admin/attempts.ts.
        accountLockout: { enabled: false },
        // What the library takes for codes are keyed hashes of them.
        backupCodeOptions: { storeBackupCodes: 'plain' },
        schema: { twoFactor: { modelName: 'adminSecondFactor' } },
      }),
      adminPlugin,
    ],
  })
}

export type Auth = ReturnType<typeof createAuth>

const made = new WeakMap<DatabaseClient, Map<string, Auth>>()

/** The library on a database's client. One for each client and secret: making it takes some milliseconds. */
export function authOf(client: DatabaseClient, kind: DatabaseKind, secret: string): Auth {
  const bySecret = made.get(client) ?? new Map<string, Auth>()
  made.set(client, bySecret)
  const auth = bySecret.get(secret) ?? createAuth(client, kind, secret)
  bySecret.set(secret, auth)
  return auth
}
