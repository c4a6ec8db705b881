import { describe, expect, it } from 'vitest'
import { auditLines } from '@/lib/audit/lines'
import { chainOf, collect, hmacOf } from '@/tests/support/audit-chain'

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
