import { randomBytes, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { deviceDays, openDevice, sealDevice } from '@/lib/auth/device'

const secret = 'a secret of the tests, long enough'
const now = new Date('2026-11-26T08:00:00Z')
const device = { id: randomBytes(16).toString('base64url'), factorId: randomUUID() }
const sealed = sealDevice(secret, device, now)
const later = (milliseconds: number) => new Date(now.getTime() + milliseconds)
const year = deviceDays * 24 * 60 * 60 * 1000

it('a browser is known by its cookie for a year', () => {
  expect(openDevice(secret, sealed, now)).toEqual(device)
  expect(openDevice(secret, sealed, later(year))).toEqual(device)
  expect(openDevice(secret, sealed, later(year + 1))).toBeNull()
})

it('and not where any character of it is another, missing, or too many', () => {
  fc.assert(
    fc.property(
      fc.nat(sealed.length - 1),
      fc.oneof(fc.constantFrom(...'AZaz09.-_é\0 '.split('')), fc.constant('')),
      (place, character) => {
        const changed = sealed.slice(0, place) + character + sealed.slice(place + 1)
        expect(openDevice(secret, changed, now)).toEqual(changed === sealed ? device : null)
        const longer = sealed.slice(0, place) + character + sealed.slice(place)
        expect(openDevice(secret, longer, now)).toEqual(longer === sealed ? device : null)
      },
    ),
  )
  expect(openDevice('another secret of the tests, long enough', sealed, now)).toBeNull()
})

it('is kept in a cookie as it is', () => {
  expect(encodeURIComponent(sealed)).toBe(sealed)
  expect(sealed.length).toBeLessThan(200)
})
