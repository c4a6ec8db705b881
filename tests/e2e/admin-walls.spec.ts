import { existsSync } from 'node:fs'
import type { APIRequestContext } from '@playwright/test'
import { areaOfAction, areaOfRoute, nextPage } from '@/app/[locale]/admin/rules'
import { hasRole, leastRole } from '@/lib/auth/roles'
import { adminPages, adminPath, signOutPath, type AdminPage, type Rule } from '@/lib/i18n/admin-pages'
import { adminAddresses } from '../support/e2e/admin-addresses'
import { codeOf } from '../support/e2e/admin'
import type { Visitor } from '../support/e2e/admin-people'
import {
  builtActions,
  castOf,
  contentsOf,
  editionId,
  formsOf,
  type SentForm,
  type Stranger,
} from '../support/e2e/admin-walls'
import { test } from '../support/e2e/editions'
import { expect } from '../support/e2e/test'

// Everyone has to come in first, each with a password that takes its time.
test.describe.configure({ timeout: 240_000 })
test.use({ javaScriptEnabled: false, expectedNoise: /./ })

/** Where each state of the way in is shown; a link for a new account is shown to everyone. */
const placeOfState = { ...nextPage, signedIn: 'dashboard' } as const

/** A file of figures that the site reads, if its sender may send any. */
const sentFile = {
  name: 'figures.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('code,population,value,qualifier,passage\nusage.any,french,12,exact,report'),
}

type Needed = Exclude<Rule, 'wayIn'>

/** The status that somebody is to get for what an area needs, and where it leads to. */
function expected(
  { state, role }: Stranger,
  area: Needed,
  redirects: number,
): readonly [number, string | null] {
  if (state !== 'signedIn' || role === null) {
    return [redirects, adminPath(state === 'signedIn' ? 'signIn' : nextPage[state], 'en')]
  }
  return [hasRole(role, leastRole[area]) ? 200 : 403, null]
}

/** The same for a page on the way in, which is for one state, or for every one. */
function expectedOnTheWay({ state }: Stranger, page: AdminPage): readonly [number, string | null] {
  const isForAll = page === 'invitation' || (page === 'setUp' && state === 'signedIn')
  const isTheirs = isForAll || placeOfState[state] === page
  return isTheirs ? [200, null] : [307, adminPath(placeOfState[state], 'en')]
}

/** The folders of pages that stand for something in their address. */
const folderBelow: Readonly<Partial<Record<AdminPage, string>>> = {
  invitation: '/[token]',
  wave: '/[wave]',
  figure: '/[wave]',
  waveAbout: '/[wave]',
}

/** Every page that is there: tests/unit/app/admin/rules.test.ts says which these must be. */
const everyPage = (Object.keys(adminPages) as AdminPage[]).filter((page) =>
  existsSync(`app/[locale]/admin${adminPages[page].path}${folderBelow[page] ?? ''}/page.tsx`),
)

async function ask(request: APIRequestContext, { cookie }: Visitor, address: string) {
  const response = await request.get(address, { headers: { Cookie: cookie() }, maxRedirects: 0 })
  return [response.status(), response.headers()['location'] ?? null] as const
}

test('every page and every file is behind its wall', async ({
  request,
  people,
  owner,
  exporter,
  makeEdition,
  file,
}) => {
  const { token, strangers } = await castOf({ people, owner, exporter, makeEdition, file })
  for (const stranger of strangers) {
    for (const page of everyPage) {
      const area: Rule = adminPages[page].needs
      for (const address of adminAddresses(page, 'en', token)) {
        const found = await ask(request, stranger, address)
        const wanted = area === 'wayIn' ? expectedOnTheWay(stranger, page) : expected(stranger, area, 307)
        expect([stranger.who, address, ...found]).toEqual([stranger.who, address, ...wanted])
      }
    }
    for (const [route, area] of Object.entries(areaOfRoute)) {
      if (area === 'wayIn') continue
      const address = `${adminPath('dashboard', 'en')}/${route.replace('[id]', editionId)}`
      const found = await ask(request, stranger, address)
      const wanted = expected(stranger, area, 303)
      expect([stranger.who, address, ...found]).toEqual([stranger.who, address, ...wanted])
    }
  }
})

/** The actions that need a role; what others make useless comes first, and what makes others useless last. */
const first: readonly string[] = ['publishAction', 'bringBackAction', 'leaveOutLineAction']
const last: readonly string[] = [
  'forgetDraftAction',
  'withdrawInvitationAction',
  'changeSecondFactorAction',
  'removeAdminAction',
  'renewRecoveryCodesAction',
]
const walledActions = Object.entries(areaOfAction).flatMap(([name, area]) => (area === 'wayIn' ? [] : [name]))
const isBetween = (name: string) => !first.includes(name) && !last.includes(name)
const inOrder = [...first, ...walledActions.filter(isBetween), ...last]

test('every action refuses people without its role, and every other site', async ({
  page,
  context,
  request,
  people,
  ownSite,
  owner,
  exporter,
  makeEdition,
  file,
}) => {
  const cast = await castOf({ people, owner, exporter, makeEdition, file })
  const forms = await collect()
  const found = new Set(forms.map(({ action }) => action))
  expect([...found].toSorted()).toEqual(Object.keys(areaOfAction).toSorted())
  expect([...builtActions().values()].toSorted()).toEqual(Object.keys(areaOfAction).toSorted())

  // What is over is deleted when it is first seen.
  for (const stranger of cast.strangers) await ask(request, stranger, adminPath('dashboard', 'en'))
  for (const form of forms) {
    const area = areaOfAction[form.action as keyof typeof areaOfAction]
    const before = await contentsOf(people)
    for (const stranger of cast.strangers) {
      const foreign = await post(stranger, form, 'https://elsewhere.example')
      expect(foreign, `${form.action}, ${stranger.who}`).toBe(403)
      if (area === 'wayIn' || (stranger.role !== null && hasRole(stranger.role, leastRole[area]))) continue
      const status = await post(stranger, form, ownSite.url)
      expect([303, 307, 401, 403, 422], `${form.action}, ${stranger.who}`).toContain(status)
    }
    expect(await contentsOf(people), form.action).toBe(before)
  }

  // One's own sessions are one's own: nobody else's can be ended, with whatever role.
  const sessions = async () =>
    people.database.run(async (client) => client.adminSession.count({ where: { userId: cast.owner.id } }))
  for (const form of forms.filter(({ action }) => action === 'revokeSessionAction')) {
    await post(cast.viewer, form, ownSite.url)
  }
  expect(await sessions()).toBe(2)

  // The same forms do what they say for people with the role: they were not refused for another reason.
  const code = await codeOf(cast.owner.totpSecret, 1)
  for (const action of inOrder) {
    const before = await contentsOf(people, false)
    for (const form of forms.filter((each) => each.action === action)) {
      const fields = action === 'confirmAction' ? { ...form.fields, code } : form.fields
      await post(cast.owner, { ...form, fields }, ownSite.url)
    }
    expect(await contentsOf(people, false), action).not.toBe(before)
  }

  async function post({ cookie }: Visitor, { address, fields }: SentForm, origin: string): Promise<number> {
    const headers = { Cookie: cookie(), Origin: origin }
    const multipart = { ...fields, ...('file' in fields && { file: sentFile }) }
    const response = await request.post(address, { headers, multipart, maxRedirects: 0 })
    return response.status()
  }

  /** The forms of every page, as people see them who are shown them. */
  async function collect(): Promise<SentForm[]> {
    const all: SentForm[] = []
    for (const state of Object.keys(placeOfState) as (keyof typeof placeOfState)[]) {
      const shown = cast.strangers.find((each) => each.state === state && (each.role ?? 'owner') === 'owner')
      await context.clearCookies()
      await shown?.enter(context)
      for (const each of everyPage) {
        const isTheirs =
          adminPages[each].needs === 'wayIn'
            ? each !== 'invitation' || state === 'signedOut'
            : state === 'signedIn'
        if (!isTheirs) continue
        for (const address of adminAddresses(each, 'en', cast.token)) {
          await page.goto(address)
          all.push(...(await formsOf(page, builtActions())))
        }
      }
    }
    // Of the accounts, one is enough, and not the owner's, who has to stay one.
    const accounts = await people.database.run(async (client) => client.adminUser.findMany())
    const left = all.filter((form) => {
      const text = JSON.stringify(form)
      return accounts.every(({ id }) => id === cast.viewer.id || !text.includes(id))
    })
    return [...new Map(left.map((form) => [JSON.stringify(form), form])).values()]
  }
})

test('nobody is signed out by another site, and everybody by their own', async ({
  request,
  people,
  ownSite,
}) => {
  const owner = await people.firstOwner()
  const visitors = [owner, await people.halfSignedIn(owner.email), people.openBrowser()]
  const signOut = async ({ cookie }: Visitor, origin: string) => {
    const headers = { Cookie: cookie(), Origin: origin }
    return request.post(signOutPath('en'), { headers, maxRedirects: 0 })
  }
  const before = await contentsOf(people)
  for (const visitor of visitors) {
    expect((await signOut(visitor, 'https://elsewhere.example')).status()).toBe(403)
  }
  expect(await contentsOf(people)).toBe(before)
  for (const visitor of visitors) {
    const answer = await signOut(visitor, ownSite.url)
    const { location, 'cache-control': caching } = answer.headers()
    expect([answer.status(), location, caching]).toEqual([303, adminPath('signIn', 'en'), 'no-store'])
    expect(await ask(request, visitor, adminPath('code', 'en'))).toEqual([307, adminPath('signIn', 'en')])
  }
  expect(await people.database.run(async (client) => client.adminSession.count())).toBe(0)
})
