import { describe, expect, it } from 'vitest'
import { requireFresh, requireRole, type AdminState } from '@/lib/auth/admin-state'
import { hasRole, isRole, leastRole, roles, type AdminArea, type Role } from '@/lib/auth/roles'

const now = new Date('2026-11-23T12:00:00Z')

const signedInAs = (role: Role, minutesAgo = 0): AdminState => ({
  state: 'signedIn',
  admin: { id: 'id', email: 'person@example.org', role },
  session: {
    id: 'session',
    startedAt: now,
    expiresAt: now,
    secondFactorAt: new Date(now.getTime() - minutesAgo * 60_000),
  },
})

// Viewers see the dashboard, exporters also the file of editions, owners also the rest.
const walls: Readonly<Record<AdminArea, readonly Role[]>> = {
  ownAccount: ['viewer', 'exporter', 'owner'],
  dashboard: ['viewer', 'exporter', 'owner'],
  editions: ['exporter', 'owner'],
  accounts: ['owner'],
  settings: ['owner'],
  operator: ['owner'],
  figures: ['owner'],
  audit: ['owner'],
}

describe('the walls of the admin area', () => {
  it.each(Object.entries(leastRole))('let the right roles into %s', (area, needed) => {
    const allowed = roles.filter((role) => requireRole(signedInAs(role), needed).ok)
    expect(allowed).toEqual(Object.entries(walls).find(([name]) => name === area)?.[1])
  })

  it('let nobody through who is not all the way in', () => {
    const admin = { id: 'id', email: 'person@example.org', role: 'owner' } as const
    for (const state of ['signedOut', 'secondFactorPending', 'secondFactorToSetUp'] as const) {
      expect(requireRole({ state, admin }, 'viewer')).toEqual({ ok: false, reason: state })
      expect(requireFresh({ state, admin }, 'viewer', now)).toEqual({ ok: false, reason: state })
    }
    expect(requireRole(signedInAs('viewer'), 'owner')).toEqual({ ok: false, reason: 'forbidden' })
  })

  it('ask for the second factor again after 15 minutes where something is sensitive', () => {
    expect(requireFresh(signedInAs('owner', 15), 'owner', now)).toMatchObject({ ok: true })
    expect(requireFresh(signedInAs('owner', 15.01), 'owner', now)).toEqual({ ok: false, reason: 'notFresh' })
    // A role that does not suffice is told first: another code would not help.
    expect(requireFresh(signedInAs('viewer', 16), 'owner', now)).toEqual({ ok: false, reason: 'forbidden' })
  })
})

it('a role may do what those before it may', () => {
  for (const [index, role] of roles.entries()) {
    for (const [other, needed] of roles.entries()) expect(hasRole(role, needed)).toBe(index >= other)
  }
})

it('only roles are roles', () => {
  expect(roles.every(isRole)).toBe(true)
  for (const text of ['', 'admin', 'Owner', 'toString', null, undefined, 0]) expect(isRole(text)).toBe(false)
})
