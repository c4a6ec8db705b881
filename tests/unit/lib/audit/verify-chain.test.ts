import { describe, expect, it } from 'vitest'
import { chainedHash, sealOf, type AuditHead, type SealedHead } from '@/lib/audit/chain'
import type { ChainedEntry } from '@/lib/audit/entry'
import { verifyChain } from '@/lib/audit/verify-chain'
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

const found = async (
  entries: readonly ChainedEntry[],
  given: SealedHead | null = head,
  noted?: AuditHead,
): Promise<readonly string[]> => {
  const { problems } = await verifyChain(entries, given, hmac, noted)
  return problems.map(
    ({ sequence, problem, count }) => `${problem} ${sequence}${count > 1 ? ` x${count}` : ''}`,
  )
}

const changedAt = (place: number, change: Partial<ChainedEntry>) =>
  chain.map((entry) => (entry.sequence === place ? { ...entry, ...change } : entry))
const without = (place: number, count = 1) => chain.toSpliced(place - 1, count)
const swapped = (a: number, b: number) =>
  renumbered(
    chain.map(
      (entry) => chain[(entry.sequence === a ? b : entry.sequence === b ? a : entry.sequence) - 1] ?? entry,
    ),
  )

describe('a log that nobody touched', () => {
  it.each([0, 1, 2, 20])('of %i entries is whole', async (count) => {
    const whole = plain(count)
    await expect(verifyChain(whole, headOf(hmac, whole), hmac)).resolves.toEqual({
      entryCount: count,
      problemCount: 0,
      problems: [],
    })
  })

  it('has every end that was ever noted', async () => {
    for (let count = 0; count <= 20; count += 1) {
      const { entryCount, lastHash } = headOf(hmac, chain.slice(0, count))
      expect(await found(chain, head, { entryCount, lastHash })).toEqual([])
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
    { hash: 'f'.repeat(64) },
    { hash: '' },
  ])('that was changed by %j is found, and no other', async (change) => {
    expect(await found(changedAt(place, change))).toEqual([`changed ${place}`])
  })

  it('in whose place there is another one, hashed with another key, is found', async () => {
    expect(await found(changedAt(place, forged(place)))).toContain(`changed ${place}`)
  })

  it('that was taken out is missing', async () => {
    expect(await found(without(place))).toEqual([`missing ${place}`])
  })

  it('that has another one put before it is found, whatever the numbers', async () => {
    expect(await found(renumbered(chain.toSpliced(place - 1, 0, forged(place))))).toEqual([
      `inserted ${place}`,
    ])
  })

  it('is missed also where all that follow were renumbered', async () => {
    const renumberedRest = await found(renumbered(without(place)))
    // With one entry left, nothing tells whether it was changed or moved.
    expect(renumberedRest).toEqual(place === 19 ? ['changed 19', 'missing 20'] : [`missing ${place}`])
  })
})

describe('entries', () => {
  it('missing in a row are one problem', async () => {
    expect(await found(without(5, 4))).toEqual(['missing 5 x4'])
    expect(await found(renumbered(without(5, 4)))).toEqual(['missing 5 x4'])
  })

  it.each([
    [1, 2],
    [5, 6],
    [5, 7],
    [4, 13],
    [1, 20],
    [19, 20],
  ])('%i and %i that changed places are found, and no others', async (a, b) => {
    expect(await found(swapped(a, b))).toEqual([`reordered ${a}`, `reordered ${b}`])
  })

  it('that moved as a block are found', async () => {
    const moved = renumbered([...chain.slice(3, 8), ...chain.slice(0, 3), ...chain.slice(8)])
    expect(await found(moved)).not.toEqual([])
  })

  it('that come in another order than their numbers are found', async () => {
    const [fifth, sixth] = chain.slice(4, 6) as [ChainedEntry, ChainedEntry]
    expect(await found(chain.with(4, sixth).with(5, fifth))).toContain('reordered 5')
  })

  it('before the first and after the last are found', async () => {
    expect(await found([{ ...forged(1), sequence: 0 }, ...chain])).toEqual(['inserted 0'])
    expect(await found([...chain, forged(21)])).toEqual(['inserted 21'])
    expect(await found([...chain, { ...forged(21), sequence: 30 }])).toEqual(['inserted 30'])
  })

  it('that come twice are found', async () => {
    expect(await found(inOrder([...chain, ...chain.slice(7, 8)]))).toEqual(['inserted 8'])
  })

  it('of another log with the same key are found', async () => {
    const other = chainOf(
      hmac,
      plain(20).map((entry) => ({ ...entry, actor: 'system' })),
    )
    expect(await found([...other.slice(0, 10), ...chain.slice(10)])).toEqual(['changed 11'])
    expect(await found(other)).toEqual(['headChanged null'])
  })
})

describe('a log that ends too soon', () => {
  it.each([1, 5, 19, 20])('by %i entries is found by its head', async (count) => {
    const expected = `missing ${21 - count}${count > 1 ? ` x${count}` : ''}`
    expect(await found(chain.slice(0, 20 - count))).toEqual([expected])
  })

  it('is found by its head, also where that was changed to fit', async () => {
    const short = chain.slice(0, 15)
    expect(await found(short, { ...head, entryCount: 15 })).toEqual(['headChanged null'])
    expect(await found(short, { ...headOf(hmac, short), seal: head.seal })).toEqual(['headChanged null'])
    expect(await found(short, headOf(otherHmac, short))).toEqual(['headChanged null'])
    expect(await found(short, { ...headOf(hmac, short), seal: '' })).toEqual(['headChanged null'])
  })

  it('without a head is found, and so is a log without anything', async () => {
    expect(await found(chain, null)).toEqual(['headMissing null'])
    expect(await found([], null)).toEqual(['headMissing null'])
  })

  it('is found where an older head, or that of an empty log, was put back', async () => {
    expect(await found(chain, headOf(hmac, chain.slice(0, 10)))).toEqual(['headChanged null'])
    expect(await found(chain, headOf(hmac, []))).toEqual(['headChanged null'])
  })

  it('and has the head that it had then is found by a noted head only', async () => {
    for (const count of [0, 15]) {
      const short = chain.slice(0, count)
      expect(await found(short, headOf(hmac, short))).toEqual([])
      expect(await found(short, headOf(hmac, short), head)).toEqual(['rewritten 20'])
    }
  })
})

it('a log that was written anew by somebody with the key is found by a noted head', async () => {
  const anew = chainOf(
    hmac,
    chain.map((entry) => ({ ...entry, actor: 'system' })),
  )
  expect(await found(anew, headOf(hmac, anew))).toEqual([])
  expect(await found(anew, headOf(hmac, anew), head)).toEqual(['rewritten 20'])
})

it('a head cannot pass for an entry, nor an entry for a head', () => {
  const entryHash = chain[0]?.hash ?? ''
  expect(sealOf(hmac, { entryCount: 1, lastHash: entryHash })).not.toBe(entryHash)
})

it('another key makes every entry a problem, and a hundred of them are named', async () => {
  const report = await verifyChain(plain(3000), headOf(hmac, plain(3000)), otherHmac)
  expect(report).toMatchObject({ entryCount: 3000, problemCount: 3001 })
  expect(report.problems).toHaveLength(101)
})
