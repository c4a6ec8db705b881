import { readFileSync } from 'node:fs'
import { randomBytes, randomUUID } from 'node:crypto'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { acceptInvitation } from '@/lib/auth/accept-invitation'
import type { AdminState } from '@/lib/auth/admin-state'
import { renewRecoveryCodes } from '@/lib/auth/new-recovery-codes'
import type { Role } from '@/lib/auth/roles'
import { signOut } from '@/lib/auth/sign-in'
import { buildFolder } from '@/server/build'
import { addResponses } from './make-up'
import { password } from './admin'
import type { EditionPeople } from './editions'
import { makeWaves } from './made-waves'
import { expectOk, type People, type Person, type Visitor } from './admin-people'

/** Somebody who stands before the walls: how far on the way in, and with which role. */
export interface Stranger extends Visitor {
  readonly who: string
  readonly state: AdminState['state']
  readonly role: Role | null
}

export interface Cast {
  readonly owner: Person
  readonly viewer: Person
  /** The token of a link that nobody has used. */
  readonly token: string
  readonly strangers: readonly Stranger[]
}

/** What a site needs for everyone to ask for something in its admin area. */
interface Setting extends Pick<EditionPeople, 'owner' | 'exporter' | 'makeEdition'> {
  readonly people: People
  readonly file: string
}

/** The id of the edition of that site. */
export const editionId = 'demo-1'

/** Everyone who may ask for something in the admin area, in a site that has nothing left to do by itself. */
export async function castOf({ people, owner, exporter, makeEdition, file }: Setting): Promise<Cast> {
  const { database } = people
  await makeEdition()
  await makeWaves(database, people.auditKey)
  // One of a real person: the file of the made-up ones is still there, and the scheme of the real ones is still to be chosen.
  await addResponses(file, 1, {})
  const viewer = await people.invite(owner, 'viewer')
  const [gone, tooLong, idle] = [
    await people.enterAs(owner, 'gone@example.org'),
    await people.enterAs(owner, 'too-long@example.org'),
    await people.enterAs(owner, 'idle@example.org'),
  ]
  const goneCookie = gone.cookie()
  await signOut(gone.request)
  const begun = new Date(Date.now() - 12.5 * 60 * 60 * 1000)
  const unused = { createdAt: new Date(Date.now() - 40 * 60_000), expiresAt: new Date(Date.now() - 60_000) }
  await database.run(async (client) => {
    await client.adminSession.updateMany({ where: { userId: tooLong.id }, data: { createdAt: begun } })
    await client.adminSession.updateMany({ where: { userId: idle.id }, data: unused })
  })
  const toSetUp = people.openBrowser()
  const setUpToken = await people.makeLink(owner, 'set-up@example.org')
  expectOk(await acceptInvitation(toSetUp.request, { token: setUpToken, password }))
  const half = await people.halfSignedIn(owner.email)
  const waiting = await people.enterAs(owner, 'codes@example.org')
  expectOk(await renewRecoveryCodes(waiting.request))
  const signedOut = { state: 'signedOut', role: null } as const
  const strangers: readonly Stranger[] = [
    { ...people.openBrowser(), who: 'nobody', ...signedOut },
    { ...gone, cookie: () => goneCookie, who: 'an owner who has signed out', ...signedOut },
    { ...tooLong, who: 'an owner whose session is too long', ...signedOut },
    { ...idle, who: 'an owner whose session was not used', ...signedOut },
    {
      ...people.openBrowser(),
      cookie: () => `miroir-admin=${randomUUID()}.forged`,
      who: 'a forger',
      ...signedOut,
    },
    { ...half, who: 'an owner before the second factor', state: 'secondFactorPending', role: null },
    { ...toSetUp, who: 'someone without a second factor', state: 'secondFactorToSetUp', role: null },
    {
      ...waiting,
      who: 'an owner whose new recovery codes are not confirmed',
      state: 'recoveryCodesToConfirm',
      role: null,
    },
    { ...viewer, who: 'a viewer', state: 'signedIn', role: 'viewer' },
    { ...exporter, who: 'an exporter', state: 'signedIn', role: 'exporter' },
    { ...owner, who: 'an owner', state: 'signedIn', role: 'owner' },
  ]
  // A second session of the owner's, which can be ended.
  await database.run(async (client) => {
    const session = await client.adminSession.findFirstOrThrow({ where: { userId: owner.id } })
    await client.adminSession.create({
      data: { ...session, id: randomUUID(), tokenHash: randomBytes(32).toString('hex') },
    })
  })
  const token = await people.makeLink(owner, 'invited@example.org')
  return { owner, viewer, token, strangers }
}

/** Everything that a site's database holds, but for when sessions were last used and which are over. */
export async function contentsOf({ database }: People, isWithLogs = true): Promise<string> {
  return database.run(async (client) => {
    const tables = await client.$queryRawUnsafe<{ name: string }[]>(
      "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name",
    )
    const rows: Record<string, unknown> = {}
    for (const { name } of tables) {
      if (!isWithLogs && /^(?:audit|admin_attempt)/.test(name)) continue
      const found = await client.$queryRawUnsafe<Record<string, unknown>[]>(`SELECT * FROM "${name}"`)
      rows[name] =
        name === 'admin_session' ? found.map(({ id, secondFactorAt }) => [id, secondFactorAt]) : found
    }
    return JSON.stringify(rows, (_, cell: unknown) => (typeof cell === 'bigint' ? String(cell) : cell))
  })
}

/** A form of a page, as a browser without scripts would send it. */
export interface SentForm {
  /** The name of the action that it calls. */
  readonly action: string
  readonly address: string
  readonly fields: Readonly<Record<string, string>>
}

interface Manifest {
  readonly node: Readonly<Record<string, { readonly filename: string; readonly exportedName: string }>>
}

/** The names of the area's actions that the site was built with, by their ids in its forms. */
export function builtActions(): ReadonlyMap<string, string> {
  const manifest = JSON.parse(
    readFileSync(path.join(buildFolder(process.cwd()), 'server/server-reference-manifest.json'), 'utf8'),
  ) as Manifest
  const ours = Object.entries(manifest.node).filter(([, { filename }]) => filename.includes('/admin/'))
  return new Map(ours.map(([id, { exportedName }]) => [id, exportedName]))
}

/** What is typed into the visible fields: the site would take it, if its sender may send it. */
const typed: Readonly<Record<string, string>> = {
  email: 'typed@example.org',
  password,
  newPassword: 'nine yellow trains in the rain',
  code: '000000',
  role: 'exporter',
  contributionOpen: '0',
  firstDay: '2099-01-01',
  lastDay: '2099-12-31',
  name: 'Typed operator',
  smallestGroup: '12',
  yearlyEditions: '1',
  tools: 'teleconsultation',
  reason_fr: 'Une raison.',
  reason_en: 'A reason.',
  value: '12',
  commissionedBy: 'Somebody else',
  receiptDays: '20',
  responseMonths: '12',
}

/** The forms of the page that is open, but for the one that signs out, which calls no action. */
export async function formsOf(page: Page, actions: ReadonlyMap<string, string>): Promise<SentForm[]> {
  const forms = await page
    .locator('form[method="POST" i]:not([action$="/sign-out"])')
    .evaluateAll((found) =>
      found.map(
        (form) => Object.fromEntries(new FormData(form as HTMLFormElement)) as Record<string, string>,
      ),
    )
  return forms.map((fields) => {
    const text = JSON.stringify(fields)
    const id = [...actions.keys()].find((each) => text.includes(each))
    if (id === undefined) throw new Error(`no action of the area: ${Object.keys(fields).join(', ')}`)
    // A code that is there already is that of a figure.
    const isThere = (name: string, value: string) => name === 'code' && value !== ''
    const filled = Object.entries(fields).map(([name, value]) => [
      name,
      isThere(name, value) ? value : (typed[name] ?? value),
    ])
    return {
      action: actions.get(id) ?? '',
      address: new URL(page.url()).pathname,
      fields: Object.fromEntries(filled) as Record<string, string>,
    }
  })
}
