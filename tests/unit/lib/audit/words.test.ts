import { describe, expect, it } from 'vitest'
import { auditLines } from '@/lib/audit/lines'
import { notedHeadText, parseNotedHead } from '@/lib/audit/noted-head'
import { auditSentence } from '@/lib/audit/sentences'
import { chainOf, collect, hmacOf } from '@/tests/support/audit-chain'

describe('the sentence', () => {
  it('is one where the log is whole', () => {
    expect(auditSentence({ entryCount: 12, problemCount: 0, problems: [] })).toBe(
      'The audit log is whole: 12 entries.',
    )
  })

  it('names the first problems', () => {
    const problems = [
      { sequence: 3, problem: 'changed', count: 1 },
      { sequence: 5, problem: 'missing', count: 3 },
      { sequence: 9, problem: 'reordered', count: 1 },
      { sequence: null, problem: 'headChanged', count: 1 },
    ] as const
    expect(auditSentence({ entryCount: 12, problemCount: 6, problems }).split('\n')).toEqual([
      'The audit log is not whole: 12 entries, 6 problems.',
      '- entry 3 was changed',
      '- entries 5 to 7 are missing',
      '- entry 9 is in the place of another one',
      '- the record of where the log ends was changed, or an older one put back',
      '- and 2 more',
    ])
  })

  it('asks about the secret where nothing fits', () => {
    const problems = [{ sequence: 1, problem: 'changed', count: 1 }] as const
    expect(auditSentence({ entryCount: 1, problemCount: 2, problems })).toMatch(/another audit secret\?$/)
    expect(auditSentence({ entryCount: 2, problemCount: 1, problems })).not.toMatch(/secret/)
  })
})

describe('a noted head', () => {
  const lastHash = 'a1'.repeat(32)

  it('is read as it was written', () => {
    expect(parseNotedHead(notedHeadText({ entryCount: 120, lastHash }))).toEqual({
      entryCount: 120,
      lastHash,
    })
  })

  it.each(['', '12', `0:${lastHash}`, `-1:${lastHash}`, `12:${lastHash}0`, `12:${lastHash.toUpperCase()}`])(
    'is none where the text is %j',
    (text) => {
      expect(parseNotedHead(text)).toBeNull()
    },
  )
})

describe('JSON Lines', () => {
  const [entry] = chainOf(hmacOf('k'), [
    {
      at: '2026-11-23T08:00:00.000Z',
      actor: null,
      action: 'signIn',
      subject: null,
      outcome: 'refused',
      details: '{"step":"password"}',
    },
  ])

  it('have one object each, with its fields in order and its details as an object', async () => {
    const lines = await collect(auditLines(entry ? [entry, entry] : []))
    const line = `{"sequence":1,"at":"2026-11-23T08:00:00.000Z","actor":null,"action":"signIn","subject":null,"outcome":"refused","details":{"step":"password"},"hash":"${entry?.hash}"}\n`
    expect(lines).toEqual([line, line])
  })

  it('give details as they are where they cannot be read', async () => {
    const lines = await collect(auditLines(entry ? [{ ...entry, details: '{\n' }] : []))
    expect(JSON.parse(lines.join(''))).toMatchObject({ details: '{\n' })
    expect(lines.join('').trimEnd()).not.toContain('\n')
  })
})
