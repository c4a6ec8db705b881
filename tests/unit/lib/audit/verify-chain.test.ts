import { describe, expect, it } from 'vitest'
import { chainedHash, sealOf, type AuditHead, type SealedHead } from '@/lib/audit/chain'
import type { ChainedEntry } from '@/lib/audit/entry'
import { auditSentence, verifyChain } from '@/lib/audit/verify-chain'
import { chainOf, headOf, hmacOf, inOrder, renumbered } from '@/tests/support/audit-chain'

const hmac = hmacOf('the key')
const otherHmac = hmacOf('another key')

const plain = (count: number) =>
  chainOf(
    hmac,
    Array.from({ length: count }, (_, index) => ({
      at: '2026-11-23T08:00:00.000Z',
      actor: null,
      action: 'signIn',
      subject: `subject ${index}`,
      outcome: 'succeeded',
      details: '{}',
    })),
  )
const chain = plain(20)
const head = headOf(hmac, chain)

/** What somebody without the key puts in an entry's place: right in all but the key. */
function forged(place: number): ChainedEntry {
  const entry = { ...(chain[place - 1] ?? plain(1)[0]), sequence: place, subject: 'forged' } as ChainedEntry
  return { ...entry, hash: chainedHash(otherHmac, chain[place - 2]?.hash ?? '', entry) }
}

/** The first entry that is invalid, and how many are; null where none is. */
const found = async (
  entries: readonly ChainedEntry[],
  given: SealedHead | null = head,
  noted?: AuditHead,
): Promise<readonly [first: number, count: number] | null> => {
  const { firstInvalid, invalidCount } = await verifyChain(entries, given, hmac, noted)
  return firstInvalid === null ? null : [firstInvalid, invalidCount]
}

const without = (place: number, count = 1) => chain.toSpliced(place - 1, count)

describe('a log that nobody touched', () => {
  it.each([0, 1, 2, 20])('of %i entries is whole', async (count) => {
    const whole = plain(count)
    await expect(verifyChain(whole, headOf(hmac, whole), hmac)).resolves.toEqual({
      entryCount: count,
      invalidCount: 0,
      firstInvalid: null,
    })
  })

  it('has every end that was ever noted', async () => {
    for (let count = 0; count <= 20; count += 1) {
      const { entryCount, lastHash } = headOf(hmac, chain.slice(0, count))
      expect(await found(chain, head, { entryCount, lastHash })).toBeNull()
    }
  })
})

// The first, the second, one in the middle, the last but one, the last.
describe.each([1, 2, 10, 19, 20])('entry %i', (place) => {
  it.each<Partial<ChainedEntry>>([
    { at: '2026-11-23T08:00:00.001Z' },
    { actor: 'system' },
    { action: 'signOut' },
    { subject: null },
    { outcome: 'refused' },
    { details: '{ }' },
  ])('that was changed by %j is invalid, and no other', async (change) => {
    const changed = chain.map((entry) => (entry.sequence === place ? { ...entry, ...change } : entry))
    expect(await found(changed)).toEqual([place, 1])
  })

  it.each(['f'.repeat(64), ''])('whose hash became %j is invalid, and what follows it', async (hash) => {
    const changed = chain.map((entry) => (entry.sequence === place ? { ...entry, hash } : entry))
    expect(await found(changed)).toEqual([place, 2])
  })

  it('in whose place there is another one, hashed with another key, is invalid', async () => {
    expect(await found(chain.with(place - 1, forged(place)))).toEqual([place, 2])
  })

  it('that was taken out is missing', async () => {
    expect(await found(without(place))).toEqual([place, 1])
  })

  it('is the first that is invalid where another one was put before it, or all after it were renumbered', async () => {
    const inserted = renumbered(chain.toSpliced(place - 1, 0, forged(place)))
    expect((await found(inserted))?.[0]).toBe(place)
    expect((await found(renumbered(without(place))))?.[0]).toBe(place)
  })
})

describe('entries', () => {
  it('that are missing are counted', async () => {
    expect(await found(without(5, 4))).toEqual([5, 4])
    expect(await found([...chain.slice(0, 4), ...chain.slice(8, 15)])).toEqual([5, 4 + 5])
  })

  it('that come in another order than their numbers are found', async () => {
    const [fifth, sixth] = chain.slice(4, 6) as [ChainedEntry, ChainedEntry]
    expect((await found(chain.with(4, sixth).with(5, fifth)))?.[0]).toBe(5)
  })

  it('before the first and after the last are found', async () => {
    expect((await found([{ ...forged(1), sequence: 0 }, ...chain]))?.[0]).toBe(1)
    expect((await found([...chain, forged(21)]))?.[0]).toBe(21)
    expect((await found([...chain, { ...forged(21), sequence: 30 }]))?.[0]).toBe(21)
  })

  it('that come twice are found', async () => {
    expect(await found(inOrder([...chain, ...chain.slice(7, 8)]))).toEqual([9, 1])
  })

  it('of another log with the same key are found', async () => {
    const other = chainOf(
      hmac,
      plain(20).map((entry) => ({ ...entry, actor: 'system' })),
    )
    expect(await found([...other.slice(0, 10), ...chain.slice(10)])).toEqual([11, 1])
    expect(await found(other)).toEqual([21, 1])
  })
})

describe('a log that ends too soon', () => {
  it.each([1, 5, 19, 20])('by %i entries is found by its head', async (count) => {
    expect(await found(chain.slice(0, 20 - count))).toEqual([21 - count, count])
  })

  it('is found by its head, also where that was changed to fit', async () => {
    const short = chain.slice(0, 15)
    for (const changed of [
      { ...head, entryCount: 15 },
      { ...headOf(hmac, short), seal: head.seal },
      headOf(otherHmac, short),
      { ...headOf(hmac, short), seal: '' },
    ])
      expect(await found(short, changed)).toEqual([16, 1])
  })

  it('without a head is found, and so is a log without anything', async () => {
    expect(await found(chain, null)).toEqual([21, 1])
    expect(await found([], null)).toEqual([1, 1])
  })

  it('is found where an older head, or that of an empty log, was put back', async () => {
    expect(await found(chain, headOf(hmac, chain.slice(0, 10)))).toEqual([21, 1])
    expect(await found(chain, headOf(hmac, []))).toEqual([21, 1])
  })

  it('and has the head that it had then is found by a noted head only', async () => {
    for (const count of [0, 15]) {
      const short = chain.slice(0, count)
      expect(await found(short, headOf(hmac, short))).toBeNull()
      expect(await found(short, headOf(hmac, short), head)).toEqual([count + 1, 20 - count])
    }
  })
})

it('a log that was written anew by somebody with the key is found by a noted head', async () => {
  const anew = chainOf(
    hmac,
    chain.map((entry) => ({ ...entry, actor: 'system' })),
  )
  expect(await found(anew, headOf(hmac, anew))).toBeNull()
  expect(await found(anew, headOf(hmac, anew), head)).toEqual([20, 1])
})

it('a head cannot pass for an entry, nor an entry for a head', () => {
  const entryHash = chain[0]?.hash ?? ''
  expect(sealOf(hmac, { entryCount: 1, lastHash: entryHash })).not.toBe(entryHash)
})

it('with another key, every entry and the end are invalid', async () => {
  const report = await verifyChain(plain(300), headOf(hmac, plain(300)), otherHmac)
  expect(report).toEqual({ entryCount: 300, invalidCount: 301, firstInvalid: 1 })
})

describe('the sentence', () => {
  it.each([
    [12, 0, null, 'The audit log is whole: 12 entries.'],
    [12, 1, 3, 'The audit log is not whole: entry 3 does not fit or is missing.'],
    [12, 4, 3, 'The audit log is not whole: 4 entries do not fit or are missing, the first is entry 3.'],
  ])('of %i entries, %i of them invalid', (entryCount, invalidCount, firstInvalid, sentence) => {
    expect(auditSentence({ entryCount, invalidCount, firstInvalid })).toBe(sentence)
  })

  it('asks about the secret where nothing fits', () => {
    const sentence = auditSentence({ entryCount: 12, invalidCount: 13, firstInvalid: 1 })
    expect(sentence).toMatch(/\(was it written with another audit secret\?\)\.$/)
  })
})
