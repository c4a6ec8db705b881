import type { BetterAuthPlugin } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

/** What better-auth has no call for. All of it is for this server only, and has no address. */
export const adminPlugin = {
  id: 'miroir-admin',
  endpoints: {
    /** The id of the account whose password was right, and whose second factor is awaited; null without one. */
    pendingUser: createAuthEndpoint.serverOnly({ method: 'POST', requireHeaders: true }, async (call) => {
      const { name } = call.context.createAuthCookie('two_factor')
      const identifier = await call.getSignedCookie(name, call.context.secret)
      if (!identifier) return null
      const found = await call.context.internalAdapter.findVerificationValue(identifier)
      return found && found.expiresAt > new Date() ? found.value : null
    }),

    /** Drops a sign-in that waits for its second factor. */
    dropPendingUser: createAuthEndpoint.serverOnly({ method: 'POST', requireHeaders: true }, async (call) => {
      const { name, attributes } = call.context.createAuthCookie('two_factor')
      const identifier = await call.getSignedCookie(name, call.context.secret)
      if (identifier) await call.context.internalAdapter.consumeVerificationValue(identifier)
      call.setCookie(name, '', { ...attributes, maxAge: 0 })
    }),

    /** Gives the browser a new session, whose second factor was just checked. Returns its id. */
    startSession: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ userId: z.string() }) },
      async (call) => {
        const { internalAdapter } = call.context
        const user = await internalAdapter.findUserById(call.body.userId)
        if (user === null) return null
        const session = await internalAdapter.createSession(user.id, false, { secondFactorAt: new Date() })
        await setSessionCookie(call, { session, user })
        return session.id
      },
    ),
  },
} satisfies BetterAuthPlugin
