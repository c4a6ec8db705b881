import { expect, it } from 'vitest'
import { readAdminState } from '@/lib/auth/admin-state'
import { changePassword } from '@/lib/auth/change-password'
import { signIn } from '@/lib/auth/sign-in'
import { firstOwner, freshArea, invite, passMinutes, password, signInAs } from './area'

const next = 'nine yellow trains in the rain'

it('a password is changed by a person who knows the present one, and their other sessions end', async () => {
  const area = await freshArea()
  const owner = await firstOwner(area)
  const viewer = await invite(area, owner, 'viewer', 'viewer@example.org')
  const elsewhere = await signInAs(area, viewer)
  const half = area.openBrowser()
  await signIn(half.request, { email: viewer.email, password })
  area.recorded.length = 0

  expect(await changePassword(viewer.browser.request, { present: password, next })).toEqual({ ok: true })
  expect(await readAdminState(viewer.browser.request)).toMatchObject({ state: 'signedIn' })
  expect(await readAdminState(elsewhere.request)).toEqual({ state: 'signedOut' })
  expect(await readAdminState(half.request)).toEqual({ state: 'signedOut' })
  expect(await readAdminState(owner.browser.request)).toMatchObject({ state: 'signedIn' })
  expect(area.recorded).toEqual([
    { actor: viewer.id, action: 'passwordSet', subject: null, outcome: 'succeeded', details: {} },
  ])

  const { email } = viewer
  const anew = area.openBrowser().request
  expect(await signIn(anew, { email, password })).toMatchObject({ ok: false })
  expect(await signIn(anew, { email, password: next })).toMatchObject({ ok: true })
})

it('wrong present passwords change nothing, and five of them lock it for this browser, as they do signing in', async () => {
  const area = await freshArea()
  const { id, browser, email } = await firstOwner(area)
  const wrong = { present: 'seven green bottles', next }
  for (let count = 0; count < 5; count += 1) {
    expect(await changePassword(browser.request, wrong)).toEqual({ ok: false, reason: 'wrongPassword' })
  }
  const refused = { ok: false, reason: 'wrongPassword' }
  expect(await changePassword(browser.request, { present: password, next })).toEqual(refused)
  expect(area.recorded.slice(-2)).toMatchObject([
    { actor: id, action: 'passwordSet', outcome: 'refused' },
    { actor: id, action: 'lockedOut', subject: null, outcome: 'refused', details: { step: 'password' } },
  ])
  expect(await signIn(browser.request, { email, password })).toMatchObject({ ok: false })
  expect(await signIn(area.openBrowser().request, { email, password })).toMatchObject({ ok: true })
  // Its second factor counts for fifteen minutes only: a minute has passed.
  passMinutes(13.9)
  expect(await changePassword(browser.request, { present: password, next })).toEqual(refused)
})

it('a password is not changed to a poor one, nor without a second factor of a short while ago, nor by nobody', async () => {
  const area = await freshArea()
  const { browser, email } = await firstOwner(area)
  const given = { present: password, next }
  expect(await changePassword(browser.request, { ...given, next: 'short' })).toMatchObject({
    reason: 'tooShort',
  })
  expect(await changePassword(browser.request, { ...given, next: `${email}123` })).toMatchObject({
    reason: 'common',
  })
  expect(await changePassword(area.openBrowser().request, given)).toMatchObject({ reason: 'signedOut' })
  passMinutes(15)
  expect(await changePassword(browser.request, given)).toMatchObject({ reason: 'notFresh' })
  expect(await signIn(area.openBrowser().request, { email, password })).toMatchObject({ ok: true })
})
