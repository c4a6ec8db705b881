import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalText, chainedHash, isSealed, sealOf } from '@/lib/audit/chain'
import { toUnchained } from '@/lib/audit/entry'
import { hmacOf } from '@/tests/support/audit-chain'

const hmac = hmacOf('k'.repeat(32))
const purged = toUnchained(
  {
    actor: 'system',
    action: 'purged',
    subject: null,
    outcome: 'succeeded',
    details: { responsesDeleted: 1, receiptsErased: 2 },
  },
  1,
  new Date('2026-11-23T08:00:00Z'),
)

// Computed with Python's hmac and json.
const purgedHash = 'f692d21981bead2b58065cb3e6a2acb0998aea40475f785094ce33f0829ebb90'
const purgedSeal = '1b184e638fcbcbda73847824cbd0959a3e16b13bb89d5b55a3e456ba548df69b'

it('an entry has the hash, and the head the seal, that another program computes', () => {
  expect(canonicalText('', purged)).toBe(
    '["entry-1","",1,"2026-11-23T08:00:00.000Z","system","purged",null,"succeeded","{\\"receiptsErased\\":2,\\"responsesDeleted\\":1}"]',
  )
  expect(chainedHash(hmac, '', purged)).toBe(purgedHash)
  expect(sealOf(hmac, { entryCount: 1, lastHash: purgedHash })).toBe(purgedSeal)
})

it('only the head of an empty log is sealed without a key', () => {
  expect(isSealed(hmac, { entryCount: 0, lastHash: '', seal: '' })).toBe(true)
  expect(isSealed(hmac, { entryCount: 1, lastHash: '', seal: '' })).toBe(false)
  expect(isSealed(hmac, { entryCount: 0, lastHash: purgedHash, seal: '' })).toBe(false)
  expect(isSealed(hmac, { entryCount: 1, lastHash: purgedHash, seal: purgedSeal })).toBe(true)
  expect(isSealed(hmac, { entryCount: 2, lastHash: purgedHash, seal: purgedSeal })).toBe(false)
})

it('every entry has another text: all its fields can be read back', () => {
  const text = fc.string({ unit: 'binary' })
  const entry = fc.record({
    sequence: fc.integer(),
    at: text,
    actor: fc.option(text),
    action: text,
    subject: fc.option(text),
    outcome: text,
    details: text,
  })
  fc.assert(
    fc.property(text, entry, (previous, given) => {
      const { sequence, at, actor, action, subject, outcome, details } = given
      const fields: unknown = JSON.parse(canonicalText(previous, given))
      expect(fields).toEqual(['entry-1', previous, sequence, at, actor, action, subject, outcome, details])
    }),
  )
})
