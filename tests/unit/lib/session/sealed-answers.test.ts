import { afterEach, expect, test, vi } from 'vitest'
import { optionsOf, type Answers } from '@/lib/instrument/answers'
import { items } from '@/lib/instrument/catalogue'
import { exclusiveOptions } from '@/lib/instrument/option-sets'
import { sealAnswers, sessionSeconds, unsealAnswers } from '@/lib/session/sealed-answers'

const secret = 'a secret of at least thirty-two characters'
const answers: Answers = { ageBand: 'under35', topicsUsed: ['stress'] }

afterEach(() => {
  vi.useRealTimers()
})

test('what was sealed is read again, and cannot be read in the seal', async () => {
  const sealed = await sealAnswers(answers, secret)
  expect(await unsealAnswers(sealed, secret)).toEqual({ kind: 'answers', answers })
  expect(sealed).not.toContain('under35')
  expect(Buffer.from(sealed, 'base64').toString()).not.toContain('under35')
})

test('without a cookie there are no answers', async () => {
  expect(await unsealAnswers(undefined, secret)).toEqual({ kind: 'none' })
  expect(await unsealAnswers('', secret)).toEqual({ kind: 'none' })
})

test.each([
  ['of another secret', async () => sealAnswers(answers, 'another secret of thirty-two characters')],
  ['that was changed', async () => (await sealAnswers(answers, secret)).replace(/.(.{20})$/, 'X$1')],
  ['that was cut', async () => (await sealAnswers(answers, secret)).slice(0, 60)],
  ['that is no seal', async () => 'answers=under35'],
  ['of answers that the catalogue does not know', async () => sealAnswers({ ageBand: 'x' } as never, secret)],
])('a cookie %s is unreadable', async (_what, cookie) => {
  expect(await unsealAnswers(await cookie(), secret)).toEqual({ kind: 'unreadable' })
})

test('a seal expires', async () => {
  const sealed = await sealAnswers(answers, secret)
  // The library allows clocks to differ by a minute.
  vi.useFakeTimers({ now: Date.now() + (sessionSeconds + 61) * 1000 })
  expect(await unsealAnswers(sealed, secret)).toEqual({ kind: 'unreadable' })
})

test('the longest answers fit into a cookie', async () => {
  const longest = Object.fromEntries(
    items.map((item) => {
      const options = optionsOf(item).filter((option) => !exclusiveOptions.has(option))
      const byLength = options.toSorted((one, other) => other.length - one.length)
      return [item.id, item.kind === 'single' ? byLength[0] : options]
    }),
  )
  const sealed = await sealAnswers(longest, secret)
  // Browsers keep at least 4096 bytes, the cookie's name and attributes included.
  expect(encodeURIComponent(sealed).length).toBeLessThan(3900)
})
