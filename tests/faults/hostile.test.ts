import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { faultsOf, readActionId } from '../support/hostile-answers'
import { hostileRequests, type HostileRequest } from '../support/hostile-requests'
import { startSite } from '../support/running-site'
import { tellingMemory, neededMegabytes } from '../support/told-memory'
import { atEnd, temporaryFolder } from './scenes'

/** Bytes that mean something to those who read addresses and bodies. */
const bytes = [
  '%',
  '%00',
  '%ff',
  '/',
  '//',
  '..',
  '?',
  '&',
  '=',
  '[',
  '"',
  '<',
  '\u00ff',
  ';',
  '$ACTION_ID_',
  '__proto__',
]

/** A text with some of these put in somewhere. */
const withBytes = (text: string) =>
  fc
    .array(fc.tuple(fc.nat(text.length), fc.constantFrom(...bytes)), { maxLength: 3 })
    .map((inserted) =>
      inserted.reduce((before, [place, piece]) => before.slice(0, place) + piece + before.slice(place), text),
    )

/** Requests that are put together of hostile ones: the method, the address, the headers and the body of others. */
function mixed(known: readonly HostileRequest[]): fc.Arbitrary<HostileRequest> {
  const one = fc.constantFrom(...known)
  return fc.tuple(one, one, one, one).chain(([first, second, third, fourth]) =>
    fc.record({
      method: fc.constant(first.method),
      target: withBytes(second.target),
      headers: fc.constant({ ...third.headers, ...fourth.headers }),
      body: withBytes(fourth.body),
    }),
  )
}

test.skipIf(process.platform === 'win32')(
  'of 10,000 hostile requests each gets an answer of the site, none fails, and memory comes back',
  async () => {
    const file = path.join(temporaryFolder(), 'memory')
    const site = await startSite(tellingMemory(file))
    atEnd(site.stop)
    const known = hostileRequests(await readActionId(site.url))
    const requests = fc.sample(mixed(known), { seed: 14, numRuns: 10_000 })
    expect(await faultsOf(site.url, requests.slice(0, 5000))).toEqual([])
    const before = await neededMegabytes(site.pid, file)
    expect(await faultsOf(site.url, requests.slice(5000))).toEqual([])
    expect((await fetch(`${site.url}/readyz`)).status).toBe(200)
    expect(await neededMegabytes(site.pid, file)).toBeLessThan(before + 20)
  },
)
