import { describe, expect, it } from 'vitest'
import { readAdminState } from '@/lib/auth/admin-state'
import { changeRole, listAdmins, removeAdmin } from '@/lib/auth/admins'
import { createRecoveryLink, inviteAdmin, listInvitations, withdrawInvitation } from '@/lib/auth/make-links'
import { readInvitation } from '@/lib/auth/accept-invitation'
import type { AdminRequest } from '@/lib/auth/admin-request'
import { signIn } from '@/lib/auth/sign-in'
import { expectOk, firstOwner, freshArea, freshen, invite, passMinutes, password } from './area'

const reads: readonly ((request: AdminRequest) => Promise<unknown>)[] = [listAdmins, listInvitations]
const changes: readonly ((request: AdminRequest) => Promise<unknown>)[] = [
  async (request) => inviteAdmin(request, { email: 'new@example.org', role: 'owner' }),
  async (request) => createRecoveryLink(request, { id: 'x' }),
  async (request) => withdrawInvitation(request, { id: 'x' }),
  async (request) => changeRole(request, { id: 'x', role: 'owner' }),
  async (request) => removeAdmin(request, { id: 'x' }),
]

describe('accounts', () => {
  it('are for owners, whose second factor was checked a short while ago where something changes', async () => {
    const area = await freshArea()
    const owner = await firstOwner(area)
    const viewer = await invite(area, owner, 'viewer', 'viewer@example.org')
    const exporter = await invite(area, owner, 'exporter', 'exporter@example.org')
    const half = area.openBrowser()
    await signIn(half.request, { email: owner.email, password })
    for (const act of [...reads, ...changes]) {
      expect(await act(viewer.browser.request)).toEqual({ ok: false, reason: 'forbidden' })
      expect(await act(exporter.browser.request)).toEqual({ ok: false, reason: 'forbidden' })
      expect(await act(half.request)).toEqual({ ok: false, reason: 'secondFactorPending' })
      expect(await act(area.openBrowser().request)).toEqual({ ok: false, reason: 'signedOut' })
    }
    passMinutes(15)
    for (const act of changes) expect(await act(owner.browser.request)).toMatchObject({ reason: 'notFresh' })
    for (const act of reads) expect(await act(owner.browser.request)).toMatchObject({ ok: true })
    await expect(area.database.run(async (client) => client.adminUser.count())).resolves.toBe(3)
  })

  it('are listed with their roles', async () => {
    const area = await freshArea()
    const owner = await firstOwner(area)
    await invite(area, owner, 'viewer', 'a@example.org')
    const { admins } = expectOk(await listAdmins(owner.browser.request))
    expect(admins).toMatchObject([
      { email: 'a@example.org', role: 'viewer', hasSecondFactor: true },
      { email: owner.email, role: 'owner', createdAt: new Date('2026-11-23T09:00:00Z') },
    ])
  })

  it('change their role at once', async () => {
    const area = await freshArea()
    const owner = await firstOwner(area)
    const person = await invite(area, owner, 'viewer', 'person@example.org')
    area.recorded.length = 0
    const { request } = owner.browser
    expect(await changeRole(request, { id: person.id, role: 'owner' })).toEqual({ ok: true })
    expect(await listAdmins(person.browser.request)).toMatchObject({ ok: true })
    expect(await changeRole(person.browser.request, { id: owner.id, role: 'exporter' })).toEqual({ ok: true })
    expect(await listAdmins(request)).toEqual({ ok: false, reason: 'forbidden' })
    const changed = { action: 'roleChanged', outcome: 'succeeded' }
    expect(area.recorded).toEqual([
      { ...changed, actor: owner.id, subject: person.id, details: { from: 'viewer', to: 'owner' } },
      { ...changed, actor: person.id, subject: owner.id, details: { from: 'owner', to: 'exporter' } },
    ])
  })

  it('are removed at once, with their sessions and the links that they made', async () => {
    const area = await freshArea()
    const owner = await firstOwner(area)
    const other = await invite(area, owner, 'owner', 'other@example.org')
    const { token } = expectOk(
      await inviteAdmin(other.browser.request, { email: 'friend@example.org', role: 'owner' }),
    )
    area.recorded.length = 0
    expect(await removeAdmin(owner.browser.request, { id: other.id })).toEqual({ ok: true })
    expect(await readAdminState(other.browser.request)).toEqual({ state: 'signedOut' })
    expect(await readInvitation(other.browser.request, { token })).toMatchObject({ reason: 'unknown' })
    const again = await signIn(area.openBrowser().request, { email: other.email, password })
    expect(again).toEqual({ ok: false, reason: 'refused' })
    expect(area.recorded[0]).toEqual({
      actor: owner.id,
      action: 'accountRemoved',
      subject: other.id,
      outcome: 'succeeded',
      details: {},
    })
    expect(await removeAdmin(owner.browser.request, { id: other.id })).toEqual({
      ok: false,
      reason: 'unknownAdmin',
    })
  })

  it('keep the links of an owner only as long as it is one', async () => {
    const area = await freshArea()
    const owner = await firstOwner(area)
    const other = await invite(area, owner, 'owner', 'other@example.org')
    const { token } = expectOk(
      await inviteAdmin(other.browser.request, { email: 'friend@example.org', role: 'owner' }),
    )
    expectOk(await changeRole(owner.browser.request, { id: other.id, role: 'exporter' }))
    expect(await readInvitation(other.browser.request, { token })).toMatchObject({ reason: 'unknown' })
  })
})

describe('the last owner', () => {
  it('is neither removed nor demoted', async () => {
    const area = await freshArea()
    const owner = await firstOwner(area)
    await invite(area, owner, 'exporter', 'exporter@example.org')
    const { request } = owner.browser
    const lastOwner = { ok: false, reason: 'lastOwner' }
    expect(await changeRole(request, { id: owner.id, role: 'viewer' })).toEqual(lastOwner)
    expect(await removeAdmin(request, { id: owner.id })).toEqual(lastOwner)
    expect(await changeRole(request, { id: owner.id, role: 'owner' })).toEqual({ ok: true })
    expect(area.recorded.slice(-3)).toMatchObject([
      { action: 'roleChangeRefused', outcome: 'refused', details: { role: 'viewer' } },
      { action: 'accountRemoved', outcome: 'refused' },
      { action: 'roleChanged', outcome: 'succeeded', details: { from: 'owner', to: 'owner' } },
    ])
    expect(await readAdminState(request)).toMatchObject({ admin: { role: 'owner' } })
  })

  it('is there after two demote or remove each other at the same time', async () => {
    const area = await freshArea()
    const owner = await firstOwner(area)
    const other = await invite(area, owner, 'owner', 'other@example.org')
    await freshen(owner)
    await Promise.allSettled([
      changeRole(owner.browser.request, { id: other.id, role: 'viewer' }),
      removeAdmin(other.browser.request, { id: owner.id }),
    ])
    const owners = await area.database.run(async (client) =>
      client.adminUser.count({ where: { role: 'owner' } }),
    )
    expect(owners).toBe(1)
  })
})
