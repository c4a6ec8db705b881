import { afterEach, expect, test, vi } from 'vitest'
import { optionsOf, type Answers } from '@/lib/instrument/answers'
import { items } from '@/lib/instrument/catalogue'
import { exclusiveOptions } from '@/lib/instrument/option-sets'
import { makeReceipt } from '@/lib/contribution/receipt'
import { seal } from '@/lib/keys/seal'
import {
  sealSession,
  sessionSeconds,
  unsealSession,
  type ComparisonSession,
} from '@/lib/session/sealed-session'

const secret = 'a secret of at least thirty-two characters'
const answers: Answers = { ageBand: 'under35', topicsUsed: ['stress'] }
const receipt = makeReceipt((count) => new Uint8Array(count).fill(7))
const session: ComparisonSession = { answers, receipt, startedAt: 1_764_000_000, isDiscarded: false }
const sealAnswers = async (changed: object, key = secret) =>
  sealSession({ ...session, answers: changed }, key)

/** A seal of which one sign is another one. */
const withOtherSign = (sealed: string) =>
  sealed.slice(0, -21) + (sealed.at(-21) === 'X' ? 'Y' : 'X') + sealed.slice(-20)

afterEach(() => {
  vi.useRealTimers()
})

test('what was sealed is read again, and cannot be read in the seal', async () => {
  const sealed = await sealSession(session, secret)
  expect(await unsealSession(sealed, secret)).toEqual({ kind: 'session', ...session })
  for (const hidden of ['under35', receipt]) {
    expect(sealed).not.toContain(hidden)
    expect(Buffer.from(sealed, 'base64').toString()).not.toContain(hidden)
  }
})

test('without a cookie there are no answers', async () => {
  expect(await unsealSession(undefined, secret)).toEqual({ kind: 'none' })
  expect(await unsealSession('', secret)).toEqual({ kind: 'none' })
})

test.each([
  ['of another secret', async () => sealAnswers(answers, 'another secret of thirty-two characters')],
  ['that was changed', async () => withOtherSign(await sealSession(session, secret))],
  ['that was cut', async () => (await sealSession(session, secret)).slice(0, 60)],
  ['that is no seal', async () => 'answers=under35'],
  ['without a receipt', async () => sealSession({ ...session, receipt: '' }, secret)],
  ['of answers that the catalogue does not know', async () => sealAnswers({ ageBand: 'x' })],
  [
    'of another version of the instrument',
    async () => seal({ ...session, version: '2025-11' }, secret, sessionSeconds),
  ],
])('a cookie %s is unreadable', async (_what, cookie) => {
  expect(await unsealSession(await cookie(), secret)).toEqual({ kind: 'unreadable' })
})

test('a seal expires', async () => {
  const sealed = await sealSession(session, secret)
  // The library allows clocks to differ by a minute.
  vi.useFakeTimers({ now: Date.now() + (sessionSeconds + 61) * 1000 })
  expect(await unsealSession(sealed, secret)).toEqual({ kind: 'unreadable' })
})

test('a seal is as long for no answers as for all of them, and fits into a cookie', async () => {
  const longest = Object.fromEntries(
    items.map((item) => {
      const options = optionsOf(item).filter((option) => !exclusiveOptions.has(option))
      const byLength = options.toSorted((one, other) => other.length - one.length)
      return [item.id, item.kind === 'single' ? byLength[0] : options]
    }),
  )
  const sealed = await Promise.all([
    sealAnswers({}),
    sealAnswers(answers),
    sealAnswers(longest),
    sealSession({ ...session, isDiscarded: true }, secret),
  ])
  const lengths = new Set(sealed.map((text) => encodeURIComponent(text).length))
  expect(lengths.size).toBe(1)
  // Browsers keep at least 4096 bytes, the cookie's name and attributes included.
  expect(Math.max(...lengths)).toBeLessThan(3900)
  expect(await unsealSession(sealed[2], secret)).toMatchObject({ kind: 'session', answers: longest })
})
