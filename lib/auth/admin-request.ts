import { isAPIError } from 'better-auth/api'
import { parseSetCookieHeader } from 'better-auth/cookies'
import type { AuditEntry } from '@/lib/audit/entry'
import { cookieNames, type teamCookies } from '@/lib/cookies'
import { withDatabaseFailures } from '@/lib/db/admin/auth-database'
import type { Database } from '@/lib/db/engine/client'
import { authOf, type Auth } from './better-auth'

export type CookieName = (typeof teamCookies)[number]

/** The browser's cookies of the admin area. */
export interface CookieJar {
  readonly read: (name: CookieName) => string | undefined
  readonly write: (name: CookieName, text: string) => void
  readonly erase: (name: CookieName) => void
}

/** What someone does in the admin area is done with. Pages take it from `current-request.ts`, tests make it. */
export interface AdminRequest {
  readonly database: Database
  readonly secret: string
  readonly cookies: CookieJar
  /** Adds an entry to the audit log. What it records stays done if this throws. Throws DatabaseError. */
  readonly record: (entry: AuditEntry) => Promise<unknown>
  /** Counts a sign-in with an address that nobody has, in its place: as slowly, and failing as it does. Throws DatabaseError. */
  readonly countUnknown: () => Promise<void>
}

/** A call's result, with the cookies that it sets. */
interface Answer<Result> {
  readonly headers?: Headers | null | undefined
  readonly response: Result
}

const names: readonly CookieName[] = ['session', 'pending']

/** The cookies, and nothing else of what the browser sent: neither its address nor its name. */
function headersOf({ cookies }: AdminRequest, sent: readonly CookieName[]): Headers {
  const pairs = sent.flatMap((name) => {
    const text = cookies.read(name)
    return text === undefined ? [] : [`${cookieNames[name]}=${encodeURIComponent(text)}`]
  })
  return new Headers({ cookie: pairs.join('; ') })
}

function keepCookies(answer: Headers, { cookies }: AdminRequest): void {
  const set = new Map(
    answer.getSetCookie().flatMap((header) => Array.from(parseSetCookieHeader(header).entries())),
  )
  for (const name of names) {
    const cookie = set.get(cookieNames[name])
    if (cookie === undefined) continue
    if (cookie.value === '' || cookie['max-age'] === 0) cookies.erase(name)
    else cookies.write(name, decodeURIComponent(cookie.value))
  }
}

/**
 * Asks better-auth, with the browser's cookies or some of them. null where it refuses. Cookies that it sets go to the
 * browser where `ask` gives the answer's headers. Throws DatabaseError, and what is not a refusal.
 */
export async function askAuth<Result>(
  request: AdminRequest,
  ask: (api: Auth['api'], headers: Headers) => Promise<Answer<Result>>,
  sent: readonly CookieName[] = names,
): Promise<Result | null> {
  try {
    const answer = await request.database.run(async (client, kind) =>
      withDatabaseFailures(async () =>
        ask(authOf(client, kind, request.secret).api, headersOf(request, sent)),
      ),
    )
    if (answer.headers) keepCookies(answer.headers, request)
    return answer.response
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return null
    throw error
  }
}
