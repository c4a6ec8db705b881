import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chainedHash } from '@/lib/audit/chain'
import type { ChainedEntry } from '@/lib/audit/entry'
import { verifyChain } from '@/lib/audit/verify-chain'
import { chainOf, headOf, hmacOf, inOrder, renumbered } from '@/tests/support/audit-chain'
import { runs } from '@/tests/support/runs'

const hmac = hmacOf('the key')
const otherHmac = hmacOf('another key')

describe('any log', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 8 })
  const content = fc.record({
    at: text,
    actor: fc.option(text),
    action: text,
    subject: fc.option(text),
    outcome: text,
    details: text,
  })
  const contents = fc.array(content, { minLength: 1, maxLength: 30 })
  const index = fc.nat({ max: 1000 })
  const tampering = fc.oneof(
    fc.record({ how: fc.constant('change' as const), at: index, change: content }),
    fc.record({
      how: fc.constant('field' as const),
      at: index,
      field: fc.constantFrom('at', 'actor', 'action', 'subject', 'outcome', 'details', 'hash'),
      to: text,
    }),
    fc.record({ how: fc.constant('delete' as const), at: index, renumber: fc.boolean() }),
    fc.record({ how: fc.constant('insert' as const), at: index, change: content }),
    fc.record({ how: fc.constant('copy' as const), at: index, to: index }),
    fc.record({ how: fc.constant('swap' as const), at: index, to: index }),
    fc.record({ how: fc.constant('number' as const), at: index, to: fc.integer({ min: -3, max: 40 }) }),
  )
  type Tampering = typeof tampering extends fc.Arbitrary<infer Kind> ? Kind : never

  function tamper(entries: readonly ChainedEntry[], given: Tampering): ChainedEntry[] {
    const at = given.at % Math.max(entries.length, 1)
    const entry = entries[at]
    if (entry === undefined) return [...entries]
    switch (given.how) {
      case 'change':
        return entries.with(at, { ...entry, ...given.change })
      case 'field':
        return entries.with(at, { ...entry, [given.field]: given.to })
      case 'delete':
        return given.renumber ? renumbered(entries.toSpliced(at, 1)) : entries.toSpliced(at, 1)
      case 'insert': {
        const hash = chainedHash(otherHmac, entries[at - 1]?.hash ?? '', { ...entry, ...given.change })
        return renumbered(entries.toSpliced(at, 0, { ...entry, ...given.change, hash }))
      }
      case 'copy':
        return renumbered(entries.with(given.to % entries.length, entry))
      case 'swap': {
        const to = given.to % entries.length
        return renumbered(entries.with(at, entries[to] ?? entry).with(to, entry))
      }
      case 'number':
        return entries.with(at, { ...entry, sequence: given.to })
    }
  }

  it('that was tampered with in one way or in several is not whole, and no other log is', async () => {
    await fc.assert(
      fc.asyncProperty(contents, fc.array(tampering, { maxLength: 4 }), async (given, all) => {
        const whole = chainOf(hmac, given)
        const now = inOrder(all.reduce(tamper, whole))
        const firstOther = whole.findIndex(
          (entry, place) => JSON.stringify(entry) !== JSON.stringify(now[place]),
        )
        const isWhole = firstOther === -1 && now.length === whole.length
        const { firstInvalid, invalidCount } = await verifyChain(now, headOf(hmac, whole), hmac)
        expect(invalidCount === 0).toBe(isWhole)
        // All before the first that differs fit, and it does not.
        const expected = firstOther === -1 ? whole.length + 1 : firstOther + 1
        expect(firstInvalid).toBe(isWhole ? null : expected)
      }),
      { numRuns: runs(2000) },
    )
  })

  it('that ends too soon has as many invalid entries as are missing', async () => {
    await fc.assert(
      fc.asyncProperty(contents, index, async (given, at) => {
        const whole = chainOf(hmac, given)
        const kept = at % whole.length
        const report = await verifyChain(whole.slice(0, kept), headOf(hmac, whole), hmac)
        expect(report).toEqual({
          entryCount: kept,
          firstInvalid: kept + 1,
          invalidCount: whole.length - kept,
        })
      }),
    )
  })
})
