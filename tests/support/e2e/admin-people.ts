import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { BrowserContext } from '@playwright/test'
import { acceptInvitation } from '@/lib/auth/accept-invitation'
import type { AdminRequest, CookieName } from '@/lib/auth/admin-request'
import { cookieNames } from '@/lib/cookies'
import { createOperatorLink, inviteAdmin } from '@/lib/auth/make-links'
import { confirmRecoveryCodes } from '@/lib/auth/new-recovery-codes'
import type { Role } from '@/lib/auth/roles'
import { beginTotpSetup, confirmTotpSetup } from '@/lib/auth/second-factor-setup'
import { signIn } from '@/lib/auth/sign-in'
import { countUnknownSignIn } from '@/lib/db/admin/unknown-sign-ins'
import { appendAudit } from '@/lib/db/audit'
import { openDatabase, type Database } from '@/lib/db/engine/client'
import type { RunningSite } from '../running-site'
import { codeOf, password } from './admin'
import { test as withOwnSite } from './own-site'
import { test as withSharedSite } from './test'

/** Someone's browser, as far as the admin area knows it. */
export interface Visitor {
  readonly request: AdminRequest
  /** The header that sends its cookies; empty without any. */
  readonly cookie: () => string
  /** Gives its cookies to a real browser. */
  readonly enter: (context: BrowserContext) => Promise<void>
}

export interface Person extends Visitor {
  readonly id: string
  readonly email: string
  readonly totpSecret: string
}

/** The people of a site's admin area, who have come in past its pages: those have tests of their own. */
export interface People {
  readonly database: Database
  readonly auditKey: string
  readonly openBrowser: () => Visitor
  readonly firstOwner: () => Promise<Person>
  readonly invite: (owner: Person, role: Role) => Promise<Person>
  /** Another owner, with an address. */
  readonly enterAs: (owner: Person, email: string) => Promise<Person>
  /** Someone whose password was right, and nothing more. */
  readonly halfSignedIn: (email: string) => Promise<Visitor>
  /** The token of a link for a new account. */
  readonly makeLink: (owner: Person, email: string) => Promise<string>
}

/** A result that must be one of success. */
export function expectOk<Result extends { readonly ok: boolean }>(
  result: Result,
): Extract<Result, { readonly ok: true }> {
  if (!result.ok) throw new Error(`was refused: ${JSON.stringify(result)}`)
  return result as Extract<Result, { readonly ok: true }>
}

function peopleOf(database: Database, { url, dataDir }: RunningSite): People {
  const secretOf = (name: string) => readFileSync(path.join(dataDir, `${name}-secret`), 'utf8').trim()
  const auditKey = secretOf('audit')

  const openBrowser = (): Visitor => {
    const cookies = new Map<CookieName, string>()
    const pairs = () =>
      [...cookies].map(([name, text]) => ({ name: cookieNames[name], value: encodeURIComponent(text) }))
    const request: AdminRequest = {
      database,
      secret: secretOf('admin'),
      record: async (entry) => appendAudit(database, auditKey, entry, new Date()),
      countUnknown: async () => countUnknownSignIn(database, auditKey, new Date()),
      cookies: {
        read: (name) => cookies.get(name),
        write: (name, text) => void cookies.set(name, text),
        erase: (name) => void cookies.delete(name),
      },
    }
    return {
      request,
      cookie: () =>
        pairs()
          .map(({ name, value }) => `${name}=${value}`)
          .join('; '),
      enter: async (context) => {
        await context.addCookies(
          pairs().map((pair) => ({ ...pair, url, httpOnly: true, sameSite: 'Strict' })),
        )
      },
    }
  }
  const comeIn = async (email: string, token: string): Promise<Person> => {
    const visitor = openBrowser()
    expectOk(await acceptInvitation(visitor.request, { token, password }))
    const { secret: totpSecret } = expectOk(await beginTotpSetup(visitor.request))
    expectOk(await confirmTotpSetup(visitor.request, { code: await codeOf(totpSecret) }))
    expectOk(await confirmRecoveryCodes(visitor.request))
    const { id } = await database.run(async (client) =>
      client.adminUser.findUniqueOrThrow({ where: { email } }),
    )
    return { ...visitor, id, email, totpSecret }
  }
  const makeLink = async (owner: Person, email: string, role: Role = 'viewer') =>
    expectOk(await inviteAdmin(owner.request, { email, role })).token
  return {
    database,
    auditKey,
    openBrowser,
    makeLink,
    firstOwner: async () => {
      const email = 'owner@example.org'
      return comeIn(email, expectOk(await createOperatorLink(openBrowser().request, { email })).token)
    },
    invite: async (owner, role) => {
      const email = `${role}@example.org`
      return comeIn(email, await makeLink(owner, email, role))
    },
    enterAs: async (owner, email) => comeIn(email, await makeLink(owner, email, 'owner')),
    halfSignedIn: async (email) => {
      const visitor = openBrowser()
      expectOk(await signIn(visitor.request, { email, password }))
      return visitor
    },
  }
}

interface WithPeople {
  readonly people: People
}

/** Gives a test the people of its site, which has no account when it begins. */
async function withPeople(
  { served, file }: { readonly served: RunningSite; readonly file: string },
  use: (people: People) => Promise<void>,
): Promise<void> {
  const database = openDatabase(`file:${file}`)
  await database.run(async (client) =>
    client.$transaction([
      client.adminInvitation.deleteMany(),
      client.adminUser.deleteMany(),
      client.adminChallenge.deleteMany(),
      client.adminAttempt.deleteMany(),
    ]),
  )
  await use(peopleOf(database, served))
  await database.close()
}

/** Tests of the admin area of a site of their own. */
export const test = withOwnSite.extend<WithPeople>({
  people: async ({ served, file }, use) => withPeople({ served, file }, use),
})

/** Tests of accounts alone, on the site of the worker. */
export const testAccounts = withSharedSite.extend<WithPeople>({
  people: async ({ served, file }, use) => withPeople({ served, file }, use),
})
