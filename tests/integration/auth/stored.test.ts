import { expect, it, onTestFinished, vi } from 'vitest'
import { readAdminState } from '@/lib/auth/admin-state'
import { authOf } from '@/lib/auth/better-auth'
import { inviteAdmin } from '@/lib/auth/make-links'
import { readNewRecoveryCodes, renewRecoveryCodes } from '@/lib/auth/new-recovery-codes'
import { confirmSecondFactor, verifyRecoveryCode, verifyTotp } from '@/lib/auth/second-factor'
import { beginTotpSetup } from '@/lib/auth/second-factor-setup'
import { signIn } from '@/lib/auth/sign-in'
import { codeOf, expectOk, firstOwner, freshArea, password, secret } from './area'

it('keeps no password, token, code or secret in the clear, and neither addresses nor browsers', async () => {
  const area = await freshArea()
  const owner = await firstOwner(area)
  const { request, cookies } = owner.browser
  const { token } = expectOk(await inviteAdmin(request, { email: 'new@example.org', role: 'viewer' }))
  const { secret: pendingSecret } = expectOk(await beginTotpSetup(request))
  expectOk(await renewRecoveryCodes(request))
  const { shown } = expectOk(await readNewRecoveryCodes(request))
  expect(shown?.codes).toHaveLength(10)
  const half = area.openBrowser()
  await signIn(half.request, { email: owner.email, password })
  await signIn(area.openBrowser().request, { email: 'nobody@example.org', password })

  const tables = await area.database.run(async (client) => ({
    users: await client.adminUser.findMany(),
    sessions: await client.adminSession.findMany(),
    credentials: await client.adminCredential.findMany(),
    challenges: await client.adminChallenge.findMany(),
    secondFactors: await client.adminSecondFactor.findMany(),
    attempts: await client.adminAttempt.findMany(),
    invitations: await client.adminInvitation.findMany(),
    unknownSignIns: await client.adminUnknownSignIns.findMany(),
  }))
  for (const rows of Object.values(tables)) expect(rows).not.toEqual([])
  expect(Object.keys(tables.sessions[0] ?? {}).toSorted()).toEqual(
    ['createdAt', 'expiresAt', 'id', 'secondFactorAt', 'tokenHash', 'updatedAt', 'userId'].toSorted(),
  )

  const stored = JSON.stringify(tables)
  expect(stored).toContain(owner.email)
  const [sessionToken = ''] = (cookies.get('session') ?? '').split('.')
  const [pendingToken = ''] = (half.cookies.get('pending') ?? '').split('.')
  expect(sessionToken).toHaveLength(32)
  expect(pendingToken.length).toBeGreaterThan(20)
  const codes = [...owner.recoveryCodes, ...(shown?.codes ?? [])]
  const secrets = [
    password,
    secret,
    token,
    sessionToken,
    pendingToken,
    owner.totpSecret,
    pendingSecret,
    ...codes,
    ...codes.map((code) => code.replace('-', '')),
    'nobody',
  ]
  for (const text of secrets) expect(stored).not.toContain(text)
})

it('lets the database itself refuse what is in the clear, and what is no role', async () => {
  const area = await freshArea()
  const { id } = await firstOwner(area)
  const user = { where: { id } }
  const own = { where: { userId: id } }
  const writes = [
    async () =>
      area.database.run(async (client) => client.adminUser.update({ ...user, data: { role: 'admin' } })),
    async () =>
      area.database.run(async (client) =>
        client.adminUser.update({ ...user, data: { email: 'A@example.org' } }),
      ),
    async () =>
      area.database.run(async (client) =>
        client.adminUser.update({ ...user, data: { pendingTotpSecret: 'A' } }),
      ),
    async () =>
      area.database.run(async (client) =>
        client.adminUser.update({ ...user, data: { newRecoveryCodes: '["A"]' } }),
      ),
    async () =>
      area.database.run(async (client) => client.adminSession.updateMany({ data: { tokenHash: 'a' } })),
    async () =>
      area.database.run(async (client) => client.adminCredential.update({ ...own, data: { password } })),
    async () =>
      area.database.run(async (client) => client.adminSecondFactor.update({ ...own, data: { secret: 'A' } })),
    async () =>
      area.database.run(async (client) => client.adminInvitation.updateMany({ data: { tokenHash: 'a' } })),
  ]
  for (const write of writes) await expect(write()).rejects.toThrow(/CHECK constraint/i)
})

it('opens nothing with another admin secret: neither sessions nor second factors', async () => {
  const area = await freshArea()
  const owner = await firstOwner(area)
  const other = { ...owner.browser.request, secret: 'another secret of the tests, long enough' }
  expect(await readAdminState(other)).toEqual({ state: 'signedOut' })
  expectOk(await signIn(other, { email: owner.email, password }))
  await expect(verifyTotp(other, { code: await codeOf(owner.totpSecret) })).rejects.toThrow('tag')
  const recovery = await verifyRecoveryCode(other, { code: owner.recoveryCodes[0] ?? '' })
  expect(recovery).toEqual({ ok: false, reason: 'wrongCode' })
})

it('says that the database is missing where it is, instead of "nobody is signed in"', async () => {
  const area = await freshArea()
  const owner = await firstOwner(area)
  const { request } = owner.browser
  await area.database.close()
  await area.database.vanish()
  const missing = expect.objectContaining({ name: 'DatabaseError', failure: 'missing' })
  await expect(readAdminState(request)).rejects.toEqual(missing)
  await expect(signIn(request, { email: owner.email, password })).rejects.toEqual(missing)
  await expect(confirmSecondFactor(request, { code: '123456' })).rejects.toEqual(missing)
})

it('says that the database is outdated where the library meets a table that is not there', async () => {
  const area = await freshArea()
  const owner = await firstOwner(area)
  const half = area.openBrowser()
  await signIn(half.request, { email: owner.email, password })
  await area.database.run(async (client) => client.$executeRawUnsafe('DROP TABLE admin_session'))
  const outdated = expect.objectContaining({ name: 'DatabaseError', failure: 'outdated' })
  await expect(readAdminState(owner.browser.request)).rejects.toEqual(outdated)
  const code = await codeOf(owner.totpSecret)
  await expect(verifyTotp(half.request, { code })).rejects.toEqual(outdated)
  await area.database.run(async (client) => client.$executeRawUnsafe('DROP TABLE admin_challenge'))
  await expect(readAdminState(half.request)).rejects.toEqual(outdated)
})

it('has no way to sign up, asks nobody outside, and takes no secret from the environment', async () => {
  const fetch = vi.fn<typeof globalThis.fetch>().mockRejectedValue(new Error('the network was asked'))
  vi.stubGlobal('fetch', fetch)
  vi.stubEnv('BETTER_AUTH_SECRETS', '1:a secret of the environment that must not be used')
  onTestFinished(() => {
    vi.unstubAllGlobals()
    vi.unstubAllEnvs()
  })
  const area = await freshArea()
  const owner = await firstOwner(area)
  const body = { email: 'new@example.org', password, name: 'New' }
  const signUp = area.database.run(async (client, kind) =>
    authOf(client, kind, secret).api.signUpEmail({ body }),
  )
  await expect(signUp).rejects.toMatchObject({ statusCode: 400 })
  expect(fetch).not.toHaveBeenCalled()

  vi.unstubAllEnvs()
  await area.database.close()
  expect(await readAdminState(owner.browser.request)).toMatchObject({ state: 'signedIn' })
})
