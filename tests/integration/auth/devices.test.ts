import { describe, expect, it } from 'vitest'
import { acceptInvitation } from '@/lib/auth/accept-invitation'
import { changePassword } from '@/lib/auth/change-password'
import { sealDevice } from '@/lib/auth/device'
import { createRecoveryLink } from '@/lib/auth/make-links'
import { verifyRecoveryCode, verifyTotp } from '@/lib/auth/second-factor'
import { beginTotpSetup, confirmTotpSetup } from '@/lib/auth/second-factor-setup'
import { signIn, signOut } from '@/lib/auth/sign-in'
import {
  codeOf,
  expectOk,
  firstOwner,
  freshArea,
  invite,
  passMinutes,
  password,
  secret,
  signInAs,
  type Area,
  type Browser,
  type Person,
} from './area'

const refused = { ok: false, reason: 'refused' }
const wrongCode = { ok: false, reason: 'wrongCode' }

/** A browser with nothing but the cookie by which another one is known. */
function withDevice({ openBrowser }: Area, device: string | undefined): Browser {
  const browser = openBrowser()
  if (device !== undefined) browser.cookies.set('device', device)
  return browser
}

const deviceOf = ({ cookies }: Browser): string => cookies.get('device') ?? expect.fail('not known')

/** The owner's browser after signing out, which it is known by, and a stranger's. */
async function knownAndStranger(area: Area, { browser }: Person) {
  await signOut(browser.request)
  expect([...browser.cookies.keys()]).toEqual(['device'])
  return { known: browser, stranger: area.openBrowser() }
}

async function fail(times: number, { request }: Browser, email: string): Promise<void> {
  for (let wrong = 0; wrong < times; wrong += 1) {
    expect(await signIn(request, { email, password: `wrong ${wrong}` })).toEqual(refused)
  }
}

const tryRight = async ({ request }: Browser, email: string) => signIn(request, { email, password })

describe('a browser that has signed in to an account', () => {
  it('gets in while strangers have locked themselves out of it, and stay so', async () => {
    const area = await freshArea()
    const owner = await firstOwner(area)
    const { known, stranger } = await knownAndStranger(area, owner)
    await fail(6, stranger, owner.email)
    expect(await tryRight(stranger, owner.email)).toEqual(refused)
    expect(await tryRight(known, owner.email)).toMatchObject({ next: 'secondFactor' })
    expect(await verifyTotp(known.request, { code: await codeOf(owner.totpSecret) })).toEqual({ ok: true })
    expect(await tryRight(area.openBrowser(), owner.email)).toEqual(refused)
    passMinutes(15.1)
    expect(await tryRight(area.openBrowser(), owner.email)).toMatchObject({ ok: true })
  })

  it('gives its code while strangers who know the password have locked that', async () => {
    const area = await freshArea()
    const owner = await firstOwner(area)
    const { known, stranger } = await knownAndStranger(area, owner)
    await tryRight(stranger, owner.email)
    for (let wrong = 0; wrong < 5; wrong += 1) {
      expect(await verifyTotp(stranger.request, { code: '12345' })).toEqual(wrongCode)
    }
    const code = await codeOf(owner.totpSecret)
    expect(await verifyTotp(stranger.request, { code })).toEqual(wrongCode)
    await tryRight(known, owner.email)
    expect(await verifyTotp(known.request, { code })).toEqual({ ok: true })
  })

  it('changes its password meanwhile', async () => {
    const area = await freshArea()
    const { browser, email } = await firstOwner(area)
    await fail(5, area.openBrowser(), email)
    const next = 'nine yellow trains in the rain'
    expect(await changePassword(browser.request, { present: password, next })).toEqual({ ok: true })
  })

  it('has five tries of its own, which lock nobody else', async () => {
    const area = await freshArea()
    const owner = await firstOwner(area)
    const other = await signInAs(area, owner)
    await signOut(other.request)
    const { known, stranger } = await knownAndStranger(area, owner)
    await fail(5, known, owner.email)
    expect(await tryRight(known, owner.email)).toEqual(refused)
    expect(await tryRight(other, owner.email)).toMatchObject({ ok: true })
    expect(await tryRight(stranger, owner.email)).toMatchObject({ ok: true })
    passMinutes(15.1)
    expect(await tryRight(known, owner.email)).toMatchObject({ ok: true })
  })

  it('is known by the whole of signing in, with a recovery code too, each time by another cookie', async () => {
    const area = await freshArea()
    const owner = await firstOwner(area)
    const browser = area.openBrowser()
    await tryRight(browser, owner.email)
    expect(browser.cookies.has('device')).toBe(false)
    await verifyTotp(browser.request, { code: await codeOf(owner.totpSecret) })
    const first = deviceOf(browser)
    await signOut(browser.request)
    await tryRight(browser, owner.email)
    expect(deviceOf(browser)).toBe(first)
    await verifyRecoveryCode(browser.request, { code: owner.recoveryCodes[0] ?? '' })
    expect(deviceOf(browser)).not.toBe(first)
    expect(first).not.toContain(owner.id)
  })
})

describe('a stolen cookie', () => {
  it('gives its five tries once, in however many browsers, and not those of strangers', async () => {
    const area = await freshArea()
    const owner = await firstOwner(area)
    const { known } = await knownAndStranger(area, owner)
    const copies = [1, 2, 3].map(() => withDevice(area, deviceOf(known)))
    for (const copy of copies) await fail(2, copy, owner.email)
    for (const browser of [...copies, known]) expect(await tryRight(browser, owner.email)).toEqual(refused)
    expect(await tryRight(area.openBrowser(), owner.email)).toMatchObject({ ok: true })
  })

  it('has nothing in common with the one that its owner got since', async () => {
    const area = await freshArea()
    const owner = await firstOwner(area)
    const stolen = deviceOf(owner.browser)
    const browser = withDevice(area, stolen)
    await tryRight(browser, owner.email)
    await verifyTotp(browser.request, { code: await codeOf(owner.totpSecret) })
    await signOut(browser.request)
    const thief = withDevice(area, stolen)
    await fail(6, thief, owner.email)
    expect(await tryRight(browser, owner.email)).toMatchObject({ ok: true })
  })

  it('is a stranger’s once the account was recovered', async () => {
    const area = await freshArea()
    const owner = await firstOwner(area)
    const stolen = deviceOf(owner.browser)
    const { token } = expectOk(await createRecoveryLink(owner.browser.request, { id: owner.id }))
    const anew = area.openBrowser()
    expectOk(await acceptInvitation(anew.request, { token, password }))
    const setup = expectOk(await beginTotpSetup(anew.request))
    expectOk(await confirmTotpSetup(anew.request, { code: await codeOf(setup.secret) }))
    await signOut(anew.request)
    await fail(5, area.openBrowser(), owner.email)
    expect(await tryRight(withDevice(area, stolen), owner.email)).toEqual(refused)
    expect(await tryRight(anew, owner.email)).toMatchObject({ ok: true })
  })
})

describe('where strangers are locked out, it is refused as theirs is:', () => {
  const lockedOut = async () => {
    const area = await freshArea()
    const owner = await firstOwner(area)
    const { known, stranger } = await knownAndStranger(area, owner)
    await fail(5, stranger, owner.email)
    return { area, owner, device: deviceOf(known) }
  }
  const nonce = 'A'.repeat(22)

  it('a cookie that was changed, made up or sealed with another key', async () => {
    const { area, owner, device } = await lockedOut()
    const [, factorId = '', at = '', signature = ''] = device.split('.')
    const forged = [
      `${nonce}.${factorId}.${at}.${signature}`,
      `${device.slice(0, -1)}${device.endsWith('0') ? '1' : '0'}`,
      sealDevice('another secret of the tests, long enough', { id: nonce, factorId }, new Date()),
      sealDevice(secret, { id: nonce, factorId: owner.id }, new Date()),
      device.toUpperCase(),
      ` ${device}`,
      '',
      '...',
    ]
    for (const each of forged) {
      expect([each, await tryRight(withDevice(area, each), owner.email)]).toEqual([each, refused])
    }
    expect(await tryRight(withDevice(area, device), owner.email)).toMatchObject({ ok: true })
  })

  it('one of another account', async () => {
    const area = await freshArea()
    const owner = await firstOwner(area)
    const viewer = await invite(area, owner, 'viewer', 'viewer@example.org')
    await fail(5, area.openBrowser(), owner.email)
    const device = deviceOf(viewer.browser)
    expect(await tryRight(withDevice(area, device), owner.email)).toEqual(refused)
    expect(await tryRight(withDevice(area, device), viewer.email)).toMatchObject({ ok: true })
  })

  it('one of more than a year ago', async () => {
    const { area, owner, device } = await lockedOut()
    const minutes = 365 * 24 * 60
    passMinutes(minutes - 16)
    await fail(5, area.openBrowser(), owner.email)
    expect(await tryRight(withDevice(area, device), owner.email)).toMatchObject({ ok: true })
    passMinutes(17)
    await fail(5, area.openBrowser(), owner.email)
    expect(await tryRight(withDevice(area, device), owner.email)).toEqual(refused)
  })
})
